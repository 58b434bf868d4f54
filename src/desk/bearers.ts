import type Database from 'better-sqlite3'
import { noLands } from '../codes/no-lands.ts'
import type { Bearer } from '../rows/rows.ts'
import { folded, foldOf } from './fold.ts'
import { numberOf } from './lists.ts'

/** One whom a name stands for, and the numbers of all its rows in the table of names. */
export interface Borne extends Bearer {
  numbers: readonly number[]
}

/** Who is called what, over all reports of a desk. */
export interface Bearers {
  /** those who are called so, those with most rows first; one, where nothing tells two apart */
  of(name: string): readonly Borne[]
  /** the numbers of all rows of the one that has this number */
  numbersOf(number: number): readonly number[]
}

/** Reports that are looked into for each row of a name, the latest. */
const LOOKED = 12
/** Answers kept at hand. */
const AT_HAND = 2000
/** Names in more than a share of the reports say nothing of who stands beside them; in a desk of few reports all do. */
const COMMON = 0.1
const FEW = 30
/** Points from which two rows of a name are two bearers, where nothing ties them; a surname alone needs fewer. */
const APART = 2
const APART_SURNAME = 1
/** Names beside each that are shown. */
const SHOWN = 3
/** Kinds whose names say in which company somebody stands, and what a name of theirs looks like. */
const WHO: ReadonlySet<string> = new Set(['person', 'organization'])
const FULL = /^\p{Lu}.* \p{Lu}/u

/** What is told of a row of a name, or of several that are one. */
interface Told {
  rows: readonly NamedRow[]
  kinds: ReadonlySet<string>
  links: ReadonlySet<string>
  countries: ReadonlySet<string>
  /** of which a nationality or the codebook says that they are its own */
  sure: ReadonlySet<string>
  /** of all that its reports name */
  around: ReadonlySet<string>
  sectors: ReadonlySet<string>
  /** words of titles that the reports give it, and the titles */
  words: ReadonlySet<string>
  titles: ReadonlyMap<string, number>
  beside: ReadonlySet<number>
  stories: ReadonlySet<number>
  /** whether a report calls it by a name, and does not only describe it */
  hasName: boolean
  report?: number
}

interface NamedRow {
  named: number
  name: string
  kind: string
  country: string
  sectors: string
  link: string
  reports: number
  statements: number
  acts: number
  receives: number
}

const weight = ({ statements, acts, receives }: NamedRow) => statements + acts + receives

const opened = new WeakMap<Database.Database, Bearers>()

/** Who is called what in a desk; what is found is kept at hand until the desk changes. */
export function bearersOf(db: Database.Database): Bearers {
  const there = opened.get(db)
  if (there) return there
  const made = openBearers(db)
  opened.set(db, made)
  return made
}

function openBearers(db: Database.Database): Bearers {
  const rowsOf = db.prepare<[number, string], NamedRow>(
    `SELECT named, name, kind, country, sectors, link, reports, statements, acts, receives FROM named
     WHERE named IN (SELECT coalesce(same_as, named) FROM named WHERE fold = ? AND folded(name) = ?) AND statements + acts + receives > 0 ORDER BY named`,
  )
  const nameOf = db.prepare<[number], string>('SELECT name FROM named WHERE named = ?').pluck()
  const version = db.prepare('SELECT total_changes()').pluck()
  const tell = openTell(db)
  const bear = openBear(db)
  const atHand = new Map<string, readonly Borne[]>()
  let as = ''
  const of = (name: string): readonly Borne[] => {
    const now = `${db.pragma('data_version', { simple: true })} ${version.get()}`
    if (now !== as || atHand.size >= AT_HAND) atHand.clear()
    as = now
    const key = folded(name)
    const kept = atHand.get(key)
    if (kept) return kept
    const rows = rowsOf.all(foldOf(key), key).sort((a, b) => weight(b) - weight(a) || a.named - b.named)
    const told = rows.map(tell)
    const found = (told.length > 1 ? parted(told, key.includes(' ')) : told).map(bear)
    atHand.set(key, found)
    return found
  }
  return {
    of,
    numbersOf(number) {
      const name = nameOf.get(number)
      if (name === undefined) return [number]
      return of(name).find(({ numbers }) => numbers.includes(number))?.numbers ?? [number]
    },
  }
}

/** Sectors whose bodies each country has its own of. */
const OF_STATES: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'PTY', 'OPP', 'SPY'])

const rowsIn = ({ rows }: Told) => rows.reduce((sum, row) => sum + weight(row), 0)

/** Puts rows of a name together: each, most frequent first, with those before that it is most like, unless what is told of it sets it apart from all. */
function parted(rows: readonly Told[], isWhole: boolean): Told[] {
  const groups: Told[] = []
  // what no country is known of tells nobody from the others
  const placed = (row: Told) => (row.countries.size > 0 ? 0 : 1)
  for (const row of [...rows].sort((a, b) => placed(a) - placed(b))) {
    // a description is of many, whoever they are, and so is the name of a people or a faith
    if (groups.length > 0 && isOfMany(row) && isOfMany(groups[0])) {
      groups[0] = both(groups[0], row)
      continue
    }
    const likeness = groups.map((group) => ties(group, row) - apart(group, row))
    const least = isWhole || !row.kinds.has('person') ? APART : APART_SURNAME
    const best = likeness.reduce((best, like, at) => (best < 0 || like > likeness[best] ? at : best), -1)
    if (best < 0 || likeness[best] <= -least) groups.push(row)
    else groups[best] = both(groups[best], row)
  }
  return groups.sort((a, b) => rowsIn(b) - rowsIn(a))
}

const isOfMany = ({ hasName, kinds }: Told) => !hasName || kinds.has('group')

const shares = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => {
  let count = 0
  for (const one of a) if (b.has(one)) count++
  return count
}
const differ = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => a.size > 0 && b.size > 0 && shares(a, b) === 0

/** What speaks for one: the same entry of the codebook, a story, a name beside both, words of a title. */
function ties(a: Told, b: Told): number {
  if (shares(a.links, b.links) > 0) return 100
  return 3 * shares(a.stories, b.stories) + 2 * shares(a.beside, b.beside) + shares(a.words, b.words)
}

/**
 * What speaks for two: another entry of the codebook, another country; titles and sectors, which change in a life, and whether it is a person, which is
 * often misread, count only beside one of these. A country that a report only suggests does not count where the reports of either name that of the other. An
 * army, a parliament or a party of another country is another one.
 */
function apart(a: Told, b: Told): number {
  if (differ(a.links, b.links)) return 50
  const areNear = shares(a.countries, b.around) + shares(b.countries, a.around) > 0
  if (areNear || !differ(a.countries, b.countries)) return differ(a.sure, b.sure) ? 2 : 0
  const arePersons = (told: Told) => told.kinds.has('person')
  const areBodies = (told: Told) => told.kinds.has('organization') && shares(told.sectors, OF_STATES) > 0
  const countries = differ(a.sure, b.sure) || (areBodies(a) && areBodies(b)) ? 2 : 1
  const kinds = arePersons(a) === arePersons(b) ? 0 : 1
  return countries + kinds + (differ(a.words, b.words) ? 1 : 0) + (differ(a.sectors, b.sectors) ? 1 : 0)
}

const union = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => new Set([...a, ...b])

function both(a: Told, b: Told): Told {
  const titles = new Map(a.titles)
  for (const [title, count] of b.titles) titles.set(title, (titles.get(title) ?? 0) + count)
  return {
    rows: [...a.rows, ...b.rows],
    kinds: union(a.kinds, b.kinds),
    links: union(a.links, b.links),
    countries: union(a.countries, b.countries),
    sure: union(a.sure, b.sure),
    around: union(a.around, b.around),
    sectors: union(a.sectors, b.sectors),
    words: union(a.words, b.words),
    titles,
    beside: union(a.beside, b.beside),
    stories: union(a.stories, b.stories),
    hasName: a.hasName || b.hasName,
    report: a.report ?? b.report,
  }
}

/** Looks into the latest reports in which a row of a name speaks, acts or has something done to it. */
function openTell(db: Database.Database): (row: NamedRow) => Told {
  const places = db.prepare<[number, number], { reading: number; n: number | null; report: number }>(
    `SELECT * FROM (SELECT reading, speaker AS n, report FROM statements WHERE speaker_named = ? AND newest ORDER BY published_at DESC LIMIT ${LOOKED})
     UNION SELECT * FROM (SELECT v.reading, o.entity AS n, v.report FROM roles o JOIN events v USING (event) WHERE o.named = ? AND v.newest ORDER BY o.event DESC LIMIT ${LOOKED})`,
  )
  const basis = db
    .prepare<[number, number], string | null>('SELECT basis FROM entities WHERE reading = ? AND n = ?')
    .pluck()
  const titles = db.prepare<[number, number], { start: number; end: number }>(
    `SELECT start, "end" FROM mentions WHERE reading = ? AND entity = ? AND form_code = ${numberOf('form', 'title')} ORDER BY start`,
  )
  const text = db.prepare<[number], string>('SELECT text FROM reports WHERE report = ?').pluck()
  const all = db.prepare<[number], { named: number; name: string; kind: string; reports: number; country: string }>(
    'SELECT named, name, kind, reports, country FROM entities JOIN named USING (named) WHERE reading = ?',
  )
  const isNamed = db
    .prepare<[number, number], number>(
      `SELECT 1 FROM mentions WHERE reading = ? AND entity = ? AND form_code = ${numberOf('form', 'name')} LIMIT 1`,
    )
    .pluck()
  const story = db.prepare<[number], number>('SELECT story FROM story_reports WHERE report = ?').pluck()
  const reports = db.prepare<[], number>('SELECT count(*) FROM reports').pluck()
  return (row) => {
    const found = places.all(row.named, row.named)
    const common = Math.max(FEW, (reports.get() as number) * COMMON)
    const own = folded(row.name)
    const said = new Map<string, number>()
    const besides = new Set<number>()
    const stories = new Set<number>()
    const around = new Set<string>()
    let isSure = false
    let hasName = false
    for (const reading of new Set(found.map(({ reading }) => reading)))
      for (const { named, name, kind, reports, country } of all.all(reading)) {
        if (folded(name) === own) continue
        if (country !== '' && kind === 'place') around.add(country)
        if (reports <= common && WHO.has(kind) && name.includes(' ') && FULL.test(name)) besides.add(named)
      }
    for (const report of new Set(found.map(({ report }) => report))) {
      const of = story.get(report)
      if (of !== undefined) stories.add(of)
    }
    for (const { reading, n, report } of found) {
      if (n === null) continue
      const of = basis.get(reading, n)
      if (of === 'nationality' || of === 'registry') isSure = true
      if (!hasName) hasName = isNamed.get(reading, n) === 1
      for (const { start, end } of titles.all(reading, n)) {
        const title = (text.get(report) as string).slice(start, end).replace(/\s+/g, ' ')
        said.set(title, (said.get(title) ?? 0) + 1)
      }
    }
    const country = noLands.has(row.country) ? '' : row.country
    const some = (value: string) => new Set(value === '' ? [] : [value])
    return {
      rows: [row],
      kinds: new Set([row.kind]),
      links: some(row.link),
      countries: some(country),
      sure: some(isSure ? country : ''),
      around,
      sectors: new Set(JSON.parse(row.sectors) as string[]),
      words: new Set([...said.keys()].flatMap((title) => folded(title).match(/\p{L}{4,}/gu) ?? [])),
      titles: said,
      beside: besides,
      stories,
      hasName,
      report: found[0]?.report,
    }
  }
}

function openBear(db: Database.Database): (told: Told) => Borne {
  const reportOf = db.prepare<[number], string>('SELECT id FROM reports WHERE report = ?').pluck()
  const nameOf = db.prepare<[number], string>('SELECT name FROM named WHERE named = ?').pluck()
  return ({ rows, titles, countries, sectors, beside, report }) => {
    const sum = (of: 'reports' | 'statements' | 'acts' | 'receives') => rows.reduce((sum, row) => sum + row[of], 0)
    const numbers = rows.map(({ named }) => named)
    return {
      key: `e${Math.min(...numbers)}`,
      name: rows[0].name,
      kind: rows.find(({ kind }) => kind !== '')?.kind ?? '',
      countries: [...countries],
      sectors: [...sectors].sort(),
      titles: [...titles]
        .sort((a, b) => b[1] - a[1])
        .slice(0, SHOWN)
        .map(([title]) => title),
      beside: [...beside].slice(0, SHOWN).map((number) => nameOf.get(number) as string),
      reports: sum('reports'),
      statements: sum('statements'),
      acts: sum('acts'),
      receives: sum('receives'),
      ...(report !== undefined && { report: reportOf.get(report) }),
      numbers,
    }
  }
}
