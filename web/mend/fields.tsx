import type { Span } from '../../src/record/types.ts'
import type { RecordView } from '../report/view.ts'
import type { Draft } from './draft.ts'
import { EventFields } from './event-fields.tsx'
import { StatementFields } from './statement-fields.tsx'

export interface FieldsProps {
  draft: Draft
  view: RecordView
  /** words of the text that are selected */
  selected?: Span
  onDraft: (draft: Draft) => void
}

/** Every field of a row; words are moved in the text, or taken from it. */
export function MendFields(props: FieldsProps) {
  return props.draft.kind === 'statement' ? (
    <StatementFields {...props} statement={props.draft.now} />
  ) : (
    <EventFields {...props} event={props.draft.now} />
  )
}
