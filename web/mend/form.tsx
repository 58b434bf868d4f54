import { useEffect, useRef } from 'preact/hooks'
import type { View } from '../report/view.ts'
import { changesOf, type Draft } from './draft.ts'
import { MendFields } from './fields.tsx'

interface FormProps {
  draft: Draft
  view: View
  onDraft: (draft: Draft) => void
  onKeep: () => void
  onCancel: () => void
}

/** The form in the card of a row that is mended. */
export function MendForm({ draft, view, onDraft, onKeep, onCancel }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    document.querySelector<HTMLElement>('.report-text [data-edge]')?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const submit = (event: Event) => {
    event.preventDefault()
    onKeep()
  }
  return (
    <form class="mend" ref={form} onSubmit={submit} aria-label="Mend this row">
      <p class="hint">
        Drag the edges in the text, or move them with <kbd>←</kbd> <kbd>→</kbd> (<kbd>Shift</kbd>: by a character).
      </p>
      <MendFields draft={draft} view={view} onDraft={onDraft} />
      <p class="buttons">
        <button type="submit" class="primary" disabled={Object.keys(changesOf(draft)).length === 0}>
          Keep <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          Leave as it was <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}
