import type { List } from '../../src/rows/filter.ts'
import { narrowedBy } from '../../src/rows/filter-fields.ts'
import { boundFields } from './fields.ts'
import { listOf } from './filter.ts'

/** The list whose rows a view of the desk shows or counts; undefined for views that have no filter. */
export function listOfView(path: string, query: URLSearchParams): List | undefined {
  if (path === '/') return listOf(query)
  if (path === '/timeline' || path === '/map') return 'events'
  if (path === '/over-time') return 'statements'
  if (path === '/who') return ['speaks', 'tells'].includes(query.get('pairs') ?? '') ? 'statements' : 'events'
  return undefined
}

/**
 * The filter that goes along from one view of the desk to another: the parts that the other's list takes as well. The search shows the list
 * that one comes from.
 */
export function carried(from: string, query: URLSearchParams, to: string): URLSearchParams {
  const list = listOfView(from, query)
  const next = new URLSearchParams()
  const target = to === '/' ? list : listOfView(to, next)
  if (!list || !target) return next
  if (to === '/' && target !== 'statements') next.set('list', target)
  const taken = takenBy(target)
  for (const [name, value] of query) if (taken.has(name.replace(/^not\./, ''))) next.append(name, value)
  return next
}

/** Names of all fields that narrow a list. */
export function takenBy(list: List): ReadonlySet<string> {
  const dated = list === 'statements' || list === 'events'
  const bounds = boundFields.filter(({ dated: only }) => list !== 'entities' && (dated || !only))
  return new Set<string>([
    'words',
    ...narrowedBy[list],
    ...bounds.map(({ field }) => field),
    ...(list === 'entities' ? [] : ['copies']),
  ])
}
