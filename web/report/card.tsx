import type { ComponentChildren } from 'preact'
import type { Decision } from '../../src/desk/types.ts'
import type { Event, Role, Statement } from '../../src/record/types.ts'
import { memo } from '../memo.ts'
import { actInWords } from '../words/acts.ts'
import { statusWords, typeInWords } from '../words/events.ts'
import { Verdict } from './decided.tsx'
import { countFields } from './marks.ts'
import { plain } from './odd.ts'
import { Reason } from './reason.tsx'
import type { ReportRow } from './rows.ts'
import { speakerName, type View } from './view.ts'
import { timeInWords } from './when.ts'

export interface CardProps {
  row: ReportRow
  view: View
  chosen: boolean
  /** the way into the list for who comes by the Tab key, while no row is looked at */
  first?: boolean
  /** the reason is shown */
  open: boolean
  /** what stands decided of it */
  decision?: Decision
  /** that decision has not reached the server yet */
  waiting?: boolean
  children?: ComponentChildren
}

/** A card: one statement, or one event. */
export const Card = memo(function Card(props: CardProps) {
  const { row, view, chosen, first, open, decision, waiting, children } = props
  const colour = row.kind === 'statement' ? view.voices.of(row.statement)?.colour : undefined
  return (
    <li
      class={`card ${row.kind} depth-${row.depth} ${colour === undefined ? '' : `voice-${colour}`} ${decision?.verdict ?? ''}`}
      data-row={row.id}
      aria-current={chosen ? 'true' : undefined}
    >
      {row.kind === 'statement' ? (
        <StatementCard statement={row.statement} view={view} stop={chosen || first} />
      ) : (
        <EventCard event={row.event} view={view} stop={chosen || first} />
      )}
      <Verdict decision={decision} waiting={waiting} />
      {open && <Reason row={row} view={view} />}
      {children}
    </li>
  )
})

interface StatementProps {
  statement: Statement
  view: View
  /** the Tab key stops here */
  stop?: boolean
}

function StatementCard({ statement, view, stop }: StatementProps) {
  const { id, source, content, quotation, within, speaker } = statement
  const name = speakerName(view, statement)
  const words = source && view.words(source)
  const outer = view.statement(within)
  return (
    <>
      <p class="card-head">
        <a class="card-link" href={`#${id}`} data-card={id} tabIndex={stop ? 0 : -1}>
          <bdi class="who">{plain(name)}</bdi> <span class="act">{actInWords(statement.act, statement.negated)}</span>
        </a>
        <Told statement={statement} view={view} />
      </p>
      {words && !sameWords(words, name) && (
        <p class="card-aside">
          in the text <q>{plain(words)}</q>
        </p>
      )}
      {!source && speaker !== undefined && <p class="card-aside">speaker inferred; the text names nobody here</p>}
      <blockquote class={`content ${quotation}`} dir="auto">
        {plain(content.map((span) => view.words(span)).join(' … '))}
      </blockquote>
      <p class="facts">
        <span class="fact">{quotationWords[quotation]}</span>
        <When id={statement.when} view={view} />
        <Where id={statement.where} view={view} />
        {outer && (
          <span class="fact">
            within what <RowLink statement={outer} view={view} stop={stop} /> {actInWords(outer.act, outer.negated)}
          </span>
        )}
      </p>
    </>
  )
}

const quotationWords = { direct: 'quoted', indirect: 'in the report’s words', mixed: 'partly quoted' } as const

/** Short forms and cases aside, the same words. */
const sameWords = (words: string, name: string): boolean => words.toLowerCase() === name.toLowerCase()

function Told({ statement, view }: { statement: Statement; view: View }) {
  const names = statement.to.flatMap((id) => view.entity(id)?.name ?? [])
  if (names.length === 0) return null
  return <span class="told"> to {names.map(plain).join(', ')}</span>
}

function EventCard({ event, view, stop }: { event: Event; view: View; stop?: boolean }) {
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
          <q>{plain(view.words(event.trigger))}</q>
        </span>
        {countFields.map((field) => (
          <CountOf key={field} field={field} event={event} />
        ))}
        <When id={event.when} view={view} />
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

function Roles({ roles, view, none }: { roles: readonly Role[]; view: View; none: string }) {
  if (roles.length === 0) return <span class="role nobody">{none}</span>
  return (
    <span class="role">
      {roles.map((role, index) => {
        const words = view.words(role)
        const name = view.entity(role.entity)?.name ?? words
        return (
          <span key={role.start}>
            {index > 0 && '; '}
            <bdi title={sameWords(words, name) ? undefined : `in the text: ${plain(words)}`}>{plain(name)}</bdi>
          </span>
        )
      })}
    </span>
  )
}

const countWords = { killed: 'killed', injured: 'injured', arrested: 'arrested', size: 'people' } as const
const countMods = { 'at-least': 'at least ', 'at-most': 'at most ', about: 'about ' } as const

function CountOf({ field, event }: { field: (typeof countFields)[number]; event: Event }) {
  const count = event[field]
  if (!count) return null
  return (
    <span class="fact count">
      {count.mod ? countMods[count.mod] : ''}
      {count.value.toLocaleString('en')} {countWords[field]}
    </span>
  )
}

/** The chain of who says so, from who tells of it to the report itself. */
function OnWhoseWord({ event, view, stop }: { event: Event; view: View; stop?: boolean }) {
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

function RowLink({ statement, view, stop }: StatementProps) {
  return (
    <a
      class={`speaker voice-${view.voices.of(statement)?.colour ?? 0}`}
      href={`#${statement.id}`}
      tabIndex={stop ? 0 : -1}
    >
      <bdi>{plain(speakerName(view, statement))}</bdi>
    </a>
  )
}

function When({ id, view }: { id?: string; view: View }) {
  const time = view.time(id)
  if (!time) return null
  const { date, words } = timeInWords(view, time)
  return (
    <span class="fact when" title={`in the text: ${plain(words)}`}>
      {/^\d{4}/.test(time.value) ? date : plain(words)}
    </span>
  )
}

function Where({ id, view }: { id?: string; view: View }) {
  const place = view.place(id)
  return place ? <span class="fact where">{plain(view.words(place))}</span> : null
}

const linkWords: Record<string, [from: string, to: string]> = {
  'in-response-to': ['in response to', 'answered by'],
  denies: ['denies', 'denied by'],
  'same-as': ['the same as', 'the same as'],
}

interface LinkProps {
  id: string
  view: View
  stop?: boolean
}

/** What other rows it hangs together with, in either direction. */
function Links({ id, view, stop }: LinkProps) {
  const links = view.record.links.filter(({ from, to }) => from === id || to === id)
  if (links.length === 0) return null
  return (
    <p class="links">
      {links.map(({ from, to, kind }) => {
        const other = from === id ? to : from
        const words = linkWords[kind]?.[from === id ? 0 : 1] ?? kind.replaceAll('-', ' ')
        return (
          <span key={other + kind} class="fact">
            {words} <LinkedRow id={other} view={view} stop={stop} />
          </span>
        )
      })}
    </p>
  )
}

function LinkedRow({ id, view, stop }: LinkProps) {
  const statement = view.statement(id)
  if (statement) return <RowLink statement={statement} view={view} stop={stop} />
  const event = view.event(id)
  const words = event ? view.words(event.trigger) : view.entity(id)?.name
  return words === undefined ? null : (
    <a href={`#${id}`} tabIndex={stop ? 0 : -1}>
      <q>{plain(words)}</q>
    </a>
  )
}
