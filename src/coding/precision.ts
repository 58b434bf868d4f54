import { type Share, shareOf } from './interval.ts'

/** A row as the machine read it, and what stands decided of it. */
export interface JudgedRow {
  list: 'statements' | 'events'
  /** act of a statement, type of an event */
  kind: string
  outlet?: string
  confidence: number
  verdict: 'right' | 'wrong' | 'mended'
  /** fields that were mended */
  fields: readonly string[]
}

/** How often rows of a kind are right. */
export interface Precision {
  list: JudgedRow['list']
  /** what they have in common */
  by: 'all' | 'kind' | 'outlet' | 'confidence'
  /** empty where it is all of them */
  value: string
  /** right as they were read */
  right: Share
  /** right, or right once mended: rows that are there */
  there: Share
}

/** How often a field is right in rows that are there. */
export interface FieldPrecision {
  list: JudgedRow['list']
  field: string
  right: Share
}

/** Bands of confidence: from, and below what; the last takes 1 too. */
export const BANDS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9] as const

/** The band that a confidence falls into, in words: '0.8 to 0.9'. */
export function bandOf(confidence: number): string {
  const at = BANDS.findLastIndex((from) => confidence >= from)
  return `${BANDS[Math.max(0, at)]} to ${BANDS[at + 1] ?? 1}`
}

/** How often rows are right: of each list, and of each kind, outlet and band of confidence. */
export function precisionOf(rows: readonly JudgedRow[]): Precision[] {
  return (['statements', 'events'] as const).flatMap((list) => {
    const own = rows.filter((row) => row.list === list)
    if (own.length === 0) return []
    const of = (by: Precision['by'], nameIn: (row: JudgedRow) => string | undefined, inOrder = false) =>
      groupsOf(own, nameIn, inOrder).map(([value, group]) => ({ list, by, value, ...sharesOf(group) }))
    return [
      { list, by: 'all' as const, value: '', ...sharesOf(own) },
      ...of('kind', ({ kind }) => kind),
      ...of('outlet', ({ outlet }) => outlet),
      ...of('confidence', ({ confidence }) => bandOf(confidence), true),
    ]
  })
}

/** How often each field that somebody mended is right, in rows that are there. */
export function fieldPrecisionOf(rows: readonly JudgedRow[]): FieldPrecision[] {
  return (['statements', 'events'] as const).flatMap((list) => {
    const there = rows.filter((row) => row.list === list && row.verdict !== 'wrong')
    const mended = [...new Set(there.flatMap(({ fields }) => fields))].sort()
    return mended.map((field) => ({
      list,
      field,
      right: shareOf(there.filter(({ fields }) => !fields.includes(field)).length, there.length),
    }))
  })
}

function sharesOf(rows: readonly JudgedRow[]): Pick<Precision, 'right' | 'there'> {
  const count = (...verdicts: readonly string[]) => rows.filter(({ verdict }) => verdicts.includes(verdict)).length
  return { right: shareOf(count('right'), rows.length), there: shareOf(count('right', 'mended'), rows.length) }
}

/** Rows by a value, those with most first, or in the values' own order. */
function groupsOf(
  rows: readonly JudgedRow[],
  nameIn: (row: JudgedRow) => string | undefined,
  inOrder: boolean,
): [string, JudgedRow[]][] {
  const groups = new Map<string, JudgedRow[]>()
  for (const row of rows) {
    const value = nameIn(row)
    if (value === undefined) continue
    const group = groups.get(value)
    if (group) group.push(row)
    else groups.set(value, [row])
  }
  return [...groups].sort(([a, x], [b, y]) => (inOrder ? 0 : y.length - x.length) || (a < b ? -1 : 1))
}
