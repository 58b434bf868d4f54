import type { Standing } from '../../../src/rows/standing.ts'

interface ActionsProps {
  decision?: Standing
  canDecide: boolean
  open: boolean
  onDecide: (verdict: 'right' | 'wrong') => void
  onMend: () => void
  onUndo: () => void
  onWhy: () => void
}

/** What can be done with the row that is looked at, for pointer and finger; each has its key. */
export function Actions({ decision, canDecide, open, onDecide, onMend, onUndo, onWhy }: ActionsProps) {
  return (
    <p class="actions">
      {canDecide && (
        <>
          <button type="button" aria-pressed={decision?.verdict === 'right'} onClick={() => onDecide('right')}>
            right <kbd>y</kbd>
          </button>
          <button type="button" aria-pressed={decision?.verdict === 'wrong'} onClick={() => onDecide('wrong')}>
            wrong <kbd>n</kbd>
          </button>
          <button type="button" onClick={onMend}>
            mend <kbd>e</kbd>
          </button>
          {decision && (
            <button type="button" onClick={onUndo}>
              undo <kbd>u</kbd>
            </button>
          )}
        </>
      )}
      <button type="button" aria-expanded={open} onClick={onWhy}>
        why <kbd>w</kbd>
      </button>
    </p>
  )
}
