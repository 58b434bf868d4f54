import type { FacetCounts } from '../../src/rows/decision.ts'
import type { Filter, List } from '../../src/rows/filter.ts'
import { countedBy } from '../../src/rows/filter-fields.ts'
import { facetsOf } from '../api.ts'
import { navigate } from '../router.ts'
import { useAsked } from '../use-asked.ts'
import { useNarrow } from '../use-narrow.ts'
import { meaningOf } from '../words/values.ts'
import { fieldNames } from './fields.ts'
import { addressOf, askedFilter, stands, withValue } from './filter.ts'

/** Values of the list's fields with their counts; a click narrows to one, or takes it away. */
export function Facets({ list, query }: { list: List; query: URLSearchParams }) {
  const text = query.toString()
  const { value, error } = useAsked(
    (signal) => facetsOf(list, askedFilter(query), countedBy[list], signal),
    [list, text],
  )
  const narrow = useNarrow()
  if (error) return <p class="remark">The counts could not be loaded: {error.message}</p>
  const facets = countedBy[list].map((field, index) => {
    const counts = value?.[field] ?? []
    if (counts.length === 0) return null
    return <Facet key={field} field={field} counts={counts} query={query} isOpen={index < OPEN} />
  })
  // on a narrow window they stand above the list, and would hide it
  if (!narrow) return <div class="facets">{facets}</div>
  return (
    <details class="facets">
      <summary>Counts, to narrow by</summary>
      {facets}
    </details>
  )
}

/** Facets that are open from the beginning, and values of each that stand there at once. */
const OPEN = 4
const LED = 6

type Count = FacetCounts[string][number]

/** What a filter takes for a value: of one of those who share a name, its key. */
const asked = ({ value, key }: Count): string => key ?? value

interface FacetProps {
  field: keyof Filter
  counts: readonly Count[]
  query: URLSearchParams
  /** open from the beginning */
  isOpen: boolean
}

function Facet({ field, counts, query, isOpen }: FacetProps) {
  const go = (value: string, how: -1 | 0 | 1) => navigate(addressOf('/', withValue(query, field, value, how)))
  const fieldName = fieldNames[field] ?? field
  const isLed = (one: Count, index: number) => index < LED || stands(query, field, asked(one)) !== 0
  const first = counts.filter(isLed)
  const rest = counts.filter((count, index) => !isLed(count, index))
  const line = (one: Count) => {
    const { value: name, count, who } = one
    const value = asked(one)
    const how = stands(query, field, value)
    const meaning = meaningOf(field, name)
    return (
      <li key={value} class={how > 0 ? 'wanted' : how < 0 ? 'without' : ''}>
        <button type="button" class="facet-value" aria-pressed={how > 0} onClick={() => go(value, how > 0 ? 0 : 1)}>
          <span>
            <bdi>{meaning ?? name}</bdi>
            {who !== undefined && <span class="muted"> {who}</span>}
          </span>{' '}
          <span class="count">{count.toLocaleString('en')}</span>
        </button>
        <button
          type="button"
          class="facet-not"
          aria-pressed={how < 0}
          aria-label={`Leave out ${fieldName} ${name}`}
          onClick={() => go(value, how < 0 ? 0 : -1)}
        >
          not
        </button>
      </li>
    )
  }
  return (
    <details class="facet" open={isOpen || counts.some((one) => stands(query, field, asked(one)) !== 0)}>
      <summary>{fieldName}</summary>
      <ul>{first.map(line)}</ul>
      {rest.length > 0 && (
        <details class="facet-more">
          <summary>{rest.length} more</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
    </details>
  )
}
