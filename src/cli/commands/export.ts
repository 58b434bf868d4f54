import { resolve } from 'node:path'
import { Argument, Command } from 'commander'
import { checkFits } from '../../desk/fits.ts'
import { hintsOf, sayHint } from '../../desk/hints.ts'
import { type OpenedDesk, openDesk } from '../../desk/open.ts'
import { codebookOf } from '../../export/codebook.ts'
import {
  exportDesk,
  exportFormatOf,
  filesFromDesk,
  type ReadDesk,
  rowsFromDesk,
  type Wanted,
} from '../../export/export-desk.ts'
import type { Exported } from '../../export/format.ts'
import { type FormatName, formats } from '../../export/formats.ts'
import { batched, codebookPath, isPlainFile, isSameFile, saveFolder, writeFileWhole } from '../../export/save.ts'
import { severalDesks } from '../../export/several-desks.ts'
import { isTable, listOfTable, type TableName, tableNames } from '../../export/tables.ts'
import { exportToLake } from '../../lake/export-to-lake.ts'
import { openLake } from '../../lake/open-lake.ts'
import { openReader } from '../../open.ts'
import { Failure } from '../../record/failure.ts'
import { askWhich } from '../ask-which.ts'
import { deskOfRecords } from '../desk-of-records.ts'
import { filterOf, withFilterOptions } from '../filter-options.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'

interface ExportOptions {
  desk?: string[]
  records?: string[]
  format: string
  out: string
  columns?: string[]
  excel?: true | string
  lake?: string
}

const LISTS = [...tableNames, 'records'] as const

const HELP = `
Formats:
${Object.entries(formats)
  .map(([name, { says }]) => `  ${name.padEnd(16)}${says}`)
  .join('\n')}

The filter is that of onrecord find: of statements, events, reports and entities it chooses the rows, of records the reports; of dyads (each
actor of an event with each recipient) it is that of events, of quotes and claims that of statements.
--not-speaker, --not-type, ... exclude. Rows that people decided are wrong are left out; --decided wrong asks for them.
What every column and field means: docs/formats.md.

Examples:
  onrecord export statements --desk kestria.db --format csv --out statements.csv
  onrecord export quotes --desk kestria.db --excel --columns speaker,speaker_role,quote,outlet,date_start,url --out quotes.csv
  onrecord export dyads --desk january.db --desk february.db --format parquet --out dyads.parquet
  onrecord export events --desk kestria.db --format plover --type ASSAULT --out - > assaults.jsonl
  onrecord export statements --records records.jsonl --out statements.csv
  onrecord export dyads --desk kestria.db --lake kestria-lake
  onrecord export records --desk kestria.db --format brat --out kestria-brat/`

/** `onrecord export`: a desk's rows and records in the formats that other tools read. */
export function exportCommand(): Command {
  const command = new Command('export')
    .description(deskCommands.export)
    .addArgument(new Argument('<list>', 'what to export').choices(LISTS))
    .option('--desk <file>', 'the desk; given again, several are read one after the other', several)
    .option(
      '--records <file>',
      'in place of a desk, records that onrecord read --jsonl wrote; given again, several',
      several,
    )
    .option('--format <format>', 'the format; see below', 'csv')
    .option('--columns <names>', 'which columns of a table, in which order: a,b,c', listed)
    .option(
      '--excel [separator]',
      "csv for Excel: with a byte order mark, cells parted by ',' or, where decimals have a comma, ';'",
    )
    .option(
      '--out <path>',
      'the file to write, or - for standard output; of brat and timeml the folder, or a file NAME.tar',
      '-',
    )
    .option(
      '--lake <folder>',
      'in place of --out, a lake: Parquet files by list and day, in place of what the desk wrote there before (docs/lake.md)',
    )
  return withFilterOptions(command).addHelpText('after', HELP).action(run)
}

/** The values of an option that may be given again. */
const several = (value: string, before: string[] | undefined) => [...(before ?? []), value]

const listed = (names: string) =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

function separatorOf(excel: true | string | undefined): ',' | ';' | undefined {
  if (excel === undefined) return undefined
  if (excel === true || excel === ',') return ','
  if (excel === ';') return ';'
  throw new Failure('bad-argument', `--excel takes ',' or ';', not '${excel}'`)
}

async function run(list: Exported, options: ExportOptions): Promise<void> {
  const { takes, codebook } = exportFormatOf(list, options.format) as { takes: string; codebook?: boolean }
  const { columns } = options
  const wanted: Wanted = {
    list,
    format: options.format as FormatName,
    filter: filterOf({ ...options }),
    columns,
    excel: separatorOf(options.excel),
  }
  const { desk: desks = [], records = [] } = options
  if (desks.length + records.length === 0)
    throw new Failure('bad-argument', 'name the desk (--desk FILE), or files of records (--records FILE)')
  for (const file of [...desks, ...records])
    if (await isSameFile(options.out, file))
      throw new Failure(
        'bad-argument',
        `--out ${options.out} is ${records.includes(file) ? 'the file of records' : 'the desk'} itself; name another file`,
      )
  checkFits({ list: listOfTable(list), filter: wanted.filter }, '--')
  const opened: OpenedDesk[] = []
  try {
    for (const file of desks) opened.push(openDesk(file, { readonly: true }))
    if (records.length > 0) opened.push(await deskOfRecords(records))
    // One transaction, so that the export is of one moment however long it takes and whoever adds meanwhile.
    for (const { db } of opened) db.exec('BEGIN')
    const desk = severalDesks(opened)
    for (const one of opened) askWhich(one, wanted)
    for (const hint of opened.length === 1
      ? hintsOf(opened[0], { list: listOfTable(list), filter: wanted.filter })
      : [])
      remark(`onrecord: ${sayHint(hint)}`)
    if (options.lake !== undefined) await toLake(desk, wanted, options)
    else if (takes === 'folder' && options.out !== '-' && !options.out.endsWith('.tar'))
      await toFolder(desk, wanted, options.out)
    else await toFile(desk, wanted, options.out)
    if (codebook && options.lake === undefined && options.out !== '-' && (await isPlainFile(options.out)))
      await writeFileWhole(codebookPath(options.out), [codebookOf(list as TableName, columns)])
  } finally {
    for (const desk of opened) desk.close()
  }
}

async function toFile(desk: ReadDesk, wanted: Wanted, out: string): Promise<void> {
  const tools = formats[wanted.format].takes === 'trees' ? await openReader() : undefined
  const pieces = exportDesk(desk, wanted, tools)
  if (out === '-') for (const bytes of batched(pieces)) await writeOut(bytes)
  else await writeFileWhole(out, pieces)
}

async function toFolder(desk: ReadDesk, wanted: Wanted, out: string): Promise<void> {
  const count = await saveFolder(out, filesFromDesk(desk, wanted))
  remark(`onrecord: ${count} files in ${out}`)
}

/** Rows by day, so that few files are open at once; what is there of the same desks is replaced. */
async function toLake(
  desk: ReadDesk,
  { list, filter }: Wanted,
  { lake: folder = '', desk: desks = [], records = [] }: ExportOptions,
) {
  if (!isTable(list)) throw new Failure('bad-argument', `a lake has tables: ${tableNames.join(', ')}; not ${list}`)
  if (list === 'entities')
    throw new Failure(
      'bad-argument',
      'entities are counted over a desk and have no day; export them as a file: --format parquet',
    )
  const lake = await openLake(folder)
  try {
    const name = [...desks, ...records].map((path) => resolve(path)).join('\n')
    const count = await exportToLake(lake, list, rowsFromDesk(desk, list, { filter, sort: 'published' }), name)
    remark(`onrecord: ${count} files in ${folder}/${list}`)
  } finally {
    await lake.close()
  }
}
