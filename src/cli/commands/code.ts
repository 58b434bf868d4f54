import { Command } from 'commander'
import { filterLines } from '../filter.ts'
import { codebookOption, threadsOption } from '../options.ts'

interface CodeOptions {
  jsonl?: boolean
  threads?: number
  codebook?: string
}

const HELP = `
Every line of the files (or of standard input) is a phrase:
  {"id": "1", "text": "the Kenyan police", "date": "2024-10-03", "context": "..."}
id and text are needed. date says at which time offices and countries count; context is text near the phrase that may
name the country. The answer is a line {"id", "code": {"country", "sectors", "basis"}}; a phrase that says nothing of an
actor has an empty code. A bad line is answered in its place with an error, and the exit status is 1 at the end.

Example:
  echo '{"id": "1", "text": "the Kenyan police"}' | onrecord code`

/** `onrecord code`: PLOVER country and sectors of phrases that name actors. */
export function codeCommand(): Command {
  return new Command('code')
    .description('give phrases that name actors their PLOVER country and sectors')
    .argument('[files...]', 'files of phrases, or - for standard input (default: standard input)')
    .option('--jsonl', 'a phrase a line in, a code a line out; this is so without it too')
    .addOption(codebookOption())
    .addOption(threadsOption())
    .addHelpText('after', HELP)
    .action(code)
}

async function code(files: string[], options: CodeOptions): Promise<void> {
  const bad = await filterLines(files.length > 0 ? files : ['-'], { task: 'code' }, options)
  if (bad > 0) process.exitCode = 1
}
