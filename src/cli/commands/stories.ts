import { Command, Option } from 'commander'
import { type OpenedDesk, openDesk } from '../../desk/open.ts'
import { listStories, type StoryRow, type StorySort, storyById, storySorts } from '../../desk/stories.ts'
import { openStoryGrouping } from '../../open-stories.ts'
import type { Stories } from '../../story/group/stories.ts'
import { originsOf } from '../../story/origins.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption } from '../options.ts'
import { writeOut } from '../output.ts'
import { shown, wrap } from '../show/layout.ts'
import { look, type Terminal, terminal } from '../show/terminal.ts'

interface StoriesOptions {
  desk: string
  json?: boolean
  all?: boolean
  sort: StorySort
  codebook?: string
}

const HELP = `
Reports are put into stories as they are added: those that tell of the same happenings belong to one. Reports are compared by the
words, names, figures, places, days and triggers that they share, where rare ones count for more, and by how far apart they were published. A story
keeps its id; where two turn out to be one, the id of the younger leads to the older.

Examples:
  onrecord stories --desk border.db
  onrecord stories --desk border.db --json > stories.jsonl`

/** `onrecord stories`: reports of the same happenings, together. */
export function storiesCommand(): Command {
  return new Command('stories')
    .description(deskCommands.stories)
    .requiredOption('--desk <file>', 'the desk')
    .option('--json', 'a story a line, with its happenings and where each report tells of them')
    .option('--all', 'stories of a single report, too; --json always has them')
    .addOption(
      new Option('--sort <order>', 'by size, by latest or by first publication').choices(storySorts).default('size'),
    )
    .addOption(codebookOption())
    .addHelpText('after', HELP)
    .action(stories)
}

/** Stories listed at once. */
const PAGE = 500

async function stories({ desk: file, json, all, sort, codebook }: StoriesOptions): Promise<void> {
  const desk = openDesk(file, { readonly: true })
  try {
    const grouping = await openStoryGrouping({ codebook })
    const least = all || json ? 1 : 2
    let shownReports = 0
    for (let skip = 0; ; skip += PAGE) {
      const { rows, count } = listStories(desk, { least, sort, skip, limit: PAGE })
      for (const row of rows) {
        const { reports } = storyById(desk, row.id)
        shownReports += row.reports
        if (reports.length === 0) continue
        const records = reports.map(({ record }) => record)
        await writeOut(
          json
            ? `${JSON.stringify({ ...grouping.together(records), id: row.id })}\n`
            : showStory(row, desk, grouping, terminal()),
        )
      }
      if (skip + PAGE >= count) break
    }
    if (json) return
    const alone = desk.count({ list: 'reports', filter: { copies: true } }) - shownReports
    if (alone > 0) await writeOut(`${alone} ${alone === 1 ? 'report stands' : 'reports stand'} alone.\n`)
  } finally {
    desk.close()
  }
}

function showStory(
  { id, reports: count, outlets, from, to }: StoryRow,
  desk: OpenedDesk,
  grouping: Stories,
  terminal: Terminal,
): string {
  const records = storyById(desk, id).reports.map(({ record }) => record)
  const origins = originsOf(records, grouping.originOf)
  const names = new Set(origins.map(({ origin }) => origin.name))
  const many = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`
  const [first, last] = [from?.slice(0, 10), to?.slice(0, 10)]
  const told = [
    count === 1 ? '1 report' : `${count} reports`,
    outlets.length > 0 && many(outlets.length, 'outlet'),
    many(names.size, 'origin'),
    first && (first === last ? first : `${first} to ${last}`),
  ]
  const head = `${terminal.paint(look.heading, id)} ${told.filter(Boolean).join(' · ')}`
  const lines = records.map(({ report: { id, outlet, title } }, at) => {
    const { name, basis } = origins[at].origin
    const of = basis === 'own' || basis === 'family' ? undefined : `from ${name}`
    const parts = [outlet, title, of].filter((part) => part !== undefined).map(shown)
    return wrap([{ text: shown(id), format: look.who }, { text: parts.join(' · ') }], terminal, '  ', 4)
  })
  return `${head}\n${lines.join('')}\n`
}
