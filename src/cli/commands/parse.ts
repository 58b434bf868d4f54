import { Command } from 'commander'
import { takeOne } from '../../intake/take-one.ts'
import { writeConllu } from '../../language/conllu.ts'
import { openReader } from '../../open.ts'
import { Failure } from '../../record/failure.ts'
import { filterLines } from '../filter.ts'
import { codebookOption, secondsOption, threadsOption } from '../options.ts'
import { writeOut } from '../output.ts'

interface ParseOptions {
  jsonl?: boolean
  id?: string
  threads?: number
  codebook?: string
  reportSeconds?: number
}

const HELP = `
CoNLL-U holds a word a line: its form, lemma, tags, head and relation. '# newdoc id' begins a report, '# text' is a
sentence's text, and TokenRange=START:END in the last column says which characters of the report a word covers (UTF-16
code units, end exclusive).

Without a file, standard input holds a report a line, as for onrecord read --jsonl. A line that is no report is answered
in its place with a comment '# error = {...}', and the exit status is 1 at the end.

Examples:
  onrecord parse report.txt
  onrecord parse < reports.jsonl > reports.conllu`

/** `onrecord parse`: words, tags and trees as CoNLL-U. */
export function parseCommand(): Command {
  return new Command('parse')
    .description("write a report's words, tags and trees as CoNLL-U")
    .argument('[files...]', "the report's file, or - for a text on standard input; with --jsonl, files of reports")
    .option('--jsonl', 'a report a line in, as without a file')
    .option('--id <id>', "the report's id (default: the file's name)")
    .addOption(codebookOption())
    .addOption(threadsOption('with --jsonl, '))
    .addOption(secondsOption())
    .addHelpText('after', HELP)
    .action(parse)
}

async function parse(
  files: string[],
  { jsonl, id, threads, codebook, reportSeconds: seconds }: ParseOptions,
): Promise<void> {
  if (jsonl || files.length === 0) {
    const bad = await filterLines(files.length > 0 ? files : ['-'], { task: 'parse' }, { threads, codebook, seconds })
    if (bad > 0) process.exitCode = 1
    return
  }
  if (files.length !== 1) throw new Failure('bad-argument', 'name one file to parse; onrecord parse --help says more')
  const { report } = await takeOne(files[0])
  const reader = await openReader({ codebook })
  await writeOut(writeConllu(id ?? report.id, reader.parse(report.text)))
}
