import { navigate } from '../router.ts'
import { fieldNames } from './fields.ts'
import { addressOf, partsOf, withValue } from './filter.ts'
import { NameOf } from './name-of.tsx'

/** What narrows the list, each part to be taken away by a click. */
export function Chips({ path, query }: { path: string; query: URLSearchParams }) {
  const parts = partsOf(query)
  if (parts.length === 0) return null
  return (
    <ul class="chips" aria-label="What narrows the list">
      {parts.map(({ field, value, without }) => (
        <li key={`${without}${field}=${value}`}>
          <button
            type="button"
            class={without ? 'chip without' : 'chip'}
            aria-label={`Take away: ${without ? 'not ' : ''}${fieldNames[field] ?? field} ${value}`}
            onClick={() => navigate(addressOf(path, withValue(query, field, value, 0)))}
          >
            {without ? 'not ' : ''}
            {fieldNames[field] ?? field}{' '}
            {field !== 'copies' && (
              <b>
                <NameOf value={value} />
              </b>
            )}{' '}
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="chip all" onClick={() => navigate(path)}>
          clear all
        </button>
      </li>
    </ul>
  )
}
