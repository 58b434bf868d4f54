import { nearest } from '../codebook/nearest.ts'
import type { Filter, Query } from '../rows/filter.ts'
import { isKey } from '../rows/name-fields.ts'
import { folded, foldOf } from './fold.ts'
import type { OpenedDesk } from './open.ts'
import { isPronoun } from './pronouns.ts'

/** A value of a filter that nothing in the desk has, and values that are like it. */
export interface Hint {
  field: string
  value: string
  near: { value: string; count: number }[]
}

/** What is counted of a name for each field that takes names. */
const COUNTED: { readonly [field: string]: string } = {
  speaker: 'statements',
  told: 'mentions',
  about: 'mentions',
  actor: 'acts',
  recipient: 'receives',
  word: 'statements',
  place: 'mentions',
}

/** How many values that are like one are offered. */
const OFFERED = 5

/**
 * What a query that found nothing may have meant: names, outlets and reports that the desk does not have as they were typed, with those that are like them, most
 * frequent first. Nothing where every value is known.
 *
 * @example hintsOf(desk, { list: 'statements', filter: { speaker: ['mayer'] } })
 * // [{ field: 'speaker', value: 'mayer', near: [{ value: 'Kevin Mayer', count: 14 }] }]
 */
export function hintsOf({ db }: OpenedDesk, { filter = {} }: Pick<Query, 'list'> & { filter?: Filter }): Hint[] {
  const hints: Hint[] = []
  const add = (field: string, value: string, near: Hint['near']) => hints.push({ field, value, near })
  const known = db
    .prepare<[number, string], number>('SELECT 1 FROM named WHERE fold = ? AND folded(name) = ? LIMIT 1')
    .pluck()
  for (const [field, counted] of Object.entries(COUNTED))
    for (const value of (filter[field as keyof Filter] as string[] | undefined) ?? []) {
      if (isKey(value) || (field === 'word' && value === 'report')) continue
      if (isPronoun(value)) add(field, value, [])
      else if (known.get(foldOf(folded(value)), folded(value)) === undefined)
        add(field, value, namesLike(db, counted, value))
    }
  for (const [field, column] of [
    ['outlet', 'outlet'],
    ['report', 'id'],
    ['language', 'language'],
  ] as const)
    for (const value of filter[field] ?? []) {
      const is = db.prepare(`SELECT 1 FROM reports WHERE ${column} = ? LIMIT 1`).get(value)
      if (is === undefined) add(field, value, reportsLike(db, column, value))
    }
  return hints
}

type Database = OpenedDesk['db']

/** Names that hold the value, most frequent first; else the one that is spelt most alike. */
function namesLike(db: Database, counted: string, value: string): Hint['near'] {
  const holding = db
    .prepare<[string, number], Hint['near'][number]>(
      `SELECT name AS value, sum(${counted}) AS count FROM named WHERE ${counted} > 0 AND instr(folded(name), ?) > 0 GROUP BY name ORDER BY 2 DESC, 1 LIMIT ?`,
    )
    .all(folded(value), OFFERED)
  if (holding.length > 0) return holding
  const all = db
    .prepare<[], Hint['near'][number]>(
      `SELECT name AS value, sum(${counted}) AS count FROM named WHERE ${counted} > 0 GROUP BY name`,
    )
    .all()
  return spelt(value, all)
}

function reportsLike(db: Database, column: string, value: string): Hint['near'] {
  const all = db
    .prepare<[], Hint['near'][number]>(
      `SELECT ${column} AS value, count(*) AS count FROM reports WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC`,
    )
    .all()
  const holding = all.filter((one) => folded(one.value).includes(folded(value)))
  return holding.length > 0 ? holding.slice(0, OFFERED) : spelt(value, all)
}

/** The value that is spelt most alike, by itself or by one of its words: a last name is what people type. */
function spelt(value: string, all: readonly Hint['near'][number][]): Hint['near'] {
  const words = new Map<string, Hint['near'][number]>()
  for (const one of all)
    for (const word of [one.value, ...one.value.split(' ')]) {
      const before = words.get(word.toLowerCase())
      if (!before || before.count < one.count) words.set(word.toLowerCase(), one)
    }
  const like = nearest(value, words.keys())
  return like === undefined ? [] : [words.get(like) as Hint['near'][number]]
}

/**
 * A hint in a sentence.
 *
 * @example sayHint(hint) // "no speaker is called 'mayer'; did you mean Kevin Mayer (14)?"
 */
export function sayHint({ field, value, near }: Hint): string {
  if (isPronoun(value)) return `'${value}' stands for nobody over all reports; name whom it stands for`
  const none = field === 'report' ? `there is no report '${value}'` : `no ${field} is called '${value}'`
  return near.length === 0
    ? `${none}, nor anything like it`
    : `${none}; did you mean ${near.map(({ value, count }) => `${value} (${count})`).join(', ')}?`
}
