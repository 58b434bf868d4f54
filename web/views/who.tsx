import { ask } from '../api.ts'
import { Chips } from '../desk/chips.tsx'
import { addressOf, askedFilter } from '../desk/filter.ts'
import type { PairCount } from '../desk/matrix.ts'
import { Choice } from '../desk/overTime.tsx'
import { PairsTable } from '../desk/pairsTable.tsx'
import { navigate } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../useAsked.ts'

/** Who acts on whom, or who speaks of whom. */
export default function WhoView({ address: { query } }: ViewProps) {
  const kind = query.get('pairs') ?? 'acts'
  const params = askedFilter(query)
  params.set('pairs', kind)
  const { value, error } = useAsked(
    (signal) => ask<{ pairs: PairCount[]; says: string }>('/api/pairs', params, { signal }),
    [params.toString()],
  )
  const choose = (wanted: string) => {
    const next = new URLSearchParams(query)
    next.set('pairs', wanted)
    navigate(addressOf('/who', next))
  }
  return (
    <div class="desk">
      <h1>Who on whom</h1>
      <Chips path="/who" query={query} />
      <div class="says">
        <p>{error ? `The desk does not answer: ${error.message}` : (value?.says ?? '…')}</p>
        <Choice label="who" value={kind} options={['acts', 'speaks']} onValue={choose} />
      </div>
      {value && <PairsTable pairs={value.pairs} query={query} kind={kind} />}
    </div>
  )
}
