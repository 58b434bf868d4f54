import type { Statement } from '../../src/record/types.ts'
import { actWords } from '../words/acts.ts'
import { ChoiceField, type Option } from './choices.tsx'
import { DayField, PlaceField } from './day-and-place.tsx'
import { type Draft, ownSpan, withField } from './draft.ts'
import { EntityField } from './entity-field.tsx'
import { statementOptions } from './event-fields.tsx'
import type { FieldsProps } from './fields.tsx'
import { WordsField } from './words-field.tsx'

/** Every field of a statement. */
export function StatementFields(props: FieldsProps & { statement: Statement }) {
  const { draft, view, onDraft, statement } = props
  const set = (field: string) => (value: unknown) => onDraft(withField(draft, field, value))
  const told = (index: number) => (next: Draft, id: string | undefined) => {
    const to = id === undefined ? statement.to.toSpliced(index, 1) : statement.to.with(index, id)
    onDraft(withField(next, 'to', [...new Set(to)]))
  }
  const toldMore = (next: Draft, id: string | undefined) =>
    id !== undefined && onDraft(withField(next, 'to', [...new Set([...statement.to, id])]))
  return (
    <>
      <EntityField
        {...props}
        label="who"
        value={statement.speaker}
        near={statement.source ?? statement.cue ?? ownSpan(draft)}
        onValue={(next, id) => onDraft(withField(next, 'speaker', id))}
      />
      <WordsField {...props} field="source" label="words for who" />
      <WordsField {...props} field="cue" label="the saying" />
      <WordsField {...props} field="content" label="what is said" must />
      <ChoiceField
        label="act"
        value={statement.act}
        options={Object.entries(actWords).map(([act, [said]]) => [act, said])}
        onValue={set('act')}
      />
      <label class="field check">
        <input
          type="checkbox"
          checked={statement.negated}
          onChange={(event) => set('negated')(event.currentTarget.checked)}
        />
        the report says that it was <em>not</em> said
      </label>
      <ChoiceField label="quoted" value={statement.quotation} options={quotationOptions} onValue={set('quotation')} />
      {statement.to.map((id, index) => (
        <EntityField
          {...props}
          key={id}
          label={index === 0 ? 'to whom' : 'and to'}
          value={id}
          near={ownSpan(draft)}
          onValue={told(index)}
        />
      ))}
      <EntityField
        {...props}
        key={statement.to.length}
        label={statement.to.length === 0 ? 'to whom' : 'and to'}
        near={ownSpan(draft)}
        onValue={toldMore}
      />
      <DayField {...props} />
      <PlaceField {...props} />
      <WordsField {...props} field="occasion" label="occasion" />
      <ChoiceField
        label="within what"
        value={statement.within ?? ''}
        options={[['', 'the report itself tells it'], ...statementOptions(view, statement.id)]}
        onValue={(id) => set('within')(id === '' ? undefined : id)}
      />
    </>
  )
}

const quotationOptions: Option[] = [
  ['direct', 'all of it in quotation marks'],
  ['indirect', 'none of it'],
  ['mixed', 'part of it'],
]
