import type { Span } from '../../src/record/types.ts'
import { onOneLine } from '../report/text/odd.ts'
import type { RecordView } from '../report/view.ts'
import type { Draft } from './draft.ts'

interface MissedProps {
  selected: Span | undefined
  view: RecordView
  onStart: (kind: Draft['kind']) => void
}

/** The way to a row that the reader missed, for the words that are selected. */
export function MissedBar({ selected, view, onStart }: MissedProps) {
  if (!selected) return null
  return (
    <fieldset class="missed-bar">
      <legend>
        <q>{onOneLine(view.words(selected)).slice(0, 120)}</q>: the reader missed
      </legend>
      <button type="button" onClick={() => onStart('statement')}>
        a statement
      </button>
      <button type="button" onClick={() => onStart('event')}>
        an event <kbd>m</kbd>
      </button>
    </fieldset>
  )
}
