import { Option } from 'commander'
import { REPORT_SECONDS } from '../one-by-one.ts'
import { Failure } from '../record/failure.ts'
import { isPublished } from '../record/published.ts'

/** How many threads read. @param when what the option is for, where a command has others too */
export function threadsOption(when = ''): Option {
  return new Option('--threads <n>', `${when}how many threads read (default: one for each core)`).argParser((value) => {
    const threads = Number(value)
    if (Number.isInteger(threads) && threads >= 1 && threads <= 1024) return threads
    throw new Failure('bad-argument', `--threads takes a number from 1 to 1024, not '${value}'`)
  })
}

/** --codebook: a folder whose tables are laid over the codebook. */
export function codebookOption(): Option {
  return new Option('--codebook <dir>', 'a folder of tables to lay over the codebook (docs/codebook.md)')
}

/** How long a report may be read. */
export function secondsOption(): Option {
  return new Option(
    '--report-seconds <n>',
    `how many seconds one report may take before it is given up and the next one read (default: ${REPORT_SECONDS})`,
  ).argParser((value) => {
    const seconds = Number(value)
    if (seconds > 0 && seconds <= 86_400) return seconds
    throw new Failure('bad-argument', `--report-seconds takes a number of seconds up to 86400, not '${value}'`)
  })
}

/** The value of --published. */
export function published(value: string): string {
  if (isPublished(value)) return value
  throw new Failure('bad-argument', `--published takes an ISO 8601 date such as 2024-10-03, not '${value}'`)
}
