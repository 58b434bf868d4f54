import type { List } from '../../src/rows/filter.ts'
import { countRows } from '../api.ts'
import { useAsked } from '../use-asked.ts'
import { addressOf, askedFilter } from './filter.ts'

/** How many rows are hidden because somebody decided that they are wrong, and the way to them. */
export function WrongHidden({ list, query }: { list: List; query: URLSearchParams }) {
  const hides = (list === 'statements' || list === 'events') && !query.has('decided') && !query.has('not.decided')
  const wrong = new URLSearchParams(query)
  wrong.set('decided', 'wrong')
  const { value } = useAsked(
    async (signal) => (hides ? (await countRows(list, askedFilter(wrong), signal)).count : 0),
    [list, query.toString()],
  )
  if (!hides || !value) return null
  return (
    <a class="chip" href={addressOf('/', wrong)}>
      {value.toLocaleString('en')} wrong hidden
    </a>
  )
}
