import { Command } from 'commander'
import { comparedReports } from '../../desk/laid-story.ts'
import { openDesk } from '../../desk/open.ts'
import { openReader } from '../../open.ts'
import { openStoryGrouping } from '../../open-stories.ts'
import { Failure } from '../../record/failure.ts'
import type { Stories } from '../../story/group/stories.ts'
import { type LaidStory, layOut } from '../../story/lay-out.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption } from '../options.ts'
import { writeOut } from '../output.ts'
import { showLaid } from '../show/compare.ts'
import { terminal } from '../show/terminal.ts'
import { takenRecords } from '../taken-records.ts'

interface CompareOptions {
  desk?: string
  json?: boolean
  codebook?: string
}

const HELP = `
Every happening that two or more of the reports tell stands with a line for each: its status, on whose word, who did it to whom, when, where, and
how many were killed or hurt. What differs is named; nothing is judged. Then come quotations that several have, word by word where they differ.

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
    .option('--json', 'a line of JSON: the reports laid out, as the API gives a story')
    .addHelpText('after', HELP)
    .action(compare)
}

async function compare(reports: string[], { desk, json, codebook }: CompareOptions): Promise<void> {
  const stories = await openStoryGrouping({ codebook })
  const laid = desk === undefined ? await ofFiles(reports, stories, codebook) : ofDesk(reports, stories, desk)
  await writeOut(json ? `${JSON.stringify(laid)}\n` : showLaid(laid, terminal()))
}

async function ofFiles(files: readonly string[], stories: Stories, codebook: string | undefined): Promise<LaidStory> {
  const records = await takenRecords(files, await openReader({ codebook }))
  if (records.length < 2) throw new Failure('bad-argument', 'name two reports or more to compare')
  return layOut(
    stories.together(records),
    records.map((record) => ({ record })),
    stories.originOf,
  )
}

function ofDesk(ids: readonly string[], stories: Stories, file: string): LaidStory {
  const desk = openDesk(file, { readonly: true })
  try {
    return comparedReports(desk, stories, ids)
  } finally {
    desk.close()
  }
}
