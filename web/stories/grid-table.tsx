import { useRef } from 'preact/hooks'
import type { ComparedField } from '../../src/story/compare.ts'
import { onOneLine } from '../report/text/odd.ts'
import { reportAddress } from '../router.ts'
import { shortDay } from '../words/days.ts'
import { countFields, countInWords, typeInWords } from '../words/events.ts'
import { comparedWords } from '../words/stories.ts'
import type { Cell, Grid, GridRow } from './grid.ts'
import { StatusMark } from './status-mark.tsx'
import { fieldInWords, tellingInWords } from './telling-facts.tsx'

/** A cell of the grid. */
export interface At {
  row: number
  column: number
}

interface GridTableProps {
  grid: Grid
  /** cells with words in them, where there is room; marks and counts alone where there is not */
  roomy: boolean
  chosen?: At
  beside?: number
  onPoint(at: At): void
  onChoose(at: At): void
}

/** Happenings as rows, reports as columns: what each says of each. */
export function GridTable({ grid, roomy, chosen, beside, onPoint, onChoose }: GridTableProps) {
  const { columns, bands, rows } = grid
  const table = useRef<HTMLTableElement>(null)
  const stop = chosen ?? firstCell(grid)
  const onKeyDown = (event: KeyboardEvent) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    if (!button) return
    const [row, column] = button.dataset['cell']!.split(' ').map(Number)
    const next = nextCell(grid, { row, column }, event.key)
    if (!next) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from cell to cell, each a button
    <div class="grid-scroll" onKeyDown={onKeyDown}>
      <table class={roomy ? 'story-grid roomy' : 'story-grid tight'} ref={table}>
        <caption class="hidden-text">What each report says of each happening</caption>
        <thead>
          <tr class="grid-bands">
            <td />
            {bands.map(({ origin, columns: span }) => (
              <th key={origin} scope="colgroup" colSpan={span} title={onOneLine(origin)}>
                <span class="band">
                  {span > 1 || roomy ? <bdi>{onOneLine(origin)}</bdi> : null}
                  {span > 1 && <small> · {span} reports, one origin</small>}
                </span>
              </th>
            ))}
          </tr>
          <tr class="grid-reports">
            <th scope="col">
              <span class="hidden-text">happening</span>
              <small class="share-legend">the bar: how much stands word for word in an earlier report</small>
            </th>
            {columns.map(({ report, name, first }, at) => (
              <th key={report.id} scope="col" class={markOf(at, chosen?.column, beside)}>
                <a href={reportAddress(report.id)} title={onOneLine(report.title ?? report.id)}>
                  <bdi>{name}</bdi>
                </a>
                <small>
                  {report.published && <time dateTime={report.published}>{shortDay(report.published)}</time>}
                  {!first && report.copied.share >= 0.5 && roomy && ' · reprint'}
                </small>
                <Share share={report.copied.share} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.happening.id} id={row.happening.id} class={chosen?.row === r ? 'chosen' : undefined}>
              <th scope="row">
                <RowHead row={row} reports={columns.length} />
              </th>
              {row.cells.map((cell, c) => (
                <td
                  key={columns[c].report.id}
                  class={markOf(
                    c,
                    chosen?.row === r ? chosen.column : undefined,
                    chosen?.row === r ? beside : undefined,
                  )}
                >
                  {cell ? (
                    <button
                      type="button"
                      class="cell"
                      data-cell={`${r} ${c}`}
                      tabIndex={stop?.row === r && stop.column === c ? 0 : -1}
                      aria-pressed={chosen?.row === r && chosen.column === c}
                      onMouseEnter={() => onPoint({ row: r, column: c })}
                      onFocus={() => onPoint({ row: r, column: c })}
                      onClick={() => onChoose({ row: r, column: c })}
                    >
                      <span class="hidden-text">
                        {columns[c].name}: {cell.tellings.map(tellingInWords).join('; ')}
                      </span>
                      <CellInside cell={cell} differs={row.happening.differs} roomy={roomy} />
                    </button>
                  ) : (
                    <span class="silent" title="does not tell it">
                      <span class="hidden-text">silent</span>
                    </span>
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

const markOf = (column: number, chosen: number | undefined, beside: number | undefined) =>
  column === chosen ? 'mine' : column === beside ? 'beside' : undefined

function RowHead({ row: { happening, words, parties }, reports }: { row: GridRow; reports: number }) {
  const told = reports - happening.silent.length
  return (
    <>
      <span class="row-type">{typeInWords(happening.type)}</span> <bdi class="row-words">“{onOneLine(words[0])}”</bdi>
      <bdi class="row-parties">{onOneLine(parties)}</bdi>
      <span class="row-told">
        {told} of {reports}
        {happening.differs.length > 0 && (
          <>
            {' · differ in '}
            <span class="row-differs">{happening.differs.map((field) => comparedWords[field]).join(', ')}</span>
          </>
        )}
      </span>
    </>
  )
}

/** What else may differ, and the word before it. */
const otherWords = { actors: 'by', when: 'on', where: 'at' } as const
const otherFields = ['actors', 'when', 'where'] as const

/** A cell: its marks; with room, what it counts, on whose word it stands, and what else differs. */
function CellInside({
  cell: { chief, tellings },
  differs,
  roomy,
}: {
  cell: Cell
  differs: readonly ComparedField[]
  roomy: boolean
}) {
  const marks = new Map(tellings.map((telling) => [`${telling.status} ${telling.word.length > 0}`, telling]))
  const counts = new Map(
    countFields.flatMap((field) =>
      tellings.flatMap((telling) =>
        telling[field] === undefined ? [] : [[`${telling[field]} ${field}`, { field, count: telling[field] }] as const],
      ),
    ),
  )
  const others = otherFields.filter((field) => differs.includes(field))
  return (
    <span class="cell-inside" aria-hidden="true">
      <span class="cell-marks">
        {[...marks.values()].slice(0, 3).map((telling) => (
          <StatusMark key={telling.event} status={telling.status} said={telling.word.length > 0} />
        ))}
        {roomy && chief.status !== 'happened' && (
          <span class={`cell-status is-${chief.status}`}>{fieldInWords(chief, 'status')}</span>
        )}
      </span>
      {[...counts.values()].slice(0, roomy ? 3 : 1).map(({ field, count }) => (
        <span key={`${field} ${count}`} class={differs.includes(field) ? 'cell-count differs' : 'cell-count'}>
          {countInWords(field, count)}
        </span>
      ))}
      {roomy && (
        <>
          <span class="cell-word">
            {chief.word.length === 0 ? 'own voice' : onOneLine(chief.word.at(-1)?.speaker ?? 'somebody')}
          </span>
          {others.map((field) => {
            const said = field === 'actors' ? onOneLine(chief.actors[0] ?? '') : fieldInWords(chief, field)
            return (
              said !== '' && (
                <span key={field} class="cell-other">
                  {otherWords[field]} <span class="differs">{said}</span>
                </span>
              )
            )
          })}
        </>
      )}
    </span>
  )
}

/** How much of a report stands in an earlier one. */
function Share({ share }: { share: number }) {
  const percent = Math.round(share * 100)
  return (
    <span class="copied-share" title={`${percent} % of its words stand in an earlier report`}>
      <span class="share-part" style={{ width: `${percent}%` }} />
      <span class="hidden-text">{percent} % stand in an earlier report</span>
    </span>
  )
}

function firstCell({ rows }: Grid): At | undefined {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((cell) => cell !== undefined)
    if (column >= 0) return { row, column }
  }
  return undefined
}

/** The cell that a key leads to: arrows pass over reports that are silent. */
function nextCell({ rows, columns }: Grid, { row, column }: At, key: string): At | undefined {
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[key]
  if (!step) return undefined
  for (
    let r = row + step[0], c = column + step[1];
    r >= 0 && r < rows.length && c >= 0 && c < columns.length;
    r += step[0], c += step[1]
  )
    if (rows[r].cells[c]) return { row: r, column: c }
  return undefined
}
