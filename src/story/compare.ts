import { byId } from '../record/by-id.ts'
import type { Event, Record as NewsRecord, Role, Span } from '../record/types.ts'
import type { Happening, Story } from './group/stories.ts'
import { sentenceSpan } from './sentence-span.ts'
import { type Side, type Site, sameSide, sameSite, sideOf } from './sides.ts'
import { wordsOf } from './text-words.ts'

/** What one report says of a happening. Nothing is judged: each cell is the report's own telling. */
export interface Telling {
  report: string
  /** the event's id in the report's record, and its trigger */
  event: string
  trigger: Span
  words: string
  type: string
  status: Event['status']
  /** the sentence that tells it */
  passage: Span & { words: string }
  /** words within the passage that say what is compared */
  marks: (Span & { field: ComparedField })[]
  /** on whose word, outermost first; empty where the report tells it itself */
  word: { speaker?: string; act: string }[]
  /** whether the last of them is called by a name; left out where the report tells it itself */
  named?: 'named' | 'unnamed'
  actors: string[]
  recipients: string[]
  when?: string
  where?: string
  killed?: number
  injured?: number
  arrested?: number
  size?: number
}

/** What tellings can differ in. */
export const comparedFields = [
  'status',
  'word',
  'named',
  'actors',
  'recipients',
  'when',
  'where',
  'killed',
  'injured',
  'arrested',
  'size',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** A happening as each report of a story tells it. */
export interface Compared {
  id: string
  type: string
  tellings: Telling[]
  /** in what the reports' tellings differ, where two of them say something of it */
  differs: ComparedField[]
  /** the reports of the story that do not tell it */
  silent: string[]
}

/** Lays a story's reports side by side: what each says of every happening, on whose word, and in what they differ. */
export function compareStory(story: Story, records: readonly NewsRecord[]): Compared[] {
  const tellers = new Map(records.map((record) => [record.report.id, openTeller(record)]))
  return story.happenings.map((happening) => compareHappening(happening, story.reports, tellers))
}

/** A telling, with what its parties and place are told apart by. */
interface Told {
  telling: Telling
  actors: readonly Side[]
  recipients: readonly Side[]
  where?: Site
}

type Teller = (event: string) => Told | undefined

function compareHappening(
  { id, type, events }: Happening,
  reports: readonly string[],
  tellers: ReadonlyMap<string, Teller>,
): Compared {
  const told = events
    .filter(({ also }) => !also)
    .map(({ report, event }) => tellers.get(report)?.(event))
    .filter((one) => one !== undefined)
  const tellings = told.map(({ telling }) => telling)
  const telling = new Set(tellings.map(({ report }) => report))
  return {
    id,
    type,
    tellings,
    differs: comparedFields.filter((field) => differ(told, field)),
    silent: reports.filter((report) => !telling.has(report)),
  }
}

/** Whether two reports that both say something of a field say different things: nothing that one says fits anything that the other says. */
function differ(told: readonly Told[], field: ComparedField): boolean {
  const byReport = new Map<string, Told[]>()
  for (const one of told) {
    if (!says(one, field)) continue
    const { report } = one.telling
    byReport.set(report, [...(byReport.get(report) ?? []), one])
  }
  const reports = [...byReport.values()]
  return reports.some((one, at) =>
    reports.slice(0, at).some((other) => !one.some((a) => other.some((b) => fits(a, b, field)))),
  )
}

function says({ telling }: Told, field: ComparedField): boolean {
  if (field === 'actors' || field === 'recipients') return telling[field].length > 0
  return telling[field] !== undefined
}

function fits(a: Told, b: Told, field: ComparedField): boolean {
  // one report tells in its own voice what another leaves to somebody: that differs; two speakers alone do not
  if (field === 'word') return (a.telling.word.length === 0) === (b.telling.word.length === 0)
  if (field === 'actors' || field === 'recipients')
    return a[field].some((one) => b[field].some((other) => sameSide(one, other)))
  if (field === 'where') return sameSite(a.where as Site, b.where as Site)
  const [x, y] = [a.telling[field], b.telling[field]]
  // a month or a year fits its days
  if (field === 'when') return `${x}`.startsWith(`${y}`) || `${y}`.startsWith(`${x}`)
  return x === y
}

function openTeller(record: NewsRecord): Teller {
  const { text, id } = record.report
  const events = byId(record.events)
  const entity = byId(record.entities)
  const time = byId(record.times)
  const place = byId(record.places)
  const statement = byId(record.statements)
  const words = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ')
  const isNamed = (key: string | undefined) => entity(key)?.mentions.some(({ form }) => form === 'name') ?? false
  const chainOf = (event: Event) => {
    const chain = []
    for (let at = statement(event.word.statement); at; at = statement(at.within)) {
      chain.unshift(at)
      if (chain.length > record.statements.length) break
    }
    return chain
  }
  const names = (roles: Event['actors']) => roles.map((role) => entity(role.entity)?.name ?? words(role))
  const sides = (roles: readonly Role[]) => roles.map((role) => sideOf(words(role), text, entity(role.entity)))
  return (key) => {
    const event = events(key)
    if (!event) return undefined
    const when = event.whenBasis === 'published' ? undefined : time(event.when)
    const where = place(event.where)
    const chain = chainOf(event)
    const last = chain.at(-1)
    const passage = sentenceSpan(text, event.trigger)
    const marked: [ComparedField, (Span | null | undefined)[]][] = [
      ['status', [event.trigger]],
      ['word', last ? [last.source, last.cue] : []],
      ['actors', event.actors],
      ['recipients', event.recipients],
      ['when', [when]],
      ['where', [where]],
      ['killed', [event.killed]],
      ['injured', [event.injured]],
      ['arrested', [event.arrested]],
      ['size', [event.size]],
    ]
    const telling: Telling = {
      report: id,
      event: event.id,
      trigger: { start: event.trigger.start, end: event.trigger.end },
      words: words(event.trigger),
      passage: { ...passage, words: text.slice(passage.start, passage.end) },
      marks: marked.flatMap(([field, spans]) =>
        spans.flatMap((span) =>
          span && span.end > span.start && span.start >= passage.start && span.end <= passage.end
            ? [{ field, start: span.start, end: span.end }]
            : [],
        ),
      ),
      type: event.type,
      status: event.status,
      word: chain.map(({ speaker, source, act }) => {
        const name = entity(speaker)?.name ?? (source ? words(source) : undefined)
        return { ...(name !== undefined && { speaker: name }), act }
      }),
      ...(last && { named: isNamed(last.speaker) ? ('named' as const) : ('unnamed' as const) }),
      actors: names(event.actors),
      recipients: names(event.recipients),
      ...(when && { when: when.value }),
      ...(where && { where: words(where) }),
      ...(event.killed && { killed: event.killed.value }),
      ...(event.injured && { injured: event.injured.value }),
      ...(event.arrested && { arrested: event.arrested.value }),
      ...(event.size && { size: event.size.value }),
    }
    return {
      telling,
      actors: sides(event.actors),
      recipients: sides(event.recipients),
      ...(where && {
        where: {
          words: wordsOf(words(where)).keys,
          country: where.country,
          level: where.level,
          geonames: where.geonames,
        },
      }),
    }
  }
}
