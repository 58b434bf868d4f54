import { Option } from 'commander'
import { Failure } from '../record/failure.ts'
import { isPublished } from '../record/published.ts'

/** How many threads read. @param when what the option is for, where a command has others too */
export function threadsOption(when = ''): Option {
  return new Option('--threads <n>', `${when}how many threads read; all cores where left out`).argParser((value) => {
    const threads = Number(value)
    if (Number.isInteger(threads) && threads >= 1 && threads <= 1024) return threads
    throw new Failure('bad-argument', `--threads takes a number from 1 to 1024, not '${value}'`)
  })
}

/** --codebook: a folder whose tables are laid over the codebook. */
export function codebookOption(): Option {
  return new Option('--codebook <dir>', 'a folder of tables to lay over the codebook (docs/codebook.md)')
}

/** The value of --published. */
export function published(value: string): string {
  if (isPublished(value)) return value
  throw new Failure('bad-argument', `--published takes an ISO 8601 date such as 2024-10-03, not '${value}'`)
}
