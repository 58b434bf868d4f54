import { byId } from '../record/by-id.ts'
import type { Event, Record as NewsRecord, Span } from '../record/types.ts'
import type { Happening, Story } from './group/stories.ts'

/** What one report says of a happening. Nothing is judged: each cell is the report's own telling. */
export interface Telling {
  report: string
  /** the event's id in the report's record, and its trigger */
  event: string
  trigger: Span
  words: string
  type: string
  status: Event['status']
  /** on whose word, outermost first; empty where the report tells it itself */
  word: { speaker?: string; act: string }[]
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

type Teller = (event: string) => Telling | undefined

function compareHappening(
  { id, type, events }: Happening,
  reports: readonly string[],
  tellers: ReadonlyMap<string, Teller>,
): Compared {
  const tellings = events
    .filter(({ also }) => !also)
    .map(({ report, event }) => tellers.get(report)?.(event))
    .filter((telling) => telling !== undefined)
  const telling = new Set(tellings.map(({ report }) => report))
  return {
    id,
    type,
    tellings,
    differs: comparedFields.filter((field) => differ(tellings, field)),
    silent: reports.filter((report) => !telling.has(report)),
  }
}

/** Whether two reports that both say something of a field say different things. */
function differ(tellings: readonly Telling[], field: ComparedField): boolean {
  const said = new Map<string, Set<string>>()
  for (const telling of tellings) {
    const value = saidOf(telling, field)
    if (value === undefined) continue
    const values = said.get(telling.report) ?? new Set()
    said.set(telling.report, values.add(value))
  }
  const [first, ...others] = [...said.values()]
  return others.some((values) => ![...values].some((value) => first.has(value)))
}

function saidOf(telling: Telling, field: ComparedField): string | undefined {
  if (field === 'status') return telling.status
  // one report tells in its own voice what another leaves to somebody: that differs; two speakers alone do not
  if (field === 'word') return telling.word.length === 0 ? 'the report' : 'somebody'
  if (field === 'actors' || field === 'recipients')
    return telling[field].length === 0 ? undefined : telling[field].map(lastWord).sort().join('|')
  const value = telling[field]
  return value === undefined ? undefined : String(value).toLowerCase()
}

const lastWord = (name: string) => name.toLowerCase().split(/\s+/).at(-1) ?? ''

function openTeller(record: NewsRecord): Teller {
  const { text, id } = record.report
  const events = byId(record.events)
  const entity = byId(record.entities)
  const time = byId(record.times)
  const place = byId(record.places)
  const statement = byId(record.statements)
  const words = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ')
  const chain = (event: Event) => {
    const word: Telling['word'] = []
    for (let at = statement(event.word.statement); at; at = statement(at.within)) {
      const speaker = entity(at.speaker)?.name ?? (at.source ? words(at.source) : undefined)
      word.unshift({ ...(speaker !== undefined && { speaker }), act: at.act })
      if (word.length > record.statements.length) break
    }
    return word
  }
  const names = (roles: Event['actors']) => roles.map((role) => entity(role.entity)?.name ?? words(role))
  return (key) => {
    const event = events(key)
    if (!event) return undefined
    const when = event.whenBasis === 'published' ? undefined : time(event.when)
    const where = place(event.where)
    return {
      report: id,
      event: event.id,
      trigger: { start: event.trigger.start, end: event.trigger.end },
      words: words(event.trigger),
      type: event.type,
      status: event.status,
      word: chain(event),
      actors: names(event.actors),
      recipients: names(event.recipients),
      ...(when && { when: when.value }),
      ...(where && { where: words(where) }),
      ...(event.killed && { killed: event.killed.value }),
      ...(event.injured && { injured: event.injured.value }),
      ...(event.arrested && { arrested: event.arrested.value }),
      ...(event.size && { size: event.size.value }),
    }
  }
}
