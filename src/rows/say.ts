import type { Filter, Query } from './filter.ts'
import { type FilterFieldName, filterFields } from './filter-fields.ts'

/**
 * A query in words, for a person to see what a list holds.
 *
 * @example sayQuery({ list: 'statements', filter: { speaker: ['Jonas Reth'], act: ['deny'] } })
 * // 'statements by Jonas Reth with the act deny'
 */
export function sayQuery({
  list,
  filter = {},
  sort,
  descending,
}: Pick<Query, 'list' | 'sort' | 'descending'> & { filter?: Filter }): string {
  const parts: string[] = [list]
  for (const field of Object.keys(filterFields) as FilterFieldName[]) {
    const { says } = filterFields[field]
    const wanted = filter[field] as string[] | undefined
    const unwanted = filter.not?.[field] as string[] | undefined
    if (wanted) parts.push(says(anyOf(wanted)))
    if (unwanted) parts.push(`not ${says(anyOf(unwanted))}`)
  }
  const { words, since, until, from, to, least, most, copies } = filter
  if (words) parts.push(`with the words ${words}`)
  if (since) parts.push(`published since ${since}`)
  if (until) parts.push(`published until ${until}`)
  if (from) parts.push(`of ${from} or later`)
  if (to) parts.push(`of ${to} or earlier`)
  if (least !== undefined) parts.push(`at least ${least} sure`)
  if (most !== undefined) parts.push(`at most ${most} sure`)
  if (copies) parts.push('copies too')
  if (sort) parts.push(`sorted by ${sort}${descending ? ', from high to low' : ''}`)
  return parts.join(' ')
}

const anyOf = (values: readonly string[]): string =>
  values.length === 1 ? values[0] : `${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`
