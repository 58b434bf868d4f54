import type Database from 'better-sqlite3'
import { idFrom } from '../record/id.ts'
import { featuresOf } from '../story/group/features.ts'
import { type Counts, countIn, noCounts } from '../story/group/likeness.ts'
import type { Stories } from '../story/group/stories.ts'
import { packTerms, type ReportTerms, termsOf, unpackTerms } from '../story/group/terms.ts'
import { findingWords, type Kept } from '../story/join/join.ts'
import type { OpenedDesk } from './open.ts'

/** Reports that a word finds, the latest. */
const HELD = 40
/** Terms of reports kept at hand. */
const AT_HAND = 1500
/** The counts are written down after so many reports; those of later ones are counted again when a desk is opened. */
const SAVED = 500
/** A desk of so many reports at most is grouped anew where it has grown by a tenth: in larger ones reports join, and words are known well enough. */
const GROUPED = 2000
const GROWN = 1.1

/** Puts reports of a desk into stories, as they are added. */
export interface StoryJoiner {
  /**
   * Puts a report into the story that it belongs to, or begins one with it; where it is there already, nothing. Stories that it shows to be the same
   * become one.
   *
   * @param copyOf the report that it is a near copy of, whose story it belongs to
   */
  join(report: number, id: string, terms: ReportTerms, copyOf?: number): void
  /** reports that were read and are in no story: those of a desk that an older version made */
  missing(): { report: number; id: string; copyOf: number | null }[]
  /** Groups a small desk anew, as all of its reports taken together tell. Stories keep their addresses. */
  settle(): void
}

/** Puts what is in no story yet into one, and groups a small desk anew. */
export function joinMissing(desk: OpenedDesk, joiner: StoryJoiner): void {
  for (const { report, id, copyOf } of joiner.missing()) {
    const record = desk.record(id)
    if (record) joiner.join(report, id, termsOf(featuresOf(record)), copyOf ?? undefined)
  }
  joiner.settle()
}

export function openStoryJoiner(db: Database.Database, stories: Stories): StoryJoiner {
  const pluck = <P extends unknown[], T>(sql: string) => db.prepare<P, T>(sql).pluck()
  const there = pluck<[number], number>('SELECT story FROM story_reports WHERE report = ?')
  const holders = pluck<[number], number>(
    `SELECT report FROM story_words WHERE word = ? ORDER BY report DESC LIMIT ${HELD}`,
  )
  const told = db.prepare<[number], { day: number | null; terms: Buffer | null }>(
    'SELECT day, terms FROM story_reports WHERE report = ?',
  )
  const members = pluck<[number, number], number>(
    'SELECT report FROM story_reports WHERE story = ? AND terms IS NOT NULL ORDER BY report DESC LIMIT ?',
  )
  const add = db.prepare('INSERT INTO story_reports (report, story, day, terms) VALUES (?, ?, ?, ?)')
  const word = db.prepare('INSERT OR IGNORE INTO story_words (word, report) VALUES (?, ?)')
  const begin = db.prepare('INSERT INTO stories (id) VALUES (?)')
  const move = db.prepare('UPDATE story_reports SET story = ? WHERE story = ?')
  const lead = db.prepare('UPDATE stories SET merged_into = ? WHERE story = ?')

  const atHand = new Map<number, { day?: number; terms: ReportTerms }>()
  const at = (report: number) => {
    const held = atHand.get(report)
    if (held) return held
    const { day, terms } = told.get(report) as { day: number | null; terms: Buffer }
    const found = { day: day ?? undefined, terms: unpackTerms(terms, day ?? undefined) }
    if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value as number)
    atHand.set(report, found)
    return found
  }
  const counts = readCounts(db)
  const kept: Kept = {
    counts: counts.of,
    holders: (number) => holders.all(number),
    dayOf: (report) => at(report).day,
    terms: (report) => at(report).terms,
    storyOf: (report) => there.get(report) as number,
    members: (story, most) => members.all(story, most),
  }
  const merge = (into: number, from: number) => {
    move.run(into, from)
    lead.run(into, from)
  }
  const beginOf = (id: string) => Number(begin.run(freeId(db, id)).lastInsertRowid)

  return {
    join(report, id, terms, copyOf) {
      if (there.get(report) !== undefined) return
      const original = copyOf === undefined ? undefined : there.get(copyOf)
      if (original !== undefined) {
        add.run(report, original, terms.day ?? null, null)
        return
      }
      countIn(counts.of, terms)
      const { story, merged } = stories.join(kept, terms)
      // the one with the older address leads on
      const all = story === undefined ? [beginOf(id)] : [story, ...merged].sort((a, b) => a - b)
      add.run(report, all[0], terms.day ?? null, packTerms(terms))
      for (const number of findingWords(counts.of, terms)) word.run(number, report)
      for (const other of all.slice(1)) merge(all[0], other)
      counts.added(report)
    },
    missing: () =>
      db
        .prepare(
          `SELECT r.report, r.id, r.copy_of AS copyOf FROM reports r WHERE r.state = 'read' AND NOT EXISTS (SELECT 1 FROM story_reports s WHERE s.report = r.report) ORDER BY r.report`,
        )
        .all() as { report: number; id: string; copyOf: number | null }[],
    settle() {
      const { reports } = counts.of
      if (reports > GROUPED || reports < counts.grouped() * GROWN) return
      settle(db, stories, merge, beginOf)
      counts.save(reports)
    },
  }
}

/** Groups all reports anew, and gives each group the oldest story that most of its reports are of and no larger group has. */
function settle(
  db: Database.Database,
  stories: Stories,
  merge: (into: number, from: number) => void,
  beginOf: (id: string) => number,
): void {
  const rows = db
    .prepare(
      'SELECT s.report, r.id, s.story, s.day, s.terms FROM story_reports s JOIN reports r USING (report) WHERE s.terms IS NOT NULL ORDER BY r.published_at, s.report',
    )
    .all() as { report: number; id: string; story: number; day: number | null; terms: Buffer }[]
  const groups = stories.group(rows.map(({ terms, day }) => unpackTerms(terms, day ?? undefined)))
  const shared = new Map<string, { group: number; story: number; count: number }>()
  rows.forEach(({ story }, n) => {
    const key = `${groups[n]} ${story}`
    const pair = shared.get(key) ?? { group: groups[n], story, count: 0 }
    pair.count++
    shared.set(key, pair)
  })
  const storyOf = new Map<number, number>()
  const groupOf = new Map<number, number>()
  const pairs = [...shared.values()].sort((a, b) => b.count - a.count || a.story - b.story || a.group - b.group)
  for (const { group, story } of pairs)
    if (!storyOf.has(group) && !groupOf.has(story)) {
      storyOf.set(group, story)
      groupOf.set(story, group)
    }
  const put = db.prepare('UPDATE story_reports SET story = ? WHERE report = ?')
  rows.forEach(({ report, id, story }, n) => {
    const group = groups[n]
    const to = storyOf.get(group) ?? beginOf(id)
    storyOf.set(group, to)
    if (to !== story) put.run(to, report)
  })
  db.exec(
    `UPDATE story_reports SET story = (SELECT o.story FROM reports r JOIN story_reports o ON o.report = r.copy_of WHERE r.report = story_reports.report) WHERE terms IS NULL`,
  )
  // a story that was left by all leads where most of its reports went
  for (const { group, story } of pairs)
    if (!groupOf.has(story)) {
      groupOf.set(story, group)
      merge(storyOf.get(group) as number, story)
    }
}

/** An id made from a story's first report; where another story has it, the next free one. */
function freeId(db: Database.Database, report: string): string {
  const taken = db.prepare<[string], number>('SELECT 1 FROM stories WHERE id = ?').pluck()
  const id = idFrom('y', [report])
  for (let n = 1; ; n++) {
    const made = n === 1 ? id : `${id}-${n}`
    if (!taken.get(made)) return made
  }
}

/** The counts of a desk's terms: as they were written down, and those of later reports. */
function readCounts(db: Database.Database) {
  const saved = db.prepare('SELECT upto, reports, grouped, terms FROM story_counts').get() as
    | { upto: number; reports: number; grouped: number; terms: Buffer }
    | undefined
  const of: Counts = noCounts()
  let upto = 0
  let grouped = 0
  let since = 0
  if (saved) {
    of.reports = saved.reports
    of.terms.set(new Uint16Array(Uint8Array.from(saved.terms).buffer))
    upto = saved.upto
    grouped = saved.grouped
  }
  const later = db
    .prepare('SELECT report, day, terms FROM story_reports WHERE report > ? AND terms IS NOT NULL ORDER BY report')
    .all(upto) as { report: number; day: number | null; terms: Buffer }[]
  for (const { report, terms } of later) {
    countIn(of, unpackTerms(terms, undefined))
    upto = report
    since++
  }
  const write = db.prepare(
    'INSERT OR REPLACE INTO story_counts (one, upto, reports, grouped, terms) VALUES (1, ?, ?, ?, ?)',
  )
  const save = (atGrouping = grouped) => {
    grouped = atGrouping
    since = 0
    write.run(upto, of.reports, grouped, Buffer.from(of.terms.buffer))
  }
  return {
    of,
    grouped: () => grouped,
    save,
    added(report: number) {
      upto = Math.max(upto, report)
      if (++since >= SAVED) save()
    },
  }
}
