import { counted } from '../../words/counted.ts'

interface StepProps {
  rows: readonly { id: string }[]
  chosen: string | undefined
  onStep: (by: 1 | -1) => void
}

/** Which of the listed rows is looked at, and the way to the next. */
export function StepRows({ rows, chosen, onStep }: StepProps) {
  const at = rows.findIndex(({ id }) => id === chosen)
  return (
    <p class="panel-steps">
      <span class="panel-at">{at === -1 ? counted(rows.length, 'row') : `${at + 1} of ${rows.length}`}</span>
      <button type="button" aria-label="Row before" disabled={at === 0} onClick={() => onStep(-1)}>
        ‹
      </button>
      <button type="button" aria-label="Next row" disabled={at === rows.length - 1} onClick={() => onStep(1)}>
        ›
      </button>
    </p>
  )
}
