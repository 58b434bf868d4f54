import type { PictureTable } from '../../src/export/picture-tables.ts'

interface FiguresProps {
  table: PictureTable
  /** the address of the same figures as CSV */
  csv: string
  /** where a cell leads to; a figure of 0 leads nowhere */
  cellAddress?: (row: number, at: number) => string | undefined
}

/** The figures behind a picture: a table, and the same as a file. */
export function Figures({ table: { head, rows }, csv, cellAddress }: FiguresProps) {
  return (
    <details class="behind">
      <summary>The figures</summary>
      <p>
        <a href={csv} download>
          Download as CSV
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div class="behind-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {head.map((name, at) => (
                <th key={at} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, at) => {
                  const inside = <Cell cell={cell} address={cell === 0 ? undefined : cellAddress?.(row, at)} />
                  return at === 0 ? (
                    <th key={at} scope="row">
                      {inside}
                    </th>
                  ) : (
                    <td key={at} class={typeof cell === 'number' ? 'number' : undefined}>
                      {inside}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Cell({ cell, address }: { cell: string | number; address?: string }) {
  const inside = typeof cell === 'number' ? cell : <bdi>{cell}</bdi>
  return address ? <a href={address}>{inside}</a> : inside
}
