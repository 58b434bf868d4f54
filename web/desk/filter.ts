import type { List } from '../../src/rows/filter.ts'
import { listNames } from './fields.ts'

/** The filter as it stands in the address: the same parameters that the API takes, and which list is looked at. */

/** Parameters of the page's own, which the API does not take. */
const own = ['list', 'unit', 'by', 'pairs', 'share', 'region', 'form', 'range']
/** Parameters of a list alone, which pictures do not take. */
const ofList = ['sort', 'descending', 'after', 'limit']

export function listOf(query: URLSearchParams): List {
  const list = query.get('list')
  return list !== null && Object.hasOwn(listNames, list) ? (list as List) : 'statements'
}

/** What the API is asked with: the address without what is the page's own. */
export function asked(query: URLSearchParams, without: readonly string[] = []): URLSearchParams {
  const params = new URLSearchParams(query)
  for (const name of [...own, ...without]) params.delete(name)
  return params
}

/** The filter alone, as counts and pictures take it. */
export const askedFilter = (query: URLSearchParams) => asked(query, ofList)

/** Whether a value of a field is wanted (1), taken away (-1), or neither. */
export function stands(query: URLSearchParams, field: string, value: string): -1 | 0 | 1 {
  if (query.getAll(field).includes(value)) return 1
  return query.getAll(`not.${field}`).includes(value) ? -1 : 0
}

/** The address's parameters with a value wanted (1), excluded (-1) or dropped (0). */
export function withValue(query: URLSearchParams, field: string, value: string, how: -1 | 0 | 1): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const name of [field, `not.${field}`]) {
    const left = next.getAll(name).filter((other) => other !== value)
    next.delete(name)
    for (const other of left) next.append(name, other)
  }
  if (how !== 0) next.append(how > 0 ? field : `not.${field}`, value)
  return next
}

/** One part of the filter, as a chip shows it. */
export interface FilterPart {
  field: string
  value: string
  without: boolean
}

/** Every part of the filter that stands in the address, in its order. */
export function partsOf(query: URLSearchParams): FilterPart[] {
  const skipped = new Set([...own, ...ofList])
  return [...query].flatMap(([name, value]) => {
    const field = name.replace(/^not\./, '')
    return skipped.has(name) ? [] : [{ field, value, without: field !== name }]
  })
}

/** The address's parameters with what a form holds: fields of one value are set, those that are empty dropped. */
export function withBounds(query: URLSearchParams, form: ReadonlyMap<string, string>): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const [field, value] of form) {
    next.delete(field)
    if (value.trim() !== '') next.set(field, value.trim())
  }
  return next
}

/** The address's parameters with one of them set, or dropped where its value is empty. */
export function withOne(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(query)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}

/** A path with parameters. */
export function addressOf(path: string, query: URLSearchParams): string {
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
