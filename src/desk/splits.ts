import { Failure } from '../record/failure.ts'
import { folded } from './fold.ts'
import { isPronoun } from './pronouns.ts'

/**
 * What rows of a list can be split by in a picture: the SQL that gives the value, over the list's table `t`. With `join`, a row may have
 * several values, and stands in each.
 */
export interface Split {
  value: string
  join?: string
  /** the value is a name: those that differ in capitals alone are one, as they are to a search */
  isName?: boolean
}

const report = '(SELECT outlet FROM reports r WHERE r.report = t.report)'
const name = (column: string) => `(SELECT name FROM named m WHERE m.named = t.${column})`
const actors = "LEFT JOIN roles o ON o.event = t.event AND o.role = 'actor' LEFT JOIN named m ON m.named = o.named"

const splitsOf = {
  statements: {
    act: { value: 't.act' },
    speaker: { value: name('speaker_named'), isName: true },
    outlet: { value: report },
    quotation: { value: 't.quotation' },
    country: { value: '(SELECT country FROM named m WHERE m.named = t.speaker_named)' },
    sector: {
      value: 'sector.value',
      join: 'LEFT JOIN named m ON m.named = t.speaker_named LEFT JOIN json_each(m.sectors) sector',
    },
  },
  events: {
    status: { value: 't.status' },
    type: { value: 't.type' },
    mode: { value: 't.mode' },
    word: { value: `CASE WHEN t.word IS NULL THEN 'report' ELSE ${name('word_named')} END`, isName: true },
    outlet: { value: report },
    // of the actors
    country: { value: 'm.country', join: actors },
    sector: { value: 'sector.value', join: `${actors} LEFT JOIN json_each(m.sectors) sector` },
  },
} as const satisfies Record<'statements' | 'events', { [field: string]: Split }>

export type SplitList = keyof typeof splitsOf

/** What rows of a list can be split by in a picture. */
export const splits: { readonly [L in SplitList]: readonly string[] } = {
  statements: Object.keys(splitsOf.statements),
  events: Object.keys(splitsOf.events),
}

/**
 * How rows of a list are split by a field.
 *
 * @throws Failure `bad-argument` where the list has no such field
 */
export function splitOf(list: SplitList, by: string): Split {
  const found: { readonly [field: string]: Split } = splitsOf[list]
  if (Object.hasOwn(found, by)) return found[by]
  throw new Failure('bad-argument', `${list} cannot be split by ${by}; split them by ${splits[list].join(', ')}`)
}

/** What is left when only the values with the most are shown. */
export const OTHER = 'other'

/**
 * Values with the most, largest first; the rest, and what has none, is `other`.
 *
 * @param isName values that differ in capitals alone are one
 * @returns the values, and where the counts of each value go
 */
export function mostOf(rows: Iterable<{ value: string; count: number }>, most: number, isName = false) {
  const spelt = new Map<string, string>()
  const one = (value: string) => {
    const key = isName ? folded(value) : value
    if (!spelt.has(key)) spelt.set(key, value)
    return spelt.get(key) as string
  }
  const totals = new Map<string, number>()
  for (const { value, count } of rows) totals.set(one(value), (totals.get(one(value)) ?? 0) + count)
  const ranked = [...totals]
    .filter(([value]) => value !== '' && !(isName && isPronoun(value)))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const shown = ranked.slice(0, most).map(([value]) => value)
  const values = shown.length < totals.size ? [...shown, OTHER] : shown
  const places = new Map(shown.map((value, at) => [value, at]))
  return { values, at: (value: string) => places.get(one(value)) ?? shown.length }
}
