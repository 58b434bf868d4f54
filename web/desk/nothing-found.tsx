import type { List } from '../../src/rows/filter.ts'
import { countRows } from '../api.ts'
import { useAsked } from '../use-asked.ts'
import { fieldNames, listNames } from './fields.ts'
import { addressOf, askedFilter, type FilterPart, partsOf, withValue } from './filter.ts'

/** Parts of a filter that are tried without at most. */
const MOST = 6

/** What is said where nothing is found: which part of the filter to drop, and how many that would leave; or how to add a report. */
export function NothingFound({ list, query, path = '/' }: { list: List; query: URLSearchParams; path?: string }) {
  const parts = partsOf(query).slice(0, MOST)
  const text = query.toString()
  const { value } = useAsked(
    (signal) =>
      Promise.all(
        parts.map(async (part) => ({
          part,
          address: without(query, part),
          count: (await countRows(list, askedFilter(without(query, part)), signal)).count,
        })),
      ),
    [list, text],
  )
  if (parts.length === 0)
    return (
      <div class="remark nothing">
        <p>There are no {listNames[list].toLowerCase()} in this desk yet.</p>
        <p>
          <a href="/read">Paste a report</a>, or add files, folders, pages or feeds on the command line:{' '}
          <code>onrecord add FILES --desk DESK</code>
        </p>
      </div>
    )
  const useful = value?.filter(({ count }) => count > 0) ?? []
  return (
    <div class="remark nothing">
      <p>Nothing is found.</p>
      {useful.length > 0 && (
        <ul>
          {useful.map(({ part, address, count }) => (
            <li key={`${part.field}=${part.value}`}>
              <a href={addressOf(path, address)}>
                Without {part.without && 'leaving out '}
                {fieldNames[part.field] ?? part.field} <b>{part.value}</b>: {count.toLocaleString('en')}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={list === 'statements' ? path : addressOf(path, new URLSearchParams(path === '/' ? { list } : {}))}>
          Clear all
        </a>
      </p>
    </div>
  )
}

const without = (query: URLSearchParams, { field, value }: FilterPart) => withValue(query, field, value, 0)
