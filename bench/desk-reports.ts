import type { ReportInput } from '../src/record/report.ts'
import type { Record as NewsRecord } from '../src/record/types.ts'
import { seeded } from '../src/seeded.ts'

/**
 * Reports of varied structure, for a desk of any size. A few hundred are put together from sentences and read; the rest are
 * those with other names, words and dates of the same lengths in the same places, so that their records hold for them too.
 */

type Chance = () => number

const pick = <T>(of: readonly T[], random: Chance): T => of[Math.floor(random() * of.length)]
/** The first of a list far more often than the last, as names in the news are. */
const often = <T>(of: readonly T[], random: Chance): T => of[Math.floor(of.length ** random()) - 1] ?? of[0]

/** Names of one length, made of syllables: a capital first. */
function names(length: number, count: number, random: Chance): string[] {
  const found = new Set<string>()
  while (found.size < count) {
    let name = ''
    while (name.length < length) name += pick([...'bdfgklmnprstvz'], random) + pick([...'aeiou'], random)
    found.add(name[0].toUpperCase() + name.slice(1, length))
  }
  return [...found]
}

const fixed = seeded(1)
/** Names that stand for each other: first names, last names, towns. */
const pools = [names(5, 150, fixed), names(7, 3000, fixed), names(8, 800, fixed)]
const [first, last, towns] = pools
/** Words that stand for each other. */
const sameLength = [
  ['bridge', 'market', 'harbor', 'school', 'clinic', 'border', 'canal ', 'prison', 'museum', 'valley'].map((w) =>
    w.trim(),
  ),
  ['trade', 'water', 'grain', 'rents', 'roads', 'coast', 'ports', 'mines', 'wages', 'crops'],
  ['election', 'pipeline', 'contract', 'ceasefire', 'festival', 'research', 'railways', 'hospital', 'airfield'],
].map((words) => words.filter((word) => word.length === words[0].length))

export const outlets = Array.from({ length: 40 }, (_, n) => `${towns[n]} ${['Post', 'Wire', 'Courier', 'News'][n % 4]}`)

const titles = [
  'President',
  'Prime Minister',
  'Foreign Minister',
  'General',
  'Senator',
  'opposition leader',
  'spokesman',
  'Judge',
]
const groups = [
  'the defence ministry',
  'the central bank',
  'the army',
  'police',
  'rebels',
  'the miners union',
  'the health service',
  'the party',
  'villagers',
  'the court',
]
const days = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'on the eve of the vote',
  'last month',
  'a year ago',
]
const verbs = [
  'said',
  'told reporters',
  'denied',
  'warned',
  'announced',
  'claimed',
  'insisted',
  'confirmed',
  'argued',
  'promised',
]

/** Sentences; {x} is filled in from `fill`. */
const sentences = [
  '{title} {name} {verb} on {day} that the {n6} would reopen.',
  '"We will not give up the {n6}," {name} {verb} in {town}.',
  '"The {n5} belong to everybody," said {name}, a {job} from {town}, "and nobody may sell them."',
  '{Group} arrested {number} people in {town} on {day}.',
  '{Group} attacked a convoy near {town}, killing {number} soldiers and wounding {number}.',
  '{name} accused {group} of breaking the {n8}.',
  '{title} {name} met {title} {name} in {town} on {day} to discuss {n5}.',
  'About {number} people marched through {town} against the {n8}.',
  '{Group} rejected the demand, according to {name}.',
  '{name} {verb} that {group} had fired on the {n6}.',
  '{name} denied that {group} had taken the {n5}.',
  'The government signed an agreement with {group} on the {n8}, {name} {verb}.',
  '{Group} seized {number} trucks outside {town}, a spokesman said.',
  'Heavy rain flooded the {n6} in {town} and forced {number} families to leave.',
  '{name} asked {group} to release {name}.',
  '{Group} will send aid worth {number} million dollars to {town}, {name} {verb}.',
  'It was not clear who had ordered the {n8}.',
  'According to {name}, {name} said that {group} were planning to leave {town}.',
  'Asked about the {n8}, {name} declined to comment.',
  'The {n8}, built in 1978, has divided {town} for years.',
  '{title} {name} resigned on {day} after {group} criticised the {n5}.',
  '{Group} sentenced {name} to {number} years in prison for spying.',
  'He {verb} the talks with {name} had been "useful and open".',
  'She added that {number} workers at the {n6} had lost their jobs.',
  '{name}, who leads {group}, {verb} he would visit {town} on {day}.',
]
const jobs = ['teacher', 'farmer', 'fisherman', 'shopkeeper', 'nurse', 'lawyer', 'driver']

/** Reports put together from sentences: 4 to 28 of them, about a few people and towns. */
export function baseReports(count: number): ReportInput[] {
  const random = seeded(2)
  return Array.from({ length: count }, (_, n) => {
    const people = Array.from({ length: 5 }, () => `${pick(first, random)} ${pick(last, random)}`)
    const places = Array.from({ length: 3 }, () => pick(towns, random))
    const length = 4 + Math.floor(random() ** 2 * 25)
    const lines = Array.from({ length }, () => sentence(people, places, random))
    return {
      id: `base-${n}`,
      text: lines
        .map((line, i) => line + (i % 3 === 2 ? '\n\n' : ' '))
        .join('')
        .trim(),
      published: '2020-01-01',
    }
  })
}

function sentence(people: readonly string[], places: readonly string[], random: Chance): string {
  const group = () => pick(groups, random)
  const fill: { [slot: string]: () => string } = {
    name: () => pick(people, random),
    title: () => pick(titles, random),
    town: () => often(places, random),
    group,
    Group: () => group().replace(/^./, (letter) => letter.toUpperCase()),
    verb: () => pick(verbs, random),
    day: () => pick(days, random),
    job: () => pick(jobs, random),
    number: () => `${2 + Math.floor(random() ** 3 * 400)}`,
    n6: () => pick(sameLength[0], random),
    n5: () => pick(sameLength[1], random),
    n8: () => pick(sameLength[2], random),
  }
  const line = pick(sentences, random).replace(/\{(\w+)\}/g, (_, slot: string) => fill[slot]())
  return line[0].toUpperCase() + line.slice(1)
}

/** For a word, the words that may stand in its place: of its length, so that every span holds. */
export type Swaps = ReadonlyMap<string, readonly string[]>

/** The swaps of reports that are put together here. */
export const ownSwaps: Swaps = new Map(
  [...pools, ...sameLength].flatMap((pool) => pool.map((word) => [word, pool] as const)),
)

/**
 * Swaps for records of real reports: every longer word may become another of theirs that is as long and begins alike, with a capital or
 * not. Words that are names of fields or codes stay.
 */
export function swapsOf(records: readonly NewsRecord[]): Swaps {
  const words = (text: string) => text.match(WORD) ?? []
  const kept = new Set(
    records.flatMap(({ report, entities, ...rest }) => {
      const names = { report: Object.keys(report), entities: entities.map(({ name: _, ...entity }) => entity) }
      return words(JSON.stringify({ ...rest, ...names }))
    }),
  )
  const groups = new Map<string, Set<string>>()
  for (const { report } of records)
    for (const word of words(report.text)) {
      if (kept.has(word)) continue
      const kind = `${word.length}${/^[A-Z]/.test(word) ? 'A' : 'a'}`
      groups.set(kind, (groups.get(kind) ?? new Set()).add(word))
    }
  return new Map([...groups.values()].flatMap((group) => [...group].map((word) => [word, [...group]] as const)))
}

const WORD = /\b[A-Za-z]{5,12}\b/g
const DAY = 86_400_000

/** A record with other names, words and dates in the same places; one name becomes the same other throughout. */
export function remixed(json: string, id: string, random: Chance, swaps: Swaps = ownSwaps): NewsRecord {
  const become = new Map<string, string>()
  const other = (word: string) => {
    const pool = swaps.get(word)
    if (!pool) return word
    const found =
      become.get(word) ?? ((pools as readonly unknown[]).includes(pool) ? often(pool, random) : pick(pool, random))
    become.set(word, found)
    return found
  }
  const shift = Math.floor(random() * 2000) * DAY
  const record = JSON.parse(
    json
      .replace(WORD, other)
      .replace(/\b20\d\d-\d\d-\d\d\b/g, (day) => new Date(Date.parse(day) + shift).toISOString().slice(0, 10)),
  ) as NewsRecord
  record.report = { ...record.report, id, outlet: often(outlets, random) }
  return record
}
