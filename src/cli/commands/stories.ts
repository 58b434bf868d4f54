import { Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { openStoryGrouping } from '../../open-stories.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import type { Story } from '../../story/group/stories.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption } from '../options.ts'
import { writeOut } from '../output.ts'
import { shown, wrap } from '../show/layout.ts'
import { look, type Terminal, terminal } from '../show/terminal.ts'

interface StoriesOptions {
  desk: string
  json?: boolean
  codebook?: string
  all?: boolean
}

const HELP = `
Reports are one story where they tell of the same happenings: what they have in common of words, names, figures, places, days and triggers decides,
rare ones more than frequent ones, and how far apart they were published. A story's id stays as long as its first report is its first.

Examples:
  onrecord stories --desk border.db
  onrecord stories --desk border.db --json > stories.jsonl`

/** `onrecord stories`: reports of the same happenings, together. */
export function storiesCommand(): Command {
  return new Command('stories')
    .description(deskCommands.stories)
    .requiredOption('--desk <file>', 'the desk')
    .addOption(codebookOption())
    .option('--json', 'a story a line, with its happenings and where each report tells of them')
    .option('--all', 'stories of a single report, too; --json always has them')
    .addHelpText('after', HELP)
    .action(stories)
}

async function stories({ desk: file, json, all, codebook }: StoriesOptions): Promise<void> {
  const desk = openDesk(file, { readonly: true })
  try {
    const records: NewsRecord[] = []
    for (const { id } of desk.all({ list: 'reports', filter: { copies: true } })) {
      const record = desk.record(id)
      if (record) records.push(record)
    }
    const found = (await openStoryGrouping({ codebook })).of(records)
    if (json) {
      for (const story of found) await writeOut(`${JSON.stringify(story)}\n`)
      return
    }
    const reports = new Map(records.map(({ report }) => [report.id, report]))
    const shownStories = all ? found : found.filter(({ reports }) => reports.length > 1)
    shownStories.sort((a, b) => b.reports.length - a.reports.length)
    for (const story of shownStories) await writeOut(showStory(story, reports, terminal()))
    const alone = found.length - shownStories.length
    if (alone > 0) await writeOut(`${alone} ${alone === 1 ? 'report stands' : 'reports stand'} alone.\n`)
  } finally {
    desk.close()
  }
}

function showStory(story: Story, reports: ReadonlyMap<string, NewsRecord['report']>, terminal: Terminal): string {
  const members = story.reports.map((id) => reports.get(id)).filter((report) => report !== undefined)
  const outlets = new Set(members.map(({ outlet }) => outlet).filter(Boolean))
  const days = members.map(({ published }) => published?.slice(0, 10)).filter((day) => day !== undefined)
  const shared = story.happenings.filter(({ events }) => new Set(events.map(({ report }) => report)).size > 1).length
  const told = [
    `${members.length} ${members.length === 1 ? 'report' : 'reports'}`,
    outlets.size > 0 && `${outlets.size} ${outlets.size === 1 ? 'outlet' : 'outlets'}`,
    days.length > 0 && (days[0] === days.at(-1) ? days[0] : `${days[0]} to ${days.at(-1)}`),
    `${shared} ${shared === 1 ? 'happening' : 'happenings'} told by several`,
  ]
  const head = `${terminal.paint(look.heading, story.id)} ${told.filter(Boolean).join(' · ')}`
  const lines = members.map(({ id, outlet, title }) =>
    wrap(
      [
        { text: shown(id), format: look.who },
        {
          text: [outlet, title]
            .filter(Boolean)
            .map((part) => shown(part as string))
            .join(' · '),
        },
      ],
      terminal,
      '  ',
      4,
    ),
  )
  return `${head}\n${lines.join('')}\n`
}
