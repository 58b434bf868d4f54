import { Failure } from '../record/failure.ts'
import type { Filter, List, Query } from '../rows/filter.ts'
import { fieldsOf } from './conditions.ts'

/** What lists can be narrowed by besides their fields. */
const others: Record<List, (keyof Filter)[]> = {
  statements: ['words', 'since', 'until', 'from', 'to', 'least', 'most', 'copies'],
  events: ['words', 'since', 'until', 'from', 'to', 'least', 'most', 'copies'],
  reports: ['words', 'since', 'until', 'copies'],
  entities: ['words'],
}

/** What a list can be narrowed by. */
const narrowsBy = (list: List): string[] => [...fieldsOf(list), ...others[list]]

/**
 * Refuses a filter that a list has no use for. A desk finds nothing by it, or does not heed it; who asks would take that for an answer.
 *
 * @param before stands before the field in the message: how who asks writes it
 * @throws Failure `bad-argument` that names the field, and which there are
 */
export function checkFits({ list, filter = {} }: Pick<Query, 'list'> & { filter?: Filter }, before: string): void {
  const fields = narrowsBy(list)
  const { not = {}, ...own } = filter
  const unfit = Object.keys({ ...own, ...not }).find((field) => !fields.includes(field))
  if (unfit === undefined) return
  throw new Failure(
    'bad-argument',
    `${before}${unfit}: ${list} cannot be narrowed by ${unfit}; they can be narrowed by ${fields.join(', ')}`,
  )
}
