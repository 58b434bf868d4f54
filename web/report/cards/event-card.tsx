import type { Event, Role } from '../../../src/record/types.ts'
import { type CountField, countFields, countInWords, statusWords, typeInWords } from '../../words/events.ts'
import { onOneLine } from '../text/odd.ts'
import type { RecordView } from '../view.ts'
import { RowLink, sameWords, WhenLine, Where } from './card-parts.tsx'
import { Links } from './links-of.tsx'

/** An event: type and mode in words, whether it is told as a fact, who and to whom, counts, and on whose word. */
export function EventCard({ event, view, stop }: { event: Event; view: RecordView; stop?: boolean }) {
  const { id, type, mode, actors, recipients, status, contexts } = event
  return (
    <>
      <p class="card-head">
        <a class="card-link" href={`#${id}`} data-card={id} tabIndex={stop ? 0 : -1}>
          <span class="type" title={mode ? `${type} (${mode})` : type}>
            {typeInWords(type, mode)}
          </span>
        </a>
        <span class={`status is-${status}`}>{statusWords[status]}</span>
      </p>
      <p class="roles">
        <Roles roles={actors} view={view} none="nobody named" />
        <span class="arrow" aria-hidden="true">
          →
        </span>
        <span class="hidden-text"> to </span>
        <Roles roles={recipients} view={view} none="nobody named" />
      </p>
      <p class="facts">
        <span class="fact words">
          <q>{onOneLine(view.words(event.trigger))}</q>
        </span>
        {event.also && (
          <span class="fact words">
            also{' '}
            {event.also.map((span, index) => (
              <span key={span.start}>
                {index > 0 && ', '}
                <q>{onOneLine(view.words(span))}</q>
              </span>
            ))}
          </span>
        )}
        {countFields.map((field) => (
          <CountOf key={field} field={field} event={event} />
        ))}
        <WhenLine row={event} view={view} />
        <Where id={event.where} view={view} />
        {contexts.map((context) => (
          <span key={context} class="fact context">
            {context}
          </span>
        ))}
      </p>
      <OnWhoseWord event={event} view={view} stop={stop} />
      <Links id={id} view={view} stop={stop} />
    </>
  )
}

function Roles({ roles, view, none }: { roles: readonly Role[]; view: RecordView; none: string }) {
  if (roles.length === 0) return <span class="role nobody">{none}</span>
  return (
    <span class="role">
      {roles.map((role, index) => {
        const words = view.words(role)
        const name = view.entity(role.entity)?.name ?? words
        return (
          <span key={role.start}>
            {index > 0 && '; '}
            <bdi title={sameWords(words, name) ? undefined : `in the text: ${onOneLine(words)}`}>{onOneLine(name)}</bdi>
          </span>
        )
      })}
    </span>
  )
}

const countMods = { 'at-least': 'at least ', 'at-most': 'at most ', about: 'about ' } as const

function CountOf({ field, event }: { field: CountField; event: Event }) {
  const count = event[field]
  if (!count) return null
  return (
    <span class="fact count">
      {count.mod ? countMods[count.mod] : ''}
      {countInWords(field, count.value)}
    </span>
  )
}

/** The chain of who says so, from who tells of it to the report itself. */
function OnWhoseWord({ event, view, stop }: { event: Event; view: RecordView; stop?: boolean }) {
  const chain = view.chain(event.word.statement)
  return (
    <p class="word">
      <span class="word-label">on the word of </span>
      {chain.length === 0 ? (
        <strong>the report itself</strong>
      ) : (
        chain.map((statement, index) => (
          <span key={statement.id}>
            {index > 0 && <span class="as-told"> as told by </span>}
            <RowLink statement={statement} view={view} stop={stop} />
          </span>
        ))
      )}
    </p>
  )
}
