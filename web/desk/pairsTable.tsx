import { addressOf, askedFilter, withValue } from './filter.ts'
import { matrixOf, type PairCount } from './matrix.ts'

interface PairsTableProps {
  pairs: readonly PairCount[]
  query: URLSearchParams
  /** 'acts': actors on recipients; 'speaks': speakers of those who act or are acted on */
  kind: string
}

/** Who on whom: a table in which a darker cell is more; each cell leads to its events. */
export function PairsTable({ pairs, query, kind }: PairsTableProps) {
  const { from, to, counts, most } = matrixOf(pairs, 25, 16)
  if (from.length === 0) return <p class="remark">Nobody is found who acts on anybody.</p>
  const address = (who: string, whom: string) => {
    const next = withValue(askedFilter(query), kind === 'acts' ? 'actor' : 'word', who, 1)
    next.set('list', 'events')
    return addressOf('/', kind === 'acts' ? withValue(next, 'recipient', whom, 1) : next)
  }
  return (
    <div class="matrix-scroll">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{kind === 'acts' ? 'who acts on' : 'who speaks of'}</th>
            {to.map((name) => (
              <th key={name} scope="col" class="upright">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from.map((who, r) => (
            <tr key={who}>
              <th scope="row">
                <bdi>{who}</bdi>
              </th>
              {to.map((whom, c) => (
                <td key={whom} class={`heat-${heat(counts[r][c], most)}`}>
                  {counts[r][c] > 0 && (
                    <a href={address(who, whom)} aria-label={`${who} on ${whom}: ${counts[r][c]}`}>
                      {counts[r][c]}
                    </a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 0 for none, 1 to 5 by the share of the most. */
const heat = (count: number, most: number) => (count === 0 ? 0 : Math.max(1, Math.ceil((5 * count) / most)))
