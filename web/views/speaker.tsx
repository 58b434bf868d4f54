import { ask } from '../api.ts'
import { Facets } from '../desk/facets.tsx'
import { addressOf } from '../desk/filter.ts'
import type { PairCount } from '../desk/matrix.ts'
import { RowsList } from '../desk/rowsList.tsx'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../useAsked.ts'

/** One speaker: what they said, to whom and about whom, and when. */
export default function SpeakerView({ params: { name } }: ViewProps) {
  const query = new URLSearchParams({ speaker: name })
  const pairs = new URLSearchParams({ speaker: name, pairs: 'speaks', most: '12' })
  const { value } = useAsked((signal) => ask<{ pairs: PairCount[] }>('/api/pairs', pairs, { signal }), [name])
  const events = new URLSearchParams({ list: 'events', word: name })
  return (
    <div class="desk">
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p class="says">
        <a href={addressOf('/', query)}>search in what they said</a>
        <a href={addressOf('/', events)}>events on their word</a>
        <a href={addressOf('/over-time', query)}>over time</a>
      </p>
      {value && value.pairs.length > 0 && (
        <section aria-label="Of whom they speak">
          <h2>Of whom they speak</h2>
          <ul class="chips">
            {value.pairs.map(({ to, count }) => (
              <li key={to} class="chip">
                <bdi>{to}</bdi> {count}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="desk-columns">
        <aside aria-label="Counts">
          <Facets list="statements" query={query} />
        </aside>
        <section aria-label="What they said">
          <h2>What they said</h2>
          <RowsList list="statements" params={query} />
        </section>
      </div>
    </div>
  )
}
