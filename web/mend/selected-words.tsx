import { useState } from 'preact/hooks'
import type { Span } from '../../src/record/types.ts'
import { onOneLine } from '../report/text/odd.ts'
import type { RecordView } from '../report/view.ts'
import type { Draft } from './draft.ts'
import { slots, takeWords } from './take.ts'

interface SelectedProps {
  draft: Draft
  view: RecordView
  selected: Span | undefined
  onDraft: (draft: Draft) => void
  onTaken: () => void
}

/** What the selected words can be to the row: a button each. */
export function SelectedWords({ draft, view, selected, onDraft, onTaken }: SelectedProps) {
  const [wrong, setWrong] = useState('')
  if (!selected)
    return (
      <p class="hint">
        Select words in the text to give them to a field, or drag the edges there
        <span class="key-hint">
          {' '}
          (<kbd>←</kbd> <kbd>→</kbd> move them by a word, with <kbd>Shift</kbd> by a character)
        </span>
        .
      </p>
    )
  const take = (slot: Parameters<typeof takeWords>[1]) => {
    const taken = takeWords(draft, slot, selected, view)
    setWrong(taken ? '' : 'The reader knows no day at these words. Type the day into “when”.')
    if (!taken) return
    onDraft(taken)
    onTaken()
  }
  return (
    <fieldset class="selected-words">
      <legend>
        <q>{onOneLine(view.words(selected)).slice(0, 120)}</q> is
      </legend>
      {slots[draft.kind].map(([slot, words]) => (
        <button key={slot} type="button" onClick={() => take(slot)}>
          {words}
        </button>
      ))}
      {wrong !== '' && (
        <p class="field-wrong" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  )
}
