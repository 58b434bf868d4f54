import type { Status } from '../../src/record/types.ts'
import { statusWords } from '../words/events.ts'

/** How an event is told, drawn. A shape each, so that no colour is needed to tell them apart; within a speech bubble where it stands on somebody's word. */
export function StatusMark({ status, said, size = 24 }: { status: Status; said: boolean; size?: number }) {
  return (
    <svg
      class={`mark is-${status}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      role="img"
      aria-label={`${statusWords[status]}, ${said ? 'on somebody’s word' : 'in its own voice'}`}
    >
      {said && (
        <path
          class="mark-bubble"
          d="M5.5 1.75h13a3.75 3.75 0 0 1 3.75 3.75v9a3.75 3.75 0 0 1-3.75 3.75H11l-4.6 4v-4h-.9A3.75 3.75 0 0 1 1.75 14.5v-9A3.75 3.75 0 0 1 5.5 1.75z"
        />
      )}
      <g transform={said ? 'translate(12 10)' : 'translate(12 12) scale(1.3)'}>{shapes[status]}</g>
    </svg>
  )
}

const R = 5.25

/** Filled for what is told as a fact, hollow for what is not, crossed out for what is denied. */
const shapes: Readonly<Record<Status, preact.JSX.Element>> = {
  happened: <circle class="mark-full" r={R} />,
  ongoing: (
    <>
      <circle class="mark-line" r={R} />
      <path class="mark-full" d={`M0 ${-R}a${R} ${R} 0 0 1 0 ${2 * R}z`} />
    </>
  ),
  planned: <path class="mark-line" d="M-4 -5L5.5 0L-4 5z" />,
  threatened: <path class="mark-full" d="M0 -5.5L5.75 4.5H-5.75z" />,
  requested: (
    <>
      <circle class="mark-line" r={R} />
      <circle class="mark-full" r="1.6" />
    </>
  ),
  supposed: <circle class="mark-line mark-dotted" r={R} />,
  denied: (
    <>
      <circle class="mark-line" r={R} />
      <path class="mark-line" d="M-3.7 -3.7L3.7 3.7M-3.7 3.7L3.7 -3.7" />
    </>
  ),
  'not-happened': (
    <>
      <circle class="mark-line" r={R} />
      <path class="mark-line" d="M-3.7 3.7L3.7 -3.7" />
    </>
  ),
}

/** What the marks mean: those that are there. */
export function MarkLegend({ statuses }: { statuses: readonly Status[] }) {
  return (
    <ul class="mark-legend" aria-label="What the marks mean">
      {statuses.map((status) => (
        <li key={status}>
          <StatusMark status={status} said={false} size={18} /> {statusWords[status]}
        </li>
      ))}
      <li>
        <StatusMark status="happened" said={true} size={20} /> on somebody’s word
      </li>
      <li>
        <span class="differs">5 killed</span> reports differ in this
      </li>
    </ul>
  )
}
