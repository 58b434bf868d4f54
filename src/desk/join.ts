import type Database from 'better-sqlite3'
import { Failure } from '../record/failure.ts'
import { isKey } from '../rows/name-fields.ts'
import { bearersOf } from './bearers.ts'
import { deskFailure } from './failure.ts'
import { folded, foldOf } from './fold.ts'
import { numberOf } from './lists.ts'
import type { OpenedDesk } from './open.ts'
import { isPronoun } from './pronouns.ts'
import { openNamed } from './write-named.ts'

/** Who says so, and when. */
export interface Saying {
  by: string
  /** moment, ISO 8601 */
  at: string
  why?: string
}

/** What somebody said of a name: that it is another's, or that it is its own again. */
export interface Joining extends Saying {
  /** key and name of the one that was joined or parted */
  key: string
  name: string
  /** of whom it is; left out where it was parted */
  sameAs?: { key: string; name: string }
}

/** One with further names, as people joined them. */
export interface Joined {
  key: string
  name: string
  also: (Saying & { key: string; name: string })[]
}

/**
 * Says that two are one: whatever is told of `who` in lists, counts, pictures, searches and tables then stands under the name of `sameAs`, in the reports that come too. Records keep the names as they were read.
 *
 * @param who a name, or a key where several are called so
 * @throws Failure `name-unknown`, `name-shared` where a name is several's, or `bad-argument` where they are one already
 * @example joinNamed(desk, 'Darius Ven', 'Dario Venn', { by: 'Ilse', at: '2025-03-20T08:00:00Z' })
 */
export function joinNamed(desk: OpenedDesk, who: string, sameAs: string, saying: Saying): Joined {
  const { db } = desk
  return inDesk(db, () => {
    const one = found(db, who)
    const other = found(db, sameAs)
    const into = other.stands
    const numbers = one.numbers.filter((number) => number !== into && standsFor(db, number) !== into)
    if (numbers.length === 0 || one.stands === into)
      throw new Failure('bad-argument', `'${who}' and '${sameAs}' are one already`)
    const insert = db.prepare('INSERT INTO joinings (named, same_as, whole, by, at, why) VALUES (?, ?, ?, ?, ?, ?)')
    const { by, at, why } = saying
    // what stands for the one that is joined goes along with it
    for (const number of numbers) insert.run(number, into, one.isWhole ? 1 : 0, by, at, why ?? null)
    settleJoinings(db)
    return joinedOf(db, into)
  })
}

/**
 * Parts what was joined: the name stands for itself again.
 *
 * @param who the name that was joined to another's, or its key
 * @throws Failure `name-unknown` where nobody was joined so
 */
export function partNamed(desk: OpenedDesk, who: string, { by, at, why }: Saying): void {
  const { db } = desk
  inDesk(db, () => {
    const numbers = joinedSo(db, who)
    if (numbers.length === 0)
      throw new Failure('name-unknown', `nobody was joined as '${who}'; onrecord join --list lists who was`)
    const insert = db.prepare('INSERT INTO joinings (named, same_as, whole, by, at, why) VALUES (?, NULL, 0, ?, ?, ?)')
    for (const number of numbers) insert.run(number, by, at, why ?? null)
    settleJoinings(db)
  })
}

/** All that people said, oldest first. */
export function joiningsOf({ db }: Pick<OpenedDesk, 'db'>): Joining[] {
  const rows = db
    .prepare<
      [],
      {
        named: number
        name: string
        same_as: number | null
        whose: string | null
        by: string
        at: string
        why: string | null
      }
    >(
      `SELECT min(j.named) AS named, n.name, j.same_as, m.name AS whose, j.by, j.at, j.why FROM joinings j JOIN named n USING (named) LEFT JOIN named m ON m.named = j.same_as
       GROUP BY folded(n.name), j.same_as, j.by, j.at ORDER BY min(j.joining)`,
    )
    .all()
  return rows.map(({ named, name, same_as, whose, by, at, why }) => ({
    ...{ key: `e${named}`, name, by, at },
    ...(same_as !== null && whose !== null && { sameAs: { key: `e${same_as}`, name: whose } }),
    ...(why !== null && { why }),
  }))
}

/** Those who have further names now. */
export function allJoined({ db }: Pick<OpenedDesk, 'db'>): Joined[] {
  const roots = db
    .prepare<[], number>('SELECT DISTINCT same_as FROM named WHERE same_as IS NOT NULL ORDER BY 1')
    .pluck()
  return roots.all().map((number) => joinedOf(db, number))
}

/** The further names of one. */
export function joinedOf(db: Database.Database, number: number): Joined {
  const name = db.prepare<[number], string>('SELECT name FROM named WHERE named = ?').pluck()
  const also = db
    .prepare<[number], { named: number; name: string; by: string; at: string; why: string | null }>(
      `SELECT min(n.named) AS named, n.name, j.by, j.at, j.why FROM named n JOIN joinings j ON j.named = n.named
       WHERE n.same_as = ? AND j.joining = (SELECT max(joining) FROM joinings WHERE named = n.named) GROUP BY folded(n.name) ORDER BY n.name`,
    )
    .all(number)
    .map(({ named, name, by, at, why }) => ({ key: `e${named}`, name, by, at, ...(why !== null && { why }) }))
  return { key: `e${number}`, name: name.get(number) ?? '', also }
}

function inDesk<T>(db: Database.Database, what: () => T): T {
  try {
    return db.transaction(what).immediate()
  } catch (error) {
    throw deskFailure(error, db.name)
  }
}

interface Found {
  /** all rows of the one */
  numbers: readonly number[]
  /** the row that lists show */
  stands: number
  /** whether nobody else is called so */
  isWhole: boolean
}

const standsFor = (db: Database.Database, number: number): number =>
  (db.prepare<[number], number | null>('SELECT same_as FROM named WHERE named = ?').pluck().get(number) as
    | number
    | null) ?? number

function found(db: Database.Database, who: string): Found {
  const name = isKey(who)
    ? db
        .prepare<[number], string>('SELECT name FROM named WHERE named = ?')
        .pluck()
        .get(Number(who.slice(1)))
    : who
  if (name === undefined || isPronoun(name)) throw new Failure('name-unknown', `nobody in the desk is called '${who}'`)
  const bearers = bearersOf(db).of(name)
  const own = isKey(who) ? Number(who.slice(1)) : undefined
  if (own === undefined && bearers.length > 1)
    throw new Failure(
      'name-shared',
      `${bearers.length} are called ${name}: ${bearers.map(({ key, kind, countries }) => `${key} (${[kind, ...countries].join(' ')})`).join(', ')}; give the key of the one that is meant`,
    )
  const bearer = bearers.find(({ numbers }) => own === undefined || numbers.includes(standsFor(db, own)))
  const called = db
    .prepare<[number, string], number>(
      'SELECT named FROM named WHERE fold = ? AND folded(name) = ? ORDER BY kind_code = 0, mentions DESC',
    )
    .pluck()
    .all(foldOf(folded(name)), folded(name))
  const isWhole = bearers.length <= 1
  const numbers = [...new Set(isWhole ? [...(bearer?.numbers ?? []), ...called] : (bearer?.numbers ?? [own as number]))]
  if (numbers.length === 0) throw new Failure('name-unknown', `nobody in the desk is called '${who}'`)
  return { numbers, stands: standsFor(db, bearer?.numbers[0] ?? own ?? numbers[0]), isWhole }
}

/** Rows of a name that stand for another's now. */
function joinedSo(db: Database.Database, who: string): number[] {
  const sql = 'SELECT named FROM named WHERE fold = ? AND folded(name) = ? AND same_as IS NOT NULL'
  if (!isKey(who))
    return db
      .prepare<[number, string], number>(sql)
      .pluck()
      .all(foldOf(folded(who)), folded(who))
  const of = db.prepare<[number], { name: string; same_as: number | null }>(
    'SELECT name, same_as FROM named WHERE named = ?',
  )
  const own = of.get(Number(who.slice(1)))
  if (!own || own.same_as === null) return []
  return db
    .prepare<[number, string, number], number>(`${sql} AND same_as = ?`)
    .pluck()
    .all(foldOf(folded(own.name)), folded(own.name), own.same_as)
}

/** Brings all names up to what people said of them: whom each stands for, what repeats that in rows, and what is counted of each. */
export function settleJoinings(db: Database.Database): void {
  const before = new Map(
    db
      .prepare<[], { named: number; same_as: number }>('SELECT named, same_as FROM named WHERE same_as IS NOT NULL')
      .all()
      .map((row) => [row.named, row.same_as]),
  )
  const after = standing(db)
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (named) => before.get(named) !== after.get(named)?.same,
  )
  const set = db.prepare('UPDATE named SET same_as = ?, joined_whole = ? WHERE named = ?')
  for (const named of changed) set.run(after.get(named)?.same ?? null, after.get(named)?.whole ?? 0, named)
  const touched = new Set(
    changed.flatMap((named) => [named, before.get(named) ?? named, after.get(named)?.same ?? named]),
  )
  restand(db, [...touched])
  recount(db, [...touched])
}

/** Whom each joined name stands for, by the newest that was said of it; chains are followed to their end. */
function standing(db: Database.Database): Map<number, { same: number; whole: number }> {
  const said = db
    .prepare<[], { named: number; same_as: number | null; whole: number; fold: number; name: string }>(
      `SELECT j.named, j.same_as, j.whole, n.fold, folded(n.name) AS name FROM joinings j JOIN named n USING (named)
       WHERE joining = (SELECT max(joining) FROM joinings WHERE named = j.named)`,
    )
    .all()
  const next = new Map(said.flatMap((row): [number, typeof row][] => (row.same_as === null ? [] : [[row.named, row]])))
  const spoken = new Set(said.map(({ named }) => named))
  // whoever is called so is meant, whatever a report takes them for
  const called = db
    .prepare<[number, string], number>('SELECT named FROM named WHERE fold = ? AND folded(name) = ?')
    .pluck()
  for (const row of [...next.values()])
    if (row.whole) for (const named of called.all(row.fold, row.name)) if (!spoken.has(named)) next.set(named, row)
  const ends = new Map<number, { same: number; whole: number }>()
  for (const [named, { whole }] of next) {
    const passed = new Set([named])
    let at = next.get(named)?.same_as as number
    while (next.has(at) && !passed.has(at)) {
      passed.add(at)
      at = next.get(at)?.same_as as number
    }
    if (at !== named) ends.set(named, { same: at, whole })
  }
  return ends
}

const OWN = 'SELECT coalesce(x.same_as, x.named) FROM entities e JOIN named x USING (named)'

/** Writes whom rows stand for anew, of those that stand for one of these names. */
function restand(db: Database.Database, touched: readonly number[]): void {
  const names = JSON.stringify(touched)
  const among = '(SELECT value FROM json_each(?))'
  const run = (sql: string) => db.prepare(sql).run(names)
  run(`UPDATE statements SET speaker_named = (${OWN} WHERE e.reading = statements.reading AND e.n = statements.speaker)
    WHERE speaker IS NOT NULL AND speaker_named IN ${among}`)
  run(`UPDATE roles SET named = (${OWN} WHERE e.reading = (SELECT reading FROM events v WHERE v.event = roles.event) AND e.n = roles.entity)
    WHERE entity IS NOT NULL AND named IN ${among}`)
  for (const table of ['statements', 'events'])
    run(`UPDATE ${table} SET place_named = (${OWN} JOIN places p ON p.reading = e.reading AND p.entity = e.n WHERE p.reading = ${table}.reading AND p.n = ${table}."where")
      WHERE place_named IN ${among} AND EXISTS (SELECT 1 FROM places p WHERE p.reading = ${table}.reading AND p.n = ${table}."where" AND p.entity IS NOT NULL)`)
  restandWords(db, names)
  run(
    `UPDATE events SET word_named = (SELECT s.speaker_named FROM statements s WHERE s.reading = events.reading AND s.n = events.word) WHERE word_named IN ${among}`,
  )
}

/** The same of rows whose names are words of a text, and no entity's. */
function restandWords(db: Database.Database, names: string): void {
  const named = openNamed(db)
  const bare = [
    [
      'statements',
      'statement',
      'speaker_named',
      't.source_start AS start, t.source_end AS "end"',
      't.speaker IS NULL',
      '',
    ],
    ['roles', 'event', 'named', 't.start, t."end"', 't.entity IS NULL', 'JOIN events v USING (event)'],
    [
      'statements',
      'statement',
      'place_named',
      'p.start, p."end"',
      'p.entity IS NULL',
      'JOIN places p ON p.reading = t.reading AND p.n = t."where"',
    ],
    [
      'events',
      'event',
      'place_named',
      'p.start, p."end"',
      'p.entity IS NULL',
      'JOIN places p ON p.reading = t.reading AND p.n = t."where"',
    ],
  ] as const
  for (const [table, key, column, span, isBare, join] of bare) {
    const isRole = table === 'roles'
    const rows = db
      .prepare<[string], { key: number; role: number; n: number; start: number; end: number; text: string }>(
        `SELECT t.${key} AS key, ${isRole ? 't.role_code AS role, t.n' : '0 AS role, 0 AS n'}, ${span}, r.text FROM ${table} t ${join} JOIN reports r ON r.report = ${isRole ? 'v' : 't'}.report
         WHERE ${isBare} AND t.${column} IN (SELECT value FROM json_each(?))`,
      )
      .all(names)
    const set = db.prepare(
      `UPDATE ${table} SET ${column} = ? WHERE ${key} = ?${isRole ? ' AND role_code = ? AND n = ?' : ''}`,
    )
    for (const { key, role, n, start, end, text } of rows) {
      const number = named.standsFor(named.numberOf(text.slice(start, end), ''))
      set.run(number, key, ...(isRole ? [role, n] : []))
    }
  }
}

/** Counts anew what is told of these names, with all that stand for them. */
function recount(db: Database.Database, touched: readonly number[]): void {
  const names = JSON.stringify(touched)
  const role = (kind: string) =>
    `(SELECT count(*) FROM roles o JOIN events v USING (event) WHERE o.named = named.named AND o.role_code = ${numberOf('role', kind)} AND v.newest)`
  db.prepare(
    `UPDATE named SET reports = 0, mentions = 0, statements = (SELECT count(*) FROM statements s WHERE s.speaker_named = named.named AND s.newest),
       acts = ${role('actor')}, receives = ${role('recipient')} WHERE named IN (SELECT value FROM json_each(?))`,
  ).run(names)
  const counted = db
    .prepare<[string], { named: number; reports: number; mentions: number }>(
      `SELECT coalesce(x.same_as, x.named) AS named, count(DISTINCT e.reading) AS reports,
         sum((SELECT count(*) FROM mentions m WHERE m.reading = e.reading AND m.entity = e.n AND m.form_code <> ${numberOf('form', 'title')})) AS mentions
       FROM entities e JOIN named x USING (named) JOIN readings g USING (reading)
       WHERE g.newest AND e.named IN (SELECT n.named FROM named n JOIN json_each(?) j ON j.value IN (n.named, n.same_as)) GROUP BY 1`,
    )
    .all(names)
  const set = db.prepare('UPDATE named SET reports = ?, mentions = ? WHERE named = ?')
  for (const { named, reports, mentions } of counted) set.run(reports, mentions, named)
}
