import { onOneLine } from '../report/text/odd.ts'
import { edgeName, ownSpan, type SpanField, snapWord, spansOf, withoutSpan, withWords } from './draft.ts'
import type { FieldsProps } from './fields.tsx'

interface WordsProps extends FieldsProps {
  field: SpanField
  label: string
  /** the row cannot be without them */
  must?: boolean
}

/** The words of the text that a field holds: each can go, and its edges are moved in the text; without any, they begin beside the row's own. */
export function WordsField({ draft, view, onDraft, field, label, must }: WordsProps) {
  const spans = spansOf(draft, field)
  const begin = () => {
    const { text } = view.record.report
    const before = { start: Math.max(0, ownSpan(draft).start - 1), end: ownSpan(draft).start }
    onDraft(withWords(draft, field, snapWord(text, before.start > 0 ? before.start - 1 : 0)))
    focusEdge({ field, index: 0, side: 'start' })
  }
  return (
    <div class="field words-field">
      <span>{label}</span>
      <span class="words-list">
        {spans.map((span, index) => (
          <span key={`${span.start} ${index}`} class="words-one">
            <button type="button" class="quiet" onClick={() => focusEdge({ field, index, side: 'start' })}>
              <q>{onOneLine(shortened(view.words(span)))}</q>
              <span class="hidden-text"> move its edges in the text</span>
            </button>
            {!(must && spans.length === 1) && (
              <button
                type="button"
                class="quiet take-away"
                aria-label={`Take these words away from “${label}”`}
                onClick={() => onDraft(withoutSpan(draft, field, index))}
              >
                ×
              </button>
            )}
          </span>
        ))}
        {spans.length === 0 && (
          <button type="button" class="quiet" onClick={begin}>
            none; begin in the text
          </button>
        )}
      </span>
    </div>
  )
}

/** Gives the focus to an edge in the text, once it is drawn. */
function focusEdge(edge: Parameters<typeof edgeName>[0]): void {
  const look = () => document.querySelector<HTMLElement>(`[data-edge="${edgeName(edge)}"]`)
  requestAnimationFrame(() => {
    look()?.scrollIntoView({ block: 'center' })
    look()?.focus()
  })
}

const LONGEST = 70
const shortened = (words: string) =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST / 2)} … ${words.slice(-LONGEST / 2)}`
