import type { Entity, Event, Role, Statement } from '../../src/record/types.ts'
import { plain } from '../report/text/odd.ts'
import type { View } from '../report/view.ts'
import { actWords } from '../words/acts.ts'
import { modeWords, statusWords, typeWords } from '../words/events.ts'
import { type Draft, roleOf, withField } from './draft.ts'

interface FieldsProps {
  draft: Draft
  view: View
  onDraft: (draft: Draft) => void
}

/** The fields of a row that can be mended; its spans are mended in the text. */
export function MendFields(props: FieldsProps) {
  return props.draft.kind === 'statement' ? (
    <StatementFields {...props} statement={props.draft.now} />
  ) : (
    <EventFields {...props} event={props.draft.now} />
  )
}

function StatementFields({ draft, view, onDraft, statement }: FieldsProps & { statement: Statement }) {
  const set = (field: string) => (value: unknown) => onDraft(withField(draft, field, value))
  return (
    <>
      <EntityField label="who" value={statement.speaker} view={view} onValue={set('speaker')} />
      <Choice
        label="act"
        value={statement.act}
        options={Object.entries(actWords).map(([act, [told]]) => [act, told])}
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
      <Choice label="quoted" value={statement.quotation} options={quotationOptions} onValue={set('quotation')} />
      <EntityField
        label="to whom"
        value={statement.to[0]}
        view={view}
        onValue={(id) => set('to')(id === undefined ? [] : [id, ...statement.to.slice(1)])}
      />
    </>
  )
}

const quotationOptions: Option[] = [
  ['direct', 'all of it in quotation marks'],
  ['indirect', 'none of it'],
  ['mixed', 'part of it'],
]

function EventFields({ draft, view, onDraft, event }: FieldsProps & { event: Event }) {
  const set = (field: string) => (value: unknown) => onDraft(withField(draft, field, value))
  return (
    <>
      <Choice label="type" value={event.type} options={Object.entries(typeWords)} onValue={set('type')} />
      <Choice
        label="mode"
        value={event.mode ?? ''}
        options={[['', 'none'], ...Object.entries(modeWords)]}
        onValue={(mode) => set('mode')(mode === '' ? undefined : mode)}
      />
      <Choice label="status" value={event.status} options={Object.entries(statusWords)} onValue={set('status')} />
      <RolesField label="who did it" roles={event.actors} event={event} view={view} onValue={set('actors')} />
      <RolesField label="to whom" roles={event.recipients} event={event} view={view} onValue={set('recipients')} />
      <Choice
        label="on whose word"
        value={event.word.statement ?? ''}
        options={[['', 'the report itself'], ...statementOptions(view)]}
        onValue={(id) => set('word')(id === '' ? {} : { statement: id })}
      />
    </>
  )
}

function statementOptions(view: View): Option[] {
  return view.record.statements.map((statement) => {
    const who =
      view.entity(statement.speaker)?.name ?? (statement.source ? view.words(statement.source) : 'nobody named')
    const words = statement.content.map((span) => view.words(span)).join(' … ')
    return [statement.id, plain(`${who}: ${words.slice(0, 60)}`)]
  })
}

interface RolesProps {
  label: string
  roles: readonly Role[]
  event: Event
  view: View
  onValue: (roles: Role[]) => void
}

/** Actors or recipients: each can be another entity or go, and one more can be added. */
function RolesField({ label, roles, event, view, onValue }: RolesProps) {
  const replace = (index: number, id: string | undefined) => {
    const entity = view.entity(id)
    const others = [...roles]
    if (entity) others.splice(index, 1, roleOf(entity, event.trigger))
    else others.splice(index, 1)
    onValue(others)
  }
  return (
    <>
      {[...roles, undefined].map((role, index) => (
        <EntityField
          key={role ? `${role.start} ${role.entity}` : 'one more'}
          label={index === 0 ? label : `${label}, also`}
          value={role?.entity}
          words={role && view.words(role)}
          view={view}
          onValue={(id) => replace(index, id)}
        />
      ))}
    </>
  )
}

interface EntityProps {
  label: string
  value?: string
  /** what the text has, where no entity stands for it */
  words?: string
  view: View
  onValue: (id: string | undefined) => void
}

function EntityField({ label, value, words, view, onValue }: EntityProps) {
  const unnamed: Option[] = value === undefined && words !== undefined ? [['words', plain(words)]] : []
  return (
    <Choice
      label={label}
      value={value ?? (unnamed.length > 0 ? 'words' : '')}
      options={[['', 'nobody named'], ...unnamed, ...entityOptions(view.record.entities)]}
      onValue={(id) => id !== 'words' && onValue(id === '' ? undefined : id)}
    />
  )
}

function entityOptions(entities: readonly Entity[]): Option[] {
  return [...entities]
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .map(({ id, name }) => [id, plain(name).slice(0, 80)])
}

type Option = [value: string, words: string]

interface ChoiceProps {
  label: string
  value: string
  options: readonly Option[]
  onValue: (value: string) => void
}

function Choice({ label, value, options, onValue }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
