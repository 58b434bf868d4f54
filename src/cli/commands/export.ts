import { Argument, Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import type { Desk } from '../../desk/types.ts'
import { codebookOf } from '../../export/codebook.ts'
import { exportDesk, filesFromDesk, formatOf, type Wanted } from '../../export/export-desk.ts'
import type { Exported } from '../../export/format.ts'
import { type FormatName, formats } from '../../export/formats.ts'
import { batched, codebookPath, isPlainFile, isSameFile, saveFile, saveFolder } from '../../export/save.ts'
import { openReader } from '../../open.ts'
import { Failure } from '../../record/failure.ts'
import { filterOf, withFilterOptions } from '../filter-options.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'

interface ExportOptions {
  desk: string
  format: string
  out: string
}

const LISTS = ['statements', 'events', 'reports', 'entities', 'records'] as const

const HELP = `
Formats:
${Object.entries(formats)
  .map(([name, { says }]) => `  ${name.padEnd(16)}${says}`)
  .join('\n')}

The filter is that of onrecord find: of statements, events, reports and entities it chooses the rows, of records the reports.
--not-speaker, --not-type, ... take away. Rows that people decided are wrong are left out; --decided wrong asks for them.
What every column and field means: docs/formats.md.

Examples:
  onrecord export statements --desk kestria.db --format csv --out statements.csv
  onrecord export events --desk kestria.db --format plover --type ASSAULT --out - > assaults.jsonl
  onrecord export records --desk kestria.db --format brat --out kestria-brat/`

/** `onrecord export`: a desk's rows and records in the formats that other tools read. */
export function exportCommand(): Command {
  const command = new Command('export')
    .description(deskCommands.export)
    .addArgument(new Argument('<list>', 'what to export').choices(LISTS))
    .requiredOption('--desk <file>', 'the desk')
    .requiredOption('--format <format>', 'the format; see below')
    .option(
      '--out <path>',
      'the file to write, or - for standard output; of brat and timeml the folder, or a file NAME.tar',
      '-',
    )
  return withFilterOptions(command).addHelpText('after', HELP).action(run)
}

async function run(list: Exported, options: ExportOptions): Promise<void> {
  const { takes, codebook } = formatOf(list, options.format) as { takes: string; codebook?: boolean }
  const wanted: Wanted = { list, format: options.format as FormatName, filter: filterOf({ ...options }) }
  if (await isSameFile(options.out, options.desk))
    throw new Failure('bad-argument', `--out ${options.out} is the desk itself; name another file`)
  const desk = openDesk(options.desk, { readonly: true })
  try {
    // One transaction, so that the export is of one moment however long it takes and whoever adds meanwhile.
    desk.db.exec('BEGIN')
    if (takes === 'folder' && options.out !== '-' && !options.out.endsWith('.tar'))
      await toFolder(desk, wanted, options.out)
    else await toFile(desk, wanted, options.out)
    if (codebook && options.out !== '-' && (await isPlainFile(options.out)))
      await saveFile(codebookPath(options.out), [codebookOf(list as never)])
  } finally {
    desk.close()
  }
}

async function toFile(desk: Desk, wanted: Wanted, out: string): Promise<void> {
  const tools = formats[wanted.format].takes === 'trees' ? await openReader() : undefined
  const pieces = exportDesk(desk, wanted, tools)
  if (out === '-') for (const bytes of batched(pieces)) await writeOut(bytes)
  else await saveFile(out, pieces)
}

async function toFolder(desk: Desk, wanted: Wanted, out: string): Promise<void> {
  const count = await saveFolder(out, filesFromDesk(desk, wanted))
  remark(`onrecord: ${count} files in ${out}`)
}
