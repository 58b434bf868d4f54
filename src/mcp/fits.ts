import { fieldsOf } from '../desk/conditions.ts'
import { Failure } from '../record/failure.ts'
import type { Filter, List, Query } from '../rows/filter.ts'

/** What lists can be narrowed by besides their fields. */
const others: Record<List, (keyof Filter)[]> = {
  statements: ['words', 'since', 'until', 'from', 'to', 'least', 'most', 'copies'],
  events: ['words', 'since', 'until', 'from', 'to', 'least', 'most', 'copies'],
  reports: ['words', 'since', 'until', 'copies'],
  entities: ['words'],
}

/** Most values of one field: a question with more is a list to be matched, not a question. */
const MOST = 100

/**
 * Refuses a filter that a list has no use for. A desk finds nothing by it, or does not heed it; an assistant would take that for an answer.
 *
 * @throws Failure `bad-argument` that names the field, and what it takes or which there are
 */
export function checkFits({ list, filter }: Pick<Query, 'list' | 'filter'>): void {
  const fields = new Set<string>([...fieldsOf(list), ...others[list]])
  const { not = {}, ...own } = filter
  const long = [own, not].flatMap(Object.entries).find(([, values]) => Array.isArray(values) && values.length > MOST)
  if (long) throw new Failure('bad-argument', `filter.${long[0]}: at most ${MOST} values; ask in several calls`)
  const unfit = Object.keys({ ...own, ...not }).find((field) => !fields.has(field))
  if (unfit === undefined) return
  throw new Failure(
    'bad-argument',
    `filter.${unfit}: ${list} cannot be narrowed by ${unfit}; they can by ${[...fields].join(', ')}`,
  )
}
