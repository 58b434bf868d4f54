import type Database from 'better-sqlite3'
import type { Span } from '../record/types.ts'
import type { Named, StatementRow } from '../rows/rows.ts'
import {
  type Cells,
  cellsOf,
  type EntityCells,
  entityId,
  ID_CELL,
  namedOf,
  openAbout,
  READING_CELL,
  type ReportCells,
  rowHead,
  spanOf,
  type Text,
  timeAndPlace,
  whenCells,
  whenOf,
  whereCells,
  whereOf,
} from './cells.ts'
import { numberOf } from './lists.ts'

/** Start and end of the first title that the report gives a statement's speaker, parted by a blank. */
const title = `(SELECT m.start || ' ' || m."end" FROM mentions m WHERE m.reading = t.reading AND m.entity = t.speaker
  AND m.form_code = ${numberOf('form', 'title')} ORDER BY m.start, m.length DESC LIMIT 1)`

const { columns, at, fieldsOf } = cellsOf('statements', 'statement', {
  speaker: [entityId, 'n.name', 'n.kind', 'n.country', 'n.sectors', 'n.link', title],
  to: ['t."to"'],
  when: whenCells,
  where: whereCells,
})

/** The columns of a statement's cells, for a query that has a statement as `t` and `statementJoins` after it. */
export const statementColumns = columns

/** What a statement's cells need besides `statements t`. */
export const statementJoins = `
  LEFT JOIN named n ON n.named = t.speaker_named
  LEFT JOIN entities e ON e.reading = t.reading AND e.n = t.speaker
  ${timeAndPlace}
  LEFT JOIN named l ON l.named = t.place_named`

/**
 * Rows of statements straight from the tables, in a fraction of the time that their records would take: what `rowsOf` makes of the record,
 * before decisions. Words are cut out of a text that is read once for all statements of its report.
 */
export function openStatementRows(db: Database.Database): (cells: Cells) => StatementRow {
  const about = openAbout(db)
  const told = openTold(db)
  return (cells) => rowOf(cells, about(cells[READING_CELL] as number), told)
}

function rowOf(cells: Cells, about: ReportCells, told: Told): StatementRow {
  const { text } = about
  const own = {
    speaker: speakerOf(cells, text, spanOf(cells, at.source)),
    to: told(cells[READING_CELL] as number, cells[at.to] as Text),
    when: whenOf(cells, at.when, text),
    where: whereOf(cells, at.where),
  }
  return { list: 'statements', ...rowHead(about, cells[ID_CELL] as string), ...fieldsOf(cells, text, own) } as never
}

function speakerOf(cells: Cells, text: string, source: Span | null): Named | undefined {
  const [id, name, kind, country, sectors, link, title] = cells.slice(at.speaker, at.speaker + 7) as string[]
  const named = id === null || name === null ? undefined : namedOf({ id, name, kind, country, sectors, link })
  if (named && title !== null) named.role = text.slice(...(title.split(' ').map(Number) as [number, number]))
  if (!source) return named
  const words = text.slice(source.start, source.end)
  if (!named) return { name: words, text: words, span: source }
  named.text = words
  named.span = source
  return named
}

type Told = (reading: number, places: Text) => Named[]

/** The entities that were told, by their places in the record. */
function openTold(db: Database.Database): Told {
  const select = db.prepare<[string, number], EntityCells>(
    `SELECT ${entityId} AS id, n.name, n.kind, n.country, n.sectors, n.link FROM json_each(?) j
     JOIN entities e ON e.reading = ? AND e.n = j.value JOIN named x USING (named) JOIN named n ON n.named = coalesce(x.same_as, x.named) ORDER BY j.key`,
  )
  return (reading, places) => (places === null ? [] : select.all(places, reading).map(namedOf))
}
