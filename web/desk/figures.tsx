import type { PictureTable } from '../../src/export/pictureTables.ts'

interface FiguresProps {
  table: PictureTable
  /** the address of the same figures as CSV */
  csv: string
  /** where a row leads to, from its first cell */
  rowAddress?: (row: number) => string | undefined
  open?: boolean
}

/** The figures behind a picture: a table, and the same as a file. */
export function Figures({ table: { head, rows }, csv, rowAddress, open = false }: FiguresProps) {
  return (
    <details class="behind" open={open}>
      <summary>The figures</summary>
      <p>
        <a href={csv} download>
          Download as CSV
        </a>
      </p>
      <div class="behind-scroll">
        <table>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...cells], row) => (
              <tr key={row}>
                <th scope="row">
                  <RowHead address={rowAddress?.(row)}>{first}</RowHead>
                </th>
                {cells.map((cell, at) => (
                  <td key={head[at + 1]} class={typeof cell === 'number' ? 'number' : undefined}>
                    {typeof cell === 'number' ? cell : <bdi>{cell}</bdi>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function RowHead({ address, children }: { address?: string; children: string | number }) {
  return address ? (
    <a href={address}>
      <bdi>{children}</bdi>
    </a>
  ) : (
    <bdi>{children}</bdi>
  )
}
