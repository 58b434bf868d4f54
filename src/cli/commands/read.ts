import { Command } from 'commander'
import { takeOne } from '../../intake/take-one.ts'
import { openReader } from '../../open.ts'
import { Failure } from '../../record/failure.ts'
import { filterLines } from '../filter.ts'
import { codebookOption, published, secondsOption, threadsOption } from '../options.ts'
import { writeOut } from '../output.ts'
import { showRecord } from '../show/record.ts'
import { terminal } from '../show/terminal.ts'

interface ReadOptions {
  json?: boolean
  jsonl?: boolean
  published?: string
  id?: string
  threads?: number
  codebook?: string
  reportSeconds?: number
}

const HELP = `
A report is UTF-8 text, or a page, feed item, line or archive as onrecord add takes it, if it holds one report alone. Lines at its beginning such as 'date 2024-10-03', 'Published: October 3, 2024' or 'Title: ...'
give what the options leave out.

With --jsonl, every line of the files (or of standard input) is a report:
  {"id": "1", "text": "...", "published": "2024-10-03", "title": "...", "outlet": "...", "url": "...", "byline": "..."}
id and text are needed. As many lines come out as went in, in the same order; a line that is empty or no report is
answered in its place with {"line": N, "error": {"code", "message"}}, and the exit status is 1 at the end.

Examples:
  onrecord read report.txt
  onrecord read --published 2024-10-03 --json - < report.txt
  onrecord read --jsonl < reports.jsonl > records.jsonl`

/** `onrecord read`: a report's record, for people or as JSON. */
export function readCommand(): Command {
  return new Command('read')
    .description('read a report and print its record')
    .argument('[files...]', "the report's file, or - for standard input; with --jsonl, files of reports")
    .option('--json', 'the record as JSON')
    .option('--jsonl', 'a report a line in, a record a line out')
    .option(
      '--published <date>',
      'date of publication, such as 2024-10-03; with --jsonl, for lines that have none',
      published,
    )
    .option('--id <id>', "the report's id (default: the file's name)")
    .addOption(codebookOption())
    .addOption(threadsOption('with --jsonl, '))
    .addOption(secondsOption())
    .addHelpText('after', HELP)
    .action(read)
}

async function read(files: string[], options: ReadOptions): Promise<void> {
  if (options.jsonl) {
    const work = { task: 'read', published: options.published } as const
    const { threads, codebook, reportSeconds: seconds } = options
    const bad = await filterLines(files.length > 0 ? files : ['-'], work, { threads, codebook, seconds })
    if (bad > 0) process.exitCode = 1
    return
  }
  if (files.length !== 1)
    throw new Failure('bad-argument', 'name one file to read, or - for standard input; onrecord read --help says more')
  const { report, notes } = await takeOne(files[0])
  const reader = await openReader({ codebook: options.codebook })
  const read = reader.read({
    ...report,
    id: options.id ?? report.id,
    published: report.published ?? options.published,
  })
  const record = { ...read, notes: [...notes, ...read.notes] }
  await writeOut(options.json ? `${JSON.stringify(record, null, 2)}\n` : showRecord(record, terminal()))
}
