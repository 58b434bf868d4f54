import type { ComponentChildren } from 'preact'
import type { Standing } from '../../../src/rows/standing.ts'
import { memo } from '../../memo.ts'
import { VerdictLine } from '../deciding/decided.tsx'
import type { ListedRow } from '../rows.ts'
import type { RecordView } from '../view.ts'
import { EventCard } from './event-card.tsx'
import { Reason } from './reason.tsx'
import { StatementCard } from './statement-card.tsx'

export interface CardProps {
  row: ListedRow
  view: RecordView
  chosen: boolean
  /** the way into the list for who comes by the Tab key, while no row is looked at */
  first?: boolean
  /** the reason is shown */
  open: boolean
  /** what stands decided of it */
  decision?: Standing
  /** that decision has not reached the server yet */
  waiting?: boolean
  children?: ComponentChildren
}

/** A card: one statement, or one event. */
export const Card = memo(function Card(props: CardProps) {
  const { row, view, chosen, first, open, decision, waiting, children } = props
  const colour = row.kind === 'statement' ? view.voices.of(row.statement)?.colour : undefined
  return (
    <li
      class={`card ${row.kind} depth-${row.depth} ${colour === undefined ? '' : `voice-${colour}`} ${decision?.verdict ?? ''}`}
      data-row={row.id}
      aria-current={chosen ? 'true' : undefined}
    >
      <span class="card-number">{view.numberOf(row.id)}</span>
      {row.kind === 'statement' ? (
        <StatementCard statement={row.statement} view={view} stop={chosen || first} />
      ) : (
        <EventCard event={row.event} view={view} stop={chosen || first} />
      )}
      <VerdictLine decision={decision} waiting={waiting} />
      {open && <Reason row={row} view={view} />}
      {children}
    </li>
  )
})
