import { Command } from 'commander'
import { deskSources } from '../../desk/check-sources.ts'
import { openDesk } from '../../desk/open.ts'
import { openReader } from '../../open.ts'
import type { OpenedReader } from '../../read.ts'
import { Failure } from '../../record/failure.ts'
import { type CheckRow, type CheckVerdict, openSources, type Sources, verdicts } from '../../story/check/index.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption } from '../options.ts'
import { writeOut } from '../output.ts'
import { showCheck } from '../show/check.ts'
import { terminal } from '../show/terminal.ts'
import { takenRecords, takenReports } from '../taken-records.ts'

interface CheckOptions {
  sources?: string[]
  desk?: string
  json?: boolean
  failOn: string
  codebook?: string
}

/** Verdicts that end with exit status 1 where --fail-on names no others: every quotation that is not exact. */
const FAILING: readonly CheckVerdict[] = ['altered', 'joined', 'other-speaker', 'other-day', 'paraphrase', 'not-found']

const HELP = `
Every quotation and every attributed statement of a draft gets a verdict:
  exact          the sources have these words, from this speaker
  altered        words were left out, put in or changed; changed numbers and negations are pointed out
  joined         words of two places, without a mark of omission
  other-speaker  the words are there, and another said them
  other-day      the words are there, said on another day
  paraphrase     the sources have the words outside quotation marks
  supported      an indirect statement: the sources have its speaker say much the same
  not-supported  they do not
  not-found      no source has the words
Ellipses, brackets, a capital at the start, kinds of quotation mark, and British or American spelling do not count as alterations.
Nothing is called true or false.

Examples:
  onrecord check draft.txt --sources notes/ wire.jsonl
  onrecord check draft.txt --desk border.db --json
  onrecord check drafts/*.txt --desk border.db --fail-on altered,not-found`

/** `onrecord check`: whether a draft's quotations are in its sources, word for word, from the one who said it. */
export function checkCommand(): Command {
  return new Command('check')
    .description(deskCommands.check)
    .argument('<drafts...>', 'the drafts: files, or - for standard input')
    .option('--sources <sources...>', 'files, folders or addresses that hold the sources')
    .option('--desk <file>', 'a desk that holds the sources')
    .addOption(codebookOption())
    .option('--json', 'a line of JSON for each quotation and statement')
    .option(
      '--fail-on <verdicts>',
      "verdicts that give exit status 1, with commas between; 'none' for none",
      FAILING.join(','),
    )
    .addHelpText('after', HELP)
    .action(check)
}

async function check(drafts: string[], options: CheckOptions): Promise<void> {
  const failing = failingOf(options.failOn)
  if (!options.sources === !options.desk)
    throw new Failure('bad-argument', 'name the sources by --sources FILES... or by --desk FILE, one of the two')
  const reader = await openReader({ codebook: options.codebook })
  const desk = options.desk === undefined ? undefined : openDesk(options.desk, { readonly: true })
  try {
    const sources = desk ? deskSources(desk) : await readSources(options.sources ?? [], reader)
    let failed = false
    for await (const draft of takenReports(drafts)) {
      const record = reader.read({ id: draft.id, text: draft.text, published: draft.published })
      const rows = reader.check(record, sources)
      failed ||= rows.some(({ verdict }) => failing.has(verdict))
      await writeOut(options.json ? lines(draft.id, rows) : showCheck(record, rows, terminal()))
    }
    if (failed) process.exitCode = 1
  } finally {
    desk?.close()
  }
}

function failingOf(list: string): ReadonlySet<CheckVerdict> {
  if (list === 'none') return new Set()
  const named = list.split(',').map((verdict) => verdict.trim())
  const unknown = named.find((verdict) => !verdicts.includes(verdict as CheckVerdict))
  if (unknown !== undefined)
    throw new Failure('bad-argument', `--fail-on: '${unknown}' is no verdict; use ${verdicts.join(', ')}, or none`)
  return new Set(named as CheckVerdict[])
}

async function readSources(sources: readonly string[], reader: OpenedReader): Promise<Sources> {
  const records = await takenRecords(sources, reader)
  if (records.length === 0)
    throw new Failure('bad-argument', '--sources holds no report; name files or folders that do')
  return openSources(records)
}

const lines = (draft: string, rows: readonly CheckRow[]) =>
  rows.map((row) => `${JSON.stringify({ draft, ...row })}\n`).join('')
