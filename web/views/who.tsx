import type { PairKind } from '../../src/desk/pairs.ts'
import { pairsTable } from '../../src/export/picture-tables.ts'
import { apiAddress, ask } from '../api.ts'
import { Chips } from '../desk/chips.tsx'
import { Choice } from '../desk/choice.tsx'
import { Figures } from '../desk/figures.tsx'
import { addressOf, askedFilter, withOne } from '../desk/filter.ts'
import type { PairCount } from '../desk/matrix.ts'
import { Narrow } from '../desk/narrow.tsx'
import { pairKindOf, pairWords } from '../desk/pair-words.ts'
import { PairsTable } from '../desk/pairs-table.tsx'
import { saidBy } from '../desk/said-by.ts'
import { NetworkPicture } from '../network/network-picture.tsx'
import { navigate } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'
import { useNarrow } from '../use-narrow.ts'

const forms = ['matrix', 'network'] as const

/** Who acts on, speaks of or tells whom, as a matrix or a network. */
export default function WhoView({ address: { query } }: ViewProps) {
  const kind = pairKindOf(query.get('pairs'))
  const form = query.get('form') === 'network' ? 'network' : 'matrix'
  const params = askedFilter(query)
  params.set('pairs', kind)
  const { value, error } = useAsked(
    (signal) => ask<{ pairs: PairCount[]; all: number; says: string }>('/api/pairs', params, { signal }),
    [params.toString()],
  )
  const go = (name: string, wanted: string) => navigate(addressOf('/who', withOne(query, name, wanted)))
  return (
    <div class="desk">
      <h1>{pairWords[kind].title}</h1>
      <Chips path="/who" query={query} />
      <Narrow path="/who" list={pairWords[kind].list} query={query} />
      <div class="says">
        <p>{saidBy(value, error)}</p>
        <Choice label="who" value={kind} options={Object.keys(pairWords)} onValue={(wanted) => go('pairs', wanted)} />
        <Choice label="as" value={form} options={forms} onValue={(wanted) => go('form', wanted)} />
      </div>
      {value && (
        <Pairs
          {...{ kind, form, query }}
          pairs={value.pairs}
          all={value.all}
          csv={apiAddress('/api/pairs.csv', params)}
        />
      )}
    </div>
  )
}

interface PairsProps {
  kind: PairKind
  form: (typeof forms)[number]
  query: URLSearchParams
  pairs: readonly PairCount[]
  /** how many pairs there are, of which those with the most are here */
  all: number
  csv: string
}

function Pairs({ kind, form, query, pairs, all, csv }: PairsProps) {
  const narrow = useNarrow()
  const { does, isDone, list, from, to } = pairWords[kind]
  if (pairs.length === 0) return <p class="remark">Nobody is found who {does} anybody.</p>
  const search = (names: Record<string, string>) => {
    const next = askedFilter(query)
    if (list === 'events') next.set('list', list)
    for (const [field, name] of Object.entries(names)) if (!next.getAll(field).includes(name)) next.append(field, name)
    return addressOf('/', next)
  }
  return (
    <>
      {form === 'network' && !narrow ? (
        <NetworkPicture {...{ pairs, all, does, isDone }} addressOf={(name) => search({ [from]: name })} />
      ) : (
        <>
          {form === 'network' && <p>The network needs a wider window; here is the matrix.</p>}
          <PairsTable {...{ pairs, all, does }} addressOf={(who, whom) => search({ [from]: who, [to]: whom })} />
        </>
      )}
      {all > pairs.length && (
        <p class="left-out">
          The figures hold the {pairs.length} of {all.toLocaleString('en')} pairs with the most.
        </p>
      )}
      <Figures
        table={pairsTable(pairs)}
        csv={csv}
        cellAddress={(row, at) => (at === 2 ? search({ [from]: pairs[row].from, [to]: pairs[row].to }) : undefined)}
      />
    </>
  )
}
