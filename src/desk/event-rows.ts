import type Database from 'better-sqlite3'
import type { Span } from '../record/types.ts'
import type { EventRow, Named } from '../rows/rows.ts'
import {
  type Cells,
  cellsOf,
  type EntityCells,
  entityId,
  ID_CELL,
  KEY_CELL,
  namedOf,
  openAbout,
  READING_CELL,
  rowHead,
  type Text,
  timeAndPlace,
  whenCells,
  whenOf,
  whereCells,
  whereOf,
} from './cells.ts'

const { columns, at, fieldsOf } = cellsOf('events', 'event', {
  // in a table of their own
  actors: [],
  recipients: [],
  when: whenCells,
  where: whereCells,
  word: ['t.word'],
})

/** The columns of an event's cells, for a query that has an event as `t` and `eventJoins` after it. */
export const eventColumns = columns

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
    const reading = cells[READING_CELL] as number
    const of = about(reading)
    const { text } = of
    const own = {
      ...parties(reading, cells[KEY_CELL] as number, text),
      when: whenOf(cells, at.when, text),
      where: whereOf(cells, at.where),
      word: words(reading, cells[at.word] as number | null, text),
    }
    return { list: 'events', ...rowHead(of, cells[ID_CELL] as string), ...fieldsOf(cells, text, own) } as never
  }
}

interface Party extends Omit<EntityCells, 'id'> {
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

interface Teller extends Omit<EntityCells, 'id'> {
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

type Found = Omit<EntityCells, 'id'> & { id: Text }

/** Somebody whose words stand in the text: the entity with them, or the words alone. */
function spoken({ start, end, ...found }: Found & Span, text: string): Named {
  const words = text.slice(start, end)
  return { ...(knownAs(found) ?? { name: words }), text: words, span: { start, end } }
}

function knownAs(found: Found): Named | undefined {
  return found.id === null || found.name === null ? undefined : namedOf(found as EntityCells)
}
