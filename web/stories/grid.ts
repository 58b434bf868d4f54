import type { Compared, Telling } from '../../src/story/compare.ts'
import type { LaidReport, LaidStory } from '../../src/story/lay-out.ts'
import { countFields } from '../words/events.ts'
import { differsBetween } from './differs-between.ts'
import { reportName } from './report-names.ts'

/** A report as a column: those of one origin stand together. */
export interface ReportColumn {
  report: LaidReport
  /** what it is called: its outlet, or its id */
  name: string
  /** whether it is the first of its origin */
  first: boolean
}

/** Columns of one origin next to each other. */
export interface Band {
  origin: string
  columns: number
}

/** What a report says of one happening: all its tellings, and the one that says most. */
export interface Cell {
  chief: Telling
  tellings: Telling[]
}

export interface GridRow {
  happening: Compared
  /** who did it to whom, as the first that names both has it */
  parties: string
  /** the words for it, each once, the most frequent first */
  words: string[]
  cells: (Cell | undefined)[]
}

export interface Grid {
  columns: ReportColumn[]
  bands: Band[]
  rows: GridRow[]
}

/** Which happenings are shown. */
export const shownHappenings = ['shared', 'differ', 'alone'] as const
export type ShownRows = (typeof shownHappenings)[number]

/** A story as a grid: happenings as rows, reports as columns, the origins in the order of their first report. */
export function gridOf(story: LaidStory, shown: ShownRows): Grid {
  const about = new Map(story.reports.map((report) => [report.id, report]))
  const columns: ReportColumn[] = story.origins.flatMap(({ reports }) =>
    reports.flatMap((id, at) => {
      const report = about.get(id)
      return report ? [{ report, name: reportName(report), first: at === 0 }] : []
    }),
  )
  return {
    columns,
    bands: story.origins.map(({ name, reports }) => ({ origin: name, columns: reports.length })),
    rows: story.happenings.filter((one) => isShown(one, story.reports.length, shown)).map((one) => rowOf(one, columns)),
  }
}

function isShown({ silent, differs }: Compared, reports: number, shown: ShownRows): boolean {
  const told = reports - silent.length
  if (shown === 'alone') return told === 1
  return told > 1 && (shown === 'shared' || differs.length > 0)
}

/** How many happenings each choice shows. */
export function countsOf({ happenings, reports }: LaidStory): Record<ShownRows, number> {
  const count = (shown: ShownRows) => happenings.filter((one) => isShown(one, reports.length, shown)).length
  return { shared: count('shared'), differ: count('differ'), alone: count('alone') }
}

function rowOf(happening: Compared, columns: readonly ReportColumn[]): GridRow {
  const { tellings } = happening
  const both = tellings.find(({ actors, recipients }) => actors.length > 0 && recipients.length > 0)
  const one = both ?? tellings.find(({ actors, recipients }) => actors.length + recipients.length > 0)
  return {
    happening,
    parties: one ? `${one.actors[0] ?? '…'} → ${one.recipients[0] ?? '…'}` : '',
    words: wordsOf(tellings),
    cells: columns.map(({ report }) => cellOf(tellings.filter((telling) => telling.report === report.id))),
  }
}

function wordsOf(tellings: readonly Telling[]): string[] {
  const counts = new Map<string, number>()
  for (const { words } of tellings) counts.set(words.toLowerCase(), (counts.get(words.toLowerCase()) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words)
}

function cellOf(tellings: Telling[]): Cell | undefined {
  if (tellings.length === 0) return undefined
  const weight = (telling: Telling) =>
    2 * countFields.filter((field) => telling[field] !== undefined).length +
    (['when', 'where'] as const).filter((field) => telling[field] !== undefined).length +
    Math.min(1, telling.actors.length) +
    Math.min(1, telling.recipients.length)
  const [chief] = [...tellings].sort((a, b) => weight(b) - weight(a))
  return { chief, tellings: [chief, ...tellings.filter((other) => other !== chief)] }
}

/**
 * Whose words a cell's are laid beside where nobody chooses: those of the report whose telling says most that is different, of another origin
 * rather than of the same.
 */
export function besideOf(row: GridRow, column: number, columns: readonly ReportColumn[]): number | undefined {
  const mine = row.cells[column]
  if (!mine) return undefined
  let best: { at: number; score: number } | undefined
  row.cells.forEach((cell, at) => {
    if (!cell || at === column) return
    const apart = columns[at].report.origin.name === columns[column].report.origin.name ? 0 : 0.5
    const score = differsBetween(row.happening, mine.chief, cell.chief).length + apart
    if (!best || score > best.score) best = { at, score }
  })
  return best?.at
}
