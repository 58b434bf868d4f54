import { useEffect, useRef } from 'preact/hooks'
import type { Span } from '../../src/record/types.ts'
import type { RecordView } from '../report/view.ts'
import { changedFields, type Draft } from './draft.ts'
import { MendFields } from './fields.tsx'
import { SelectedWords } from './selected-words.tsx'

interface FormProps {
  draft: Draft
  view: RecordView
  selected: Span | undefined
  /** of a new row: the same words as the other kind */
  onKind: (kind: Draft['kind']) => void
  onDraft: (draft: Draft) => void
  onTaken: () => void
  onKeep: () => void
  onCancel: () => void
}

/** The form in the card of a row that is mended or added. */
export function MendForm({ draft, view, selected, onKind, onDraft, onTaken, onKeep, onCancel }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const own = draft.kind === 'event' ? '[data-edge^="trigger"]' : '[data-edge]'
    if (!draft.isNew) document.querySelector<HTMLElement>(`.report-text ${own}`)?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [draft.now.id])
  const submit = (event: Event) => {
    event.preventDefault()
    onKeep()
  }
  const missing = missingOf(draft)
  const isSame = Object.keys(changedFields(draft)).length === 0
  return (
    <form class="mend" ref={form} onSubmit={submit} aria-label={draft.isNew ? 'Add a row' : 'Mend this row'}>
      {draft.isNew && (
        <fieldset class="kinds">
          <legend>The reader missed</legend>
          {(['statement', 'event'] as const).map((kind) => (
            <label key={kind} class="tab">
              <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => onKind(kind)} />
              <span>{kind === 'statement' ? 'a statement' : 'an event'}</span>
            </label>
          ))}
        </fieldset>
      )}
      <SelectedWords draft={draft} view={view} selected={selected} onDraft={onDraft} onTaken={onTaken} />
      <MendFields draft={draft} view={view} selected={selected} onDraft={onDraft} />
      {missing !== undefined && <p class="hint">{missing}</p>}
      <p class="buttons">
        <button type="submit" class="primary" disabled={isSame || missing !== undefined}>
          {draft.isNew ? 'Add it' : 'Keep'} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          {draft.isNew ? 'Leave it' : 'Leave as it was'} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}

/** What a row still needs; undefined where it has everything. */
export function missingOf({ kind, now }: Draft): string | undefined {
  if (kind === 'event') return now.type === '' ? 'Choose the type of the event.' : undefined
  return now.content.length === 0 ? 'Select what is said.' : undefined
}
