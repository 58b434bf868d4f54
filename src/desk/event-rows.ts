import type Database from 'better-sqlite3'
import type { Span } from '../record/types.ts'
import type { EventRow, Named } from '../rows/rows.ts'
import {
  type About,
  type Cells,
  type Entity,
  entityId,
  headOf,
  namedOf,
  openAbout,
  spanOf,
  type Text,
  timeAndPlace,
  whenOf,
  whereOf,
} from './cells.ts'

/** What is asked for of each event, in the order of its cells: the name of a cell, and where it comes from. */
const CELLS = [
  ['event', 't.event'],
  ['report', 't.report'],
  ['reading', 't.reading'],
  ['id', 't.id'],
  ['type', 't.type'],
  ['mode', 't.mode'],
  ['contexts', 't.contexts'],
  ['triggerStart', 't.trigger_start'],
  ['triggerEnd', 't.trigger_end'],
  ['when', 'w.value'],
  ['whenFrom', 'w."from"'],
  ['whenTo', 'w."to"'],
  ['whenStart', 'w.start'],
  ['whenEnd', 'w."end"'],
  ['whenBasis', 't.when_basis'],
  ['where', 'l.name'],
  ['whereCountry', 'h.country'],
  ['whereLat', 'h.lat'],
  ['whereLon', 'h.lon'],
  ['killed', 't.killed'],
  ['injured', 't.injured'],
  ['arrested', 't.arrested'],
  ['size', 't.size'],
  ['status', 't.status'],
  ['word', 't.word'],
  ['why', 't.why'],
  ['confidence', 't.confidence'],
] as const

type Cell = (typeof CELLS)[number][0]

/** Where each cell stands. */
const AT = Object.fromEntries(CELLS.map(([name], at) => [name, at])) as { readonly [C in Cell]: number }

/** The columns of `CELLS`, for a query that has an event as `t` and `eventJoins` after it. */
export const eventColumns = CELLS.map(([, sql]) => sql).join(', ')

/** What an event's cells need besides `events t`. */
export const eventJoins = `
  ${timeAndPlace}
  LEFT JOIN named l ON l.named = t.place_named`

/** Rows of events straight from the tables: what `rowsOf` makes of the record, before decisions. */
export function openEventRows(db: Database.Database): (cells: Cells) => EventRow {
  const about = openAbout(db)
  const parties = openParties(db)
  const words = openWords(db)
  return (cells) => {
    const of = about(cells[AT.reading] as number)
    const reading = cells[AT.reading] as number
    const { actors, recipients } = parties(reading, cells[AT.event] as number, of.text)
    return {
      ...rowOf(cells, of),
      actors,
      recipients,
      word: words(reading, cells[AT.word] as number | null, of.text),
    }
  }
}

function rowOf(cells: Cells, about: About): Omit<EventRow, 'actors' | 'recipients' | 'word'> {
  const { text } = about
  const id = cells[AT.id] as string
  const trigger = spanOf(cells, AT.triggerStart) as Span
  const count = (at: number) => (cells[at] ?? undefined) as number | undefined
  return {
    list: 'events',
    ...headOf(about, id, cells[AT.confidence] as number),
    type: cells[AT.type] as string,
    mode: (cells[AT.mode] ?? undefined) as string | undefined,
    contexts: JSON.parse(cells[AT.contexts] as string),
    trigger: text.slice(trigger.start, trigger.end),
    spans: { trigger },
    when: whenOf(cells, AT.when, text),
    whenBasis: (cells[AT.whenBasis] ?? undefined) as EventRow['whenBasis'],
    where: whereOf(cells, AT.where),
    killed: count(AT.killed),
    injured: count(AT.injured),
    arrested: count(AT.arrested),
    size: count(AT.size),
    status: cells[AT.status] as EventRow['status'],
    why: cells[AT.why] as string,
  }
}

interface Party extends Omit<Entity, 'id'> {
  id: Text
  role: 'actor' | 'recipient'
  start: number
  end: number
}

interface Parties {
  actors: Named[]
  recipients: Named[]
}

/** Who did an event, and to whom. */
function openParties(db: Database.Database): (reading: number, event: number, text: string) => Parties {
  const select = db.prepare<[number, number], Party>(
    `SELECT o.role, o.start, o."end", ${entityId} AS id, n.name, n.kind, n.country, n.sectors, n.link
     FROM roles o JOIN named n USING (named) LEFT JOIN entities e ON e.reading = ? AND e.n = o.entity
     WHERE o.event = ? ORDER BY o.role_code, o.n`,
  )
  return (reading, event, text) => {
    const actors: Named[] = []
    const recipients: Named[] = []
    for (const party of select.all(reading, event))
      (party.role === 'actor' ? actors : recipients).push(spoken(party, text))
    return { actors, recipients }
  }
}

interface Teller extends Omit<Entity, 'id'> {
  id: Text
  statement: string
  act: string
  within: number | null
  start: number | null
  end: number | null
}

/** The statements that an event stands on, outermost first. */
function openWords(
  db: Database.Database,
): (reading: number, statement: number | null, text: string) => EventRow['word'] {
  const select = db.prepare<[number, number], Teller>(
    `SELECT t.id AS statement, t.act, t.within, t.source_start AS start, t.source_end AS "end", ${entityId} AS id, n.name, n.kind, n.country, n.sectors, n.link
     FROM statements t LEFT JOIN named n ON n.named = t.speaker_named
     LEFT JOIN entities e ON e.reading = t.reading AND e.n = t.speaker WHERE t.reading = ? AND t.n = ?`,
  )
  return (reading, first, text) => {
    const word: EventRow['word'] = []
    const seen = new Set<number>()
    for (let n = first; n !== null && !seen.has(n); ) {
      seen.add(n)
      const teller = select.get(reading, n)
      if (!teller) break
      const { statement, act, within } = teller
      const speaker = teller.start === null ? knownAs(teller) : spoken(teller as Teller & Span, text)
      word.unshift({ statement, speaker, act })
      n = within
    }
    return word
  }
}

type Found = Omit<Entity, 'id'> & { id: Text }

/** Somebody whose words stand in the text: the entity with them, or the words alone. */
function spoken({ start, end, ...found }: Found & Span, text: string): Named {
  const words = text.slice(start, end)
  return { ...(knownAs(found) ?? { name: words }), text: words, span: { start, end } }
}

function knownAs(found: Found): Named | undefined {
  return found.id === null || found.name === null ? undefined : namedOf(found as Entity)
}
