import { fieldsOf } from '../desk/conditions.ts'
import type { Filter, List, Query } from '../desk/filter.ts'
import { Failure } from '../report/failure.ts'

/** What lists can be narrowed by besides their fields. */
const others: Record<List, (keyof Filter)[]> = {
  statements: ['words', 'since', 'until', 'from', 'to', 'least', 'most', 'copies'],
  events: ['words', 'since', 'until', 'from', 'to', 'least', 'most', 'copies'],
  reports: ['words', 'since', 'until', 'copies'],
  entities: ['words'],
}

/**
 * Refuses a filter that a list has no use for. A desk finds nothing by it, or does not heed it; an assistant would take that for an answer.
 *
 * @throws Failure `bad-argument` that names the field and those that there are
 */
export function checkFits({ list, filter }: Pick<Query, 'list' | 'filter'>): void {
  const fields = new Set<string>([...fieldsOf(list), ...others[list]])
  const { not = {}, ...own } = filter
  const unfit = Object.keys({ ...own, ...not }).find((field) => !fields.has(field))
  if (unfit === undefined) return
  throw new Failure(
    'bad-argument',
    `filter.${unfit}: ${list} cannot be narrowed by ${unfit}; they can by ${[...fields].join(', ')}`,
  )
}
