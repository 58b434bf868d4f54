import type { StoryRow } from '../../src/desk/stories.ts'
import type { FacetCounts } from '../../src/rows/decision.ts'
import type { ReportRow } from '../../src/rows/rows.ts'
import { ask, facetsOf, listRows, listStories } from '../api.ts'
import { reportAddress, speakerAddress, storyAddress } from '../router.ts'
import { sum } from '../sum.ts'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'
import { dayInWords } from '../words/days.ts'
import { meaningOf } from '../words/values.ts'
import { byStatus } from './by-status.ts'
import { addressOf } from './filter.ts'
import { ReportDays } from './report-days.tsx'

type Counts = readonly { value: string; count: number }[]

interface Desk {
  reports: number
  statements: number
  events: number
  days: Counts
  outlets: Counts
  speakers: Counts
  newest: readonly ReportRow[]
  stories: readonly StoryRow[]
}

const SPEAKERS = 8
const NEWEST = 6
const STORIES = 5

/** What this desk is: in a sentence, a picture, its top voices, what is new and what its outlets tell of alike. */
export function FrontDoor() {
  const { value: desk } = useAsked(lookAround, [])
  if (!desk || desk.reports === 0) return null
  return (
    <section class="front" aria-label="What this desk holds">
      <p class="front-says">{inASentence(desk)}</p>
      <ReportDays days={desk.days} />
      <div class="front-columns">
        <TopVoices desk={desk} />
        <Newest reports={desk.newest} />
        {desk.stories.length > 0 ? <Stories stories={desk.stories} /> : <HowTold />}
      </div>
    </section>
  )
}

/** All of it at once; a part that the server does not answer is left out, and the rest is there. */
async function lookAround(signal: AbortSignal): Promise<Desk> {
  const [status, reports, statements, newest, stories] = await Promise.all([
    ask<{ reports: { state: string; count: number }[]; rows: { statements: number; events: number } }>(
      '/api/status',
      {},
      { signal },
    ),
    facetsOf('reports', { copies: true, top: 1000 }, ['outlet', 'day'], signal).catch((): FacetCounts => ({})),
    facetsOf('statements', { top: SPEAKERS }, ['speaker'], signal).catch((): FacetCounts => ({})),
    listRows('reports', { sort: 'published', descending: true, limit: NEWEST }, signal).catch(() => ({ rows: [] })),
    listStories({ limit: STORIES }, signal).catch(() => ({ rows: [] })),
  ])
  return {
    reports: sum(status.reports.map(({ count }) => count)),
    statements: status.rows.statements,
    events: status.rows.events,
    days: reports.day ?? [],
    outlets: reports.outlet ?? [],
    speakers: statements.speaker ?? [],
    newest: newest.rows,
    stories: stories.rows,
  }
}

/** @example '60 reports of 3 outlets, published from 1 Apr 1997 to 9 Apr 1997, put on record: 812 statements and 301 events.' */
function inASentence({ reports, statements, events, days, outlets }: Desk) {
  const known = days.map(({ value }) => value).sort()
  const [first, last] = [known[0], known[known.length - 1]]
  const when =
    first === undefined
      ? ''
      : first === last
        ? `, published on ${dayInWords(first)}`
        : `, published from ${dayInWords(first)} to ${dayInWords(last)}`
  const whose =
    outlets.length === 0
      ? ''
      : outlets.length === 1
        ? ` by ${outlets[0].value}`
        : ` by ${counted(outlets.length, 'outlet')}`
  return (
    <>
      <b>{counted(reports, 'report')}</b>
      {whose}
      {when}, put on record: <a href="/">{counted(statements, 'statement')}</a> and{' '}
      <a href="/?list=events">{counted(events, 'event')}</a>, each with the words that it rests on.
    </>
  )
}

function TopVoices({ desk: { speakers } }: { desk: Desk }) {
  const most = Math.max(1, ...speakers.map(({ count }) => count))
  return (
    <section aria-labelledby="front-voices">
      <h2 id="front-voices">Who speaks most</h2>
      <ul class="front-bars">
        {speakers.map(({ value, count }) => (
          <li key={value}>
            <a href={speakerAddress(value)}>
              <bdi>{value}</bdi>
            </a>
            <Bar share={count / most} />
            <span class="count">{count.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A bar of so much of its width. */
function Bar({ share, kind = '' }: { share: number; kind?: string }) {
  return (
    <svg class={`front-bar ${kind}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(1, 100 * share)} height="10" />
    </svg>
  )
}

function Newest({ reports }: { reports: readonly ReportRow[] }) {
  return (
    <section aria-labelledby="front-newest">
      <h2 id="front-newest">Latest reports</h2>
      <ul class="front-list">
        {reports.map(({ id, title, outlet, published }) => (
          <li key={id}>
            <a href={reportAddress(id)}>
              <bdi>{title ?? id}</bdi>
            </a>{' '}
            <span class="muted">
              {[outlet, published && dayInWords(published.slice(0, 10))].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Reports of the same happenings: where outlets can be laid side by side. */
function Stories({ stories }: { stories: readonly StoryRow[] }) {
  return (
    <section aria-labelledby="front-stories">
      <h2 id="front-stories">Told by several</h2>
      <ul class="front-list">
        {stories.map(({ id, title, reports, outlets }) => (
          <li key={id}>
            <a href={storyAddress(id)}>
              <bdi>{title}</bdi>
            </a>{' '}
            <span class="muted">
              {counted(reports, 'report')}
              {outlets.length > 0 && ` · ${outlets.slice(0, 3).join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/stories">All stories</a>: what each report says, on whose word, and where they differ
      </p>
    </section>
  )
}

/** How events are told, from told as a fact to denied. */
function HowTold() {
  const { value } = useAsked((signal) => facetsOf('events', { top: 100 }, ['status', 'word'], signal), [])
  const { status: statuses = [], word: words = [] } = value ?? {}
  const most = Math.max(1, ...statuses.map(({ count }) => count))
  const all = sum(statuses.map(({ count }) => count))
  const own = words.find(({ value }) => value === 'report')?.count ?? 0
  if (all === 0) return null
  return (
    <section aria-labelledby="front-told">
      <h2 id="front-told">How events are told</h2>
      <ul class="front-bars">
        {byStatus(statuses, ({ value }) => value).map(({ value, count }) => (
          <li key={value}>
            <a href={addressOf('/', new URLSearchParams({ list: 'events', status: value }))}>
              {meaningOf('status', value) ?? value}
            </a>
            <Bar share={count / most} kind={`is-${value} by-status`} />
            <span class="count">{count.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
      <p class="muted">
        {own.toLocaleString('en')} of {all.toLocaleString('en')} stand on the report’s own word.
      </p>
    </section>
  )
}
