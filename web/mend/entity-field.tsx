import type { Entity, Span } from '../../src/record/types.ts'
import { onOneLine } from '../report/text/odd.ts'
import type { RecordView } from '../report/view.ts'
import { bring, kindWords, namedAt, newEntity } from './brought.ts'
import { ChoiceField, type Option, Typed } from './choices.tsx'
import type { Draft } from './draft.ts'

interface EntityProps {
  label: string
  value?: string
  /** where who is named newly stands in the text */
  near: Span
  draft: Draft
  view: RecordView
  /** the draft with the new one, where there is one, and the id of who was picked; none where the field was emptied */
  onValue: (draft: Draft, id: string | undefined) => void
}

/** Who it is: picked among those of the report, or a name that it does not have yet. */
export function EntityField({ label, value, near, draft, view, onValue }: EntityProps) {
  const labels = labelsOf(view)
  const { text } = view.record.report
  const own = draft.brings.entities?.find(({ id }) => id === value)
  const take = (typed: string): undefined => {
    const known =
      labels.find(([, words]) => words === typed) ??
      labels.find(([, words]) => words.toLowerCase() === typed.toLowerCase())
    if (typed === '') return void onValue(draft, undefined)
    if (known) return void onValue(draft, known[0])
    const made = newEntity(text, typed, namedAt(text, typed, near))
    onValue({ ...draft, brings: bring(draft.brings, { entities: [made] }) }, made.id)
  }
  const rekind = (kind: string) =>
    own &&
    onValue({ ...draft, brings: bring(draft.brings, { entities: [{ ...own, kind: kind as Entity['kind'] }] }) }, own.id)
  return (
    <div class="entity-field">
      <Typed
        label={label}
        value={labels.find(([id]) => id === value)?.[1] ?? ''}
        known={labels.map(([, words]) => [words, ''])}
        hint="nobody named"
        onValue={take}
      />
      {own && <ChoiceField label="new; it is" value={own.kind} options={Object.entries(kindWords)} onValue={rekind} />}
    </div>
  )
}

/** The report's entities by their names, most mentioned first; namesakes with what tells them apart. */
function labelsOf(view: RecordView): Option[] {
  const seen = new Map<string, number>()
  return [...view.record.entities]
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .map((entity): Option => {
      const name = onOneLine(entity.name).slice(0, 80)
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      if (times === 1) return [entity.id, name]
      const [title] = entity.titles
      const told = title
        ? view.words(title)
        : [entity.kind, entity.code?.country, ...(entity.code?.sectors ?? [])].filter(Boolean).join(' ')
      return [entity.id, `${name} (${onOneLine(told)}${times > 2 ? `, ${times}` : ''})`]
    })
}
