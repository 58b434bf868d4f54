import type { Event, Role } from '../../src/record/types.ts'
import { onOneLine } from '../report/text/odd.ts'
import type { RecordView } from '../report/view.ts'
import {
  type CountField,
  contextWords,
  countFields,
  modesOf,
  modeWords,
  statusWords,
  typeWords,
} from '../words/events.ts'
import { ChoiceField, type Option } from './choices.tsx'
import { DayField, PlaceField } from './day-and-place.tsx'
import { type Draft, entityAsRole, ownSpan, withField, withoutSpan } from './draft.ts'
import { EntityField } from './entity-field.tsx'
import type { FieldsProps } from './fields.tsx'
import { WordsField } from './words-field.tsx'

/** Every field of an event. */
export function EventFields(props: FieldsProps & { event: Event }) {
  const { draft, view, onDraft, event } = props
  const set = (field: string) => (value: unknown) => onDraft(withField(draft, field, value))
  const modes = modesOf[event.type] ?? []
  const setType = (type: string) => {
    const typed = withField(draft, 'type', type)
    onDraft(event.mode && !modesOf[type]?.includes(event.mode) ? withField(typed, 'mode', undefined) : typed)
  }
  return (
    <>
      <ChoiceField label="type" value={event.type} options={Object.entries(typeWords)} onValue={setType} />
      {(modes.length > 0 || event.mode) && (
        <ChoiceField
          label="mode"
          value={event.mode ?? ''}
          options={[['', 'none'], ...modes.map((mode): Option => [mode, modeWords[mode]])]}
          onValue={(mode) => set('mode')(mode === '' ? undefined : mode)}
        />
      )}
      <ChoiceField label="status" value={event.status} options={Object.entries(statusWords)} onValue={set('status')} />
      <WordsField {...props} field="trigger" label="words" must />
      <WordsField {...props} field="also" label="told here too" />
      <RolesField {...props} label="who did it" field="actors" roles={event.actors} />
      <RolesField {...props} label="to whom" field="recipients" roles={event.recipients} />
      <DayField {...props} />
      <PlaceField {...props} />
      {countFields.map((field) => (
        <CountOf key={field} {...props} field={field} />
      ))}
      <Contexts {...props} />
      <ChoiceField
        label="on whose word"
        value={event.word.statement ?? ''}
        options={[['', 'the report itself'], ...statementOptions(view)]}
        onValue={(id) => set('word')(id === '' ? {} : { statement: id })}
      />
    </>
  )
}

/** The statements of a report, by who says what. */
export function statementOptions(view: RecordView, but?: string): Option[] {
  return view.record.statements
    .filter(({ id }) => id !== but)
    .map((statement) => {
      const who =
        view.entity(statement.speaker)?.name ?? (statement.source ? view.words(statement.source) : 'nobody named')
      const words = statement.content.map((span) => view.words(span)).join(' … ')
      return [statement.id, onOneLine(`${who}: ${words.slice(0, 60)}`)]
    })
}

interface RolesProps extends FieldsProps {
  label: string
  field: 'actors' | 'recipients'
  roles: readonly Role[]
}

/** Actors or recipients: each one's words, who it is, and the way out; one more is named, or selected in the text. */
function RolesField(props: RolesProps) {
  const { label, field, roles, draft, view, onDraft } = props
  const replace = (index: number) => (next: Draft, id: string | undefined) => {
    const { entity: _, ...bare } = roles[index]
    onDraft(withField(next, field, roles.with(index, id === undefined ? bare : { ...bare, entity: id })))
  }
  const add = (next: Draft, id: string | undefined) => {
    const entity = [...view.record.entities, ...(next.brings.entities ?? [])].find((one) => one.id === id)
    if (entity) onDraft(withField(next, field, [...roles, entityAsRole(entity, ownSpan(draft))]))
  }
  return (
    <fieldset class="parties">
      <legend>{label}</legend>
      {roles.map((role, index) => (
        <div class="party" key={`${role.start} ${role.end}`}>
          <EntityField
            {...props}
            label={onOneLine(view.words(role))}
            value={role.entity}
            near={role}
            onValue={replace(index)}
          />
          <button
            type="button"
            class="quiet take-away"
            aria-label={`Take “${onOneLine(view.words(role))}” away`}
            onClick={() => onDraft(withoutSpan(draft, field, index))}
          >
            ×
          </button>
        </div>
      ))}
      <EntityField
        {...props}
        key={roles.length}
        label={roles.length === 0 ? 'name' : 'one more'}
        near={ownSpan(draft)}
        onValue={add}
      />
    </fieldset>
  )
}

const mods: readonly Option[] = [
  ['', 'exactly'],
  ['at-least', 'at least'],
  ['at-most', 'at most'],
  ['about', 'about'],
]
const countLabels: Readonly<Record<CountField, string>> = {
  killed: 'killed',
  injured: 'injured',
  arrested: 'arrested',
  size: 'took part',
}

/** How many: the number stands at the words that are selected, or where it stood, or else at the row's own. */
function CountOf({ draft, view, onDraft, event, field, selected }: FieldsProps & { event: Event; field: CountField }) {
  const count = event[field]
  const put = (typed: string, mod: string) => {
    const value = Number(typed)
    if (typed.trim() === '' || !Number.isSafeInteger(value) || value < 0)
      return onDraft(withField(draft, field, undefined))
    const { start, end } = count ?? selected ?? ownSpan(draft)
    onDraft(withField(draft, field, { start, end, value, ...(mod !== '' && { mod }) }))
  }
  return (
    <div class="field">
      <label for={`count-${field}`}>{countLabels[field]}</label>
      <span class="count-field">
        <input
          id={`count-${field}`}
          key={count?.value ?? ''}
          type="number"
          min={0}
          inputMode="numeric"
          defaultValue={count?.value ?? ''}
          onChange={(change) => put(change.currentTarget.value, count?.mod ?? '')}
        />
        {count && (
          <>
            <select
              aria-label={`how exactly: ${countLabels[field]}`}
              value={count.mod ?? ''}
              onChange={(change) => put(String(count.value), change.currentTarget.value)}
            >
              {mods.map(([mod, words]) => (
                <option key={mod} value={mod}>
                  {words}
                </option>
              ))}
            </select>
            <q>{onOneLine(view.words(count))}</q>
          </>
        )}
      </span>
    </div>
  )
}

/** What it is about: those that are given, each with the way out, and one more. */
function Contexts({ draft, onDraft, event }: FieldsProps & { event: Event }) {
  const { contexts } = event
  const set = (next: readonly string[]) => onDraft(withField(draft, 'contexts', next))
  const left = Object.entries(contextWords).filter(([context]) => !contexts.includes(context))
  return (
    <div class="field words-field">
      <span id="contexts-label">about</span>
      <span class="words-list">
        {contexts.map((context) => (
          <span key={context} class="words-one">
            {contextWords[context] ?? context}
            <button
              type="button"
              class="quiet take-away"
              aria-label={`Not about ${contextWords[context] ?? context}`}
              onClick={() => set(contexts.filter((one) => one !== context))}
            >
              ×
            </button>
          </span>
        ))}
        <select
          aria-labelledby="contexts-label"
          value=""
          onChange={(change) => set([...contexts, change.currentTarget.value])}
        >
          <option value="">add …</option>
          {left.map(([context, words]) => (
            <option key={context} value={context}>
              {words}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}
