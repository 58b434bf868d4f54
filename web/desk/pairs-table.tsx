import { useRef } from 'preact/hooks'
import { type PairCount, pairMatrixOf } from './matrix.ts'
import { heatOf, matrixSvg } from './matrix-svg.ts'
import { saveFile } from './save-file.ts'

interface PairsTableProps {
  pairs: readonly PairCount[]
  /** how many pairs there are in all */
  all: number
  /** in words: what the first does to the second */
  does: string
  addressOf: (from: string, to: string) => string
}

const ROWS = 25
const COLUMNS = 16

/** Who on whom: a table in which a darker field is more; each leads to its rows. */
export function PairsTable({ pairs, all, does, addressOf }: PairsTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const matrix = pairMatrixOf(pairs, ROWS, COLUMNS)
  const { from, to, counts, most } = matrix
  const shown = counts.flat().filter((count) => count > 0).length
  const save = () =>
    table.current && saveFile(matrixSvg(matrix, coloursOf(table.current)), `who ${does} whom`, 'svg', 'image/svg+xml')
  return (
    <figure class="picture">
      <div class="matrix-scroll">
        <table class="matrix" ref={table}>
          <thead>
            <tr>
              <th scope="col">who {does}</th>
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
                  <td key={whom} class={`heat-${heatOf(counts[r][c], most)}`}>
                    {counts[r][c] > 0 && (
                      <a href={addressOf(who, whom)} aria-label={`${who} ${does} ${whom}: ${counts[r][c]}`}>
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
      <figcaption>
        <p>
          {shown === all
            ? 'All pairs are shown.'
            : `${shown} of ${all.toLocaleString('en')} pairs are shown: those among the names with the most.`}
        </p>
        <button type="button" onClick={save}>
          Download as SVG
        </button>
      </figcaption>
    </figure>
  )
}

/** The colours that the table has on the page. */
function coloursOf(table: HTMLElement) {
  const look = getComputedStyle(table)
  const variable = (name: string) => look.getPropertyValue(`--${name}`).trim()
  const probe = table.appendChild(document.createElement('caption'))
  const heat = [0, 1, 2, 3, 4, 5].map((step) => {
    probe.className = `heat-${step}`
    return step === 0 ? variable('paper') : getComputedStyle(probe).backgroundColor
  })
  probe.remove()
  return { paper: variable('paper'), ink: variable('ink'), line: variable('line'), heat }
}
