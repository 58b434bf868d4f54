import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type DecidedRows, keyOf } from '../../decide/standing.ts'
import type { ListedRow } from '../rows.ts'
import type { RecordView } from '../view.ts'
import { Card } from './card.tsx'
import { RowList } from './row-list.tsx'

/** Which rows the panel lists. */
export const shows = ['all', 'statements', 'events', 'undecided'] as const
export type Show = (typeof shows)[number]

/** The rows that a choice leaves. The row that is looked at stays, though it was just decided. */
export function rowsShown(
  view: RecordView,
  show: Show,
  decided: DecidedRows,
  chosen: string | undefined,
): readonly ListedRow[] {
  if (show === 'all') return view.rows
  if (show === 'statements') return view.rows.filter(({ kind }) => kind === 'statement')
  if (show === 'events') return view.rows.filter(({ kind }) => kind === 'event')
  return view.rows.filter(({ id }) => id === chosen || !decided.has(keyOf(view.record.report.id, id)))
}

interface PanelProps {
  view: RecordView
  rows: readonly ListedRow[]
  show: Show
  onShow: (show: Show) => void
  chosen: string | undefined
  open: boolean
  decided: DecidedRows
  waiting: ReadonlySet<string>
  canDecide: boolean
  onDrawn: () => void
  /** what stands in the card of the row that is looked at */
  children?: ComponentChildren
  /** goes from row to row */
  steps: ComponentChildren
  /** above the cards */
  head?: ComponentChildren
  foot?: ComponentChildren
}

/** The record beside the report: a card a row. */
export function Panel(props: PanelProps) {
  const { view, rows, show, onShow, chosen, open, decided, waiting, canDecide, onDrawn, children, steps, head, foot } =
    props
  const [listing, setListing] = useState(false)
  const { statements, events, report } = view.record
  const done = view.rows.filter(({ id }) => decided.has(keyOf(report.id, id))).length
  const counts: Record<Show, number> = {
    all: view.rows.length,
    statements: statements.length,
    events: events.length,
    undecided: view.rows.length - done,
  }
  return (
    <aside class={listing ? 'panel listing' : 'panel'} aria-label="The record">
      <div class="panel-head">
        <fieldset class="panel-shows">
          <legend class="hidden-text">Which rows are listed</legend>
          {shows
            .filter((name) => canDecide || name !== 'undecided')
            .map((name) => (
              <label key={name} class="tab">
                <input type="radio" name="show" checked={show === name} onChange={() => onShow(name)} />
                <span>
                  {name} <span class="count">{counts[name]}</span>
                </span>
              </label>
            ))}
        </fieldset>
        {steps}
        <button type="button" class="panel-list" aria-expanded={listing} onClick={() => setListing(!listing)}>
          All rows
        </button>
      </div>
      {head}
      {rows.length === 0 ? (
        <p class="remark">
          {view.rows.length === 0 ? 'The reader found nobody saying or doing anything.' : 'No row is left here.'}
        </p>
      ) : (
        <RowList rows={rows} chosen={chosen} onDrawn={onDrawn}>
          {(row, index) => {
            const isChosen = row.id === chosen
            const key = keyOf(report.id, row.id)
            return (
              <Card
                key={row.id}
                row={row}
                view={view}
                chosen={isChosen}
                first={chosen === undefined && index === 0}
                open={isChosen && open}
                decision={decided.get(key)}
                waiting={waiting.has(key)}
              >
                {isChosen ? children : undefined}
              </Card>
            )
          }}
        </RowList>
      )}
      {foot}
    </aside>
  )
}
