import { Failure } from '../record/failure.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { Filter } from '../rows/filter.ts'
import type { StoryReport } from '../story/lay-out.ts'
import { allOf, conditionsOf } from './conditions.ts'
import type { OpenedDesk } from './open.ts'

/** A story as lists have it. */
export interface StoryRow {
  id: string
  /** the title of its first report, or its first words */
  title: string
  reports: number
  /** near copies among them */
  copies: number
  outlets: string[]
  /** first and last publication, where known */
  from?: string
  to?: string
}

export interface StoryQuery {
  /** reports of a story at least; 2 where it is left out */
  least?: number
  /** `latest`: by the last publication; `size`: by the number of reports; `first`: by the first publication */
  sort?: StorySort
  /** how many are passed over */
  skip?: number
  limit?: number
  /** the stories that one of these reports is of */
  report?: string
  /** only stories of which a report fits this */
  filter?: Pick<Filter, 'words' | 'outlet' | 'since' | 'until'>
}
export const storySorts = ['latest', 'size', 'first'] as const
export type StorySort = (typeof storySorts)[number]

const orders: Record<StorySort, string> = {
  latest: 'last DESC, s.story',
  size: 'reports DESC, s.story',
  first: 'first, s.story',
}
/** Characters of a report without a title that stand for one. */
const TITLE = 100

/** The stories of a desk, so many from one on, and how many there are. */
export function listStories(
  { db }: OpenedDesk,
  { least = 2, sort = 'latest', skip = 0, limit = 50, report, filter }: StoryQuery = {},
): { rows: StoryRow[]; count: number } {
  const narrowed = filter && Object.values(filter).some((value) => value !== undefined)
  const fitting = narrowed
    ? allOf(conditionsOf(db, 'reports', { ...filter, ...(report !== undefined && { report: [report] }), copies: true }))
    : report === undefined
      ? undefined
      : { text: 't.id = ?', values: [report] }
  const of = fitting
    ? `WHERE s.story IN (SELECT x.story FROM story_reports x JOIN reports t USING (report) WHERE ${fitting.text})`
    : ''
  const grouped = `FROM story_reports s JOIN reports r USING (report) ${of} GROUP BY s.story HAVING count(*) >= ?`
  const values = [...(fitting?.values ?? []), least]
  const found = db
    .prepare(
      `SELECT s.story, count(*) AS reports, sum(s.terms IS NULL) AS copies, min(r.published_at) AS first, max(r.published_at) AS last ${grouped} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, skip) as { story: number; reports: number; copies: number }[]
  const count = db
    .prepare(`SELECT count(*) FROM (SELECT 1 ${grouped})`)
    .pluck()
    .get(...values) as number
  const about = db.prepare<[number], { id: string }>('SELECT id FROM stories WHERE story = ?')
  const members = db.prepare<
    [number],
    { title: string | null; outlet: string | null; published: string | null; beginning: string }
  >(
    `SELECT r.title, r.outlet, r.published, substr(r.text, 1, ${TITLE}) AS beginning FROM story_reports s JOIN reports r USING (report)
     WHERE s.story = ? ORDER BY r.published_at, s.report`,
  )
  return {
    count,
    rows: found.map(({ story, reports, copies }) => {
      const all = members.all(story)
      const days = all.map(({ published }) => published).filter((day) => day !== null)
      const outlets = [...new Set(all.map(({ outlet }) => outlet).filter((outlet) => outlet !== null))]
      const titled = all.find(({ title }) => title)?.title ?? all[0].beginning.replace(/\s+/g, ' ').trim()
      return {
        id: about.get(story)?.id as string,
        title: titled,
        reports,
        copies,
        outlets,
        ...(days.length > 0 && { from: days[0], to: days.at(-1) }),
      }
    }),
  }
}

/** A story with the records of its reports, the first published first. */
export interface KeptStory {
  id: string
  /** the id that was asked for, where that story was merged into this one */
  merged?: string
  /** reports of this story that are not here, because it has too many */
  more: number
  reports: (StoryReport & { record: NewsRecord })[]
}

/** Most reports of a story that are laid side by side: the first published. */
const MOST = 60

/**
 * The story of that id; the id of one that was merged leads to the one that it went into.
 *
 * @throws Failure `story-missing`
 */
export function storyById(desk: OpenedDesk, id: string): KeptStory {
  const { db } = desk
  const find = db.prepare<[string], { story: number; merged: number | null }>(
    'SELECT story, merged_into AS merged FROM stories WHERE id = ?',
  )
  const next = db.prepare<[number], { story: number; id: string; merged: number | null }>(
    'SELECT story, id, merged_into AS merged FROM stories WHERE story = ?',
  )
  const first = find.get(id)
  if (!first) throw new Failure('story-missing', `the desk has no story ${id}; onrecord stories lists them`)
  let at = { ...first, id }
  while (at.merged !== null) {
    const into = next.get(at.merged)
    if (!into) break
    at = into
  }
  const members = db
    .prepare(
      `SELECT r.id, o.id AS copyOf, f.id AS corrects FROM story_reports s JOIN reports r USING (report)
         LEFT JOIN reports o ON o.report = r.copy_of LEFT JOIN corrections c ON c.report = r.report LEFT JOIN reports f ON f.report = c.corrects
       WHERE s.story = ? ORDER BY r.published_at, s.report`,
    )
    .all(at.story) as { id: string; copyOf: string | null; corrects: string | null }[]
  const again = db.prepare<[string], { at: string }>(
    'SELECT t.at FROM takings t JOIN reports r USING (report) WHERE r.id = ? ORDER BY taking',
  )
  const reports = members.slice(0, MOST).flatMap(({ id: report, copyOf, corrects }) => {
    const record = desk.rightRecord(report)
    return record
      ? [
          {
            record,
            ...(copyOf !== null && { copyOf }),
            ...(corrects !== null && { corrects }),
            taken: again.all(report).map(({ at: when }) => when),
          },
        ]
      : []
  })
  return { id: at.id, ...(at.id !== id && { merged: id }), more: Math.max(0, members.length - MOST), reports }
}

/** How many outlets a desk has reports of. */
export function outletsOf({ db }: OpenedDesk): number {
  return db.prepare('SELECT count(DISTINCT outlet) FROM reports').pluck().get() as number
}

/** What changes whenever the story of that id has other reports, or they were read anew. */
export function storyState({ db }: OpenedDesk, id: string): string {
  return db
    .prepare(
      `SELECT count(*) || ' ' || max(g.reading) || ' ' || total(g.reading) || ' ' || coalesce((SELECT max(decision) FROM decisions), 0) || ' ' || (SELECT count(DISTINCT outlet) FROM reports) FROM stories a
         JOIN story_reports s ON s.story = coalesce(a.merged_into, a.story) JOIN readings g ON g.report = s.report AND g.newest WHERE a.id = ?`,
    )
    .pluck()
    .get(id) as string
}
