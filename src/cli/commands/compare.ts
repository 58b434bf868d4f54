import { Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { openReader } from '../../open.ts'
import { openStoryGrouping } from '../../open-stories.ts'
import { Failure } from '../../record/failure.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import { compareStory } from '../../story/compare.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption } from '../options.ts'
import { writeOut } from '../output.ts'
import { showCompared } from '../show/compare.ts'
import { terminal } from '../show/terminal.ts'
import { takenRecords } from '../taken-records.ts'

interface CompareOptions {
  desk?: string
  json?: boolean
  codebook?: string
}

const HELP = `
Every happening that two or more of the reports tell stands with a line for each: its status, on whose word, who did it to whom, when, where, and
how many were killed or hurt. What differs is named; nothing is judged.

Examples:
  onrecord compare wire.txt radio.txt post.txt
  onrecord compare border-clash summit --desk border.db --json`

/** `onrecord compare`: what each of several reports says of the same happenings. */
export function compareCommand(): Command {
  return new Command('compare')
    .description(deskCommands.compare)
    .argument('<reports...>', 'files that hold reports; with --desk, ids of reports')
    .option('--desk <file>', 'a desk that has the reports')
    .addOption(codebookOption())
    .option('--json', 'a line of JSON for each happening')
    .addHelpText('after', HELP)
    .action(compare)
}

async function compare(reports: string[], { desk, json, codebook }: CompareOptions): Promise<void> {
  const records =
    desk === undefined ? await takenRecords(reports, await openReader({ codebook })) : recordsOf(reports, desk)
  if (records.length < 2) throw new Failure('bad-argument', 'name two reports or more to compare')
  const story = (await openStoryGrouping({ codebook })).together(records)
  const compared = compareStory(story, records)
  await writeOut(
    json
      ? compared.map((one) => `${JSON.stringify(one)}\n`).join('')
      : showCompared(compared, records.length, terminal()),
  )
}

function recordsOf(reports: readonly string[], file: string): NewsRecord[] {
  const desk = openDesk(file, { readonly: true })
  try {
    return reports.map((id) => {
      const record = desk.record(id)
      if (!record)
        throw new Failure(
          'report-missing',
          `${file} has no report ${id}; onrecord find reports --desk ${file} lists them`,
        )
      return record
    })
  } finally {
    desk.close()
  }
}
