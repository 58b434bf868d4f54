import type Database from 'better-sqlite3'
import { columnOf, type Field, type FieldKind, type fields, fieldsIn } from '../record/fields.ts'
import { idFrom } from '../record/id.ts'
import type { Span } from '../record/types.ts'
import type { Dated, Located, Named } from '../rows/rows.ts'
import { numberOf } from './lists.ts'
import { spansFrom } from './stored.ts'

/** A text, or nothing. */
export type Text = string | null

/** A row as an array of cells, because an object of so many fields takes twice the time of the whole query. */
export type Cells = readonly (string | number | null)[]

/**
 * The id of the entity that a query has as `e`, or where it is not kept, the start and end of its first mention, parted by a blank:
 * `namedOf` makes the id of them.
 */
export const entityId = `coalesce(e.id, (SELECT m.start || ' ' || m."end" FROM mentions m
  WHERE m.reading = e.reading AND m.entity = e.n AND m.form_code <> ${numberOf('form', 'title')} ORDER BY m.start, m.length DESC LIMIT 1))`

/** An entity as tables have it. */
export type EntityCells = { [field in 'id' | 'name' | 'kind' | 'country' | 'sectors' | 'link']: string }

/** An entity as rows have it. */
export function namedOf({ id, name, kind, country, sectors, link }: EntityCells): Named {
  // An entity without a code has neither country nor sectors.
  const isCoded = country !== '' || sectors !== '[]'
  return {
    id: id.includes(' ') ? idFrom('e', [...id.split(' '), kind]) : id,
    name,
    kind,
    country: country || undefined,
    sectors: isCoded ? (sectors === '[]' ? [] : (JSON.parse(sectors) as string[])) : undefined,
    link: link || undefined,
  }
}

/** The span whose start stands in a cell and its end in the next. */
export function spanOf(cells: Cells, start: number): Span | null {
  return cells[start] === null ? null : { start: cells[start] as number, end: cells[start + 1] as number }
}

/** Joins that give a row `t` its time as `w` and its place as `p`. */
export const timeAndPlace = `LEFT JOIN times w ON w.reading = t.reading AND w.n = t."when"
  LEFT JOIN places p ON p.reading = t.reading AND p.n = t."where"
  LEFT JOIN spots h ON h.spot = p.spot`

/** Columns of the time that `timeAndPlace` joins, as `whenOf` takes them. */
export const whenCells = ['w.value', 'w."from"', 'w."to"', 'w.start', 'w."end"']
/** Columns of the place, as `whereOf` takes them. */
export const whereCells = ['l.name', 'h.country', 'h.lat', 'h.lon', 'h.level']

/** The time of a row: its value, from, to, start and end stand in five cells. */
export function whenOf(cells: Cells, at: number, text: string): Dated | undefined {
  const value = cells[at] as Text
  if (value === null) return undefined
  return {
    value,
    from: (cells[at + 1] ?? undefined) as string | undefined,
    to: (cells[at + 2] ?? undefined) as string | undefined,
    text: text.slice(cells[at + 3] as number, cells[at + 4] as number),
  }
}

/** The place of a row: its name, country, lat, lon and level stand in five cells. */
export function whereOf(cells: Cells, at: number): Located | undefined {
  const name = cells[at] as Text
  if (name === null) return undefined
  return {
    name,
    country: (cells[at + 1] ?? undefined) as string | undefined,
    lat: (cells[at + 2] ?? undefined) as number | undefined,
    lon: (cells[at + 3] ?? undefined) as number | undefined,
    level: (cells[at + 4] ?? undefined) as string | undefined,
  }
}

/** What all rows of a reading share. */
export interface ReportCells {
  id: string
  text: string
  published: Text
  outlet: Text
  title: Text
  url: Text
}

/** What every row says of its report, with its own key. */
export function rowHead({ id: report, published, outlet, title, url }: ReportCells, id: string) {
  return {
    key: `${report}#${id}`,
    report,
    published: published ?? undefined,
    outlet: outlet ?? undefined,
    title: title ?? undefined,
    url: url ?? undefined,
  }
}

/** What a reading says of its report, where it says nothing. */
const NOTHING = { published: null, outlet: null, title: null, url: null }

/** Readings kept at hand: lists walk through rows of the same ones. */
const AT_HAND = 64

/** The report of a reading, with its text. */
export function openAbout(db: Database.Database): (reading: number) => ReportCells {
  const select = db.prepare<[number], ReportCells & { about: Text }>(
    'SELECT r.id, r.text, r.published, r.outlet, r.title, r.url, g.about FROM readings g JOIN reports r USING (report) WHERE g.reading = ?',
  )
  const atHand = new Map<number, ReportCells>()
  return (reading) => {
    const kept = atHand.get(reading)
    if (kept) return kept
    const { about: own, ...ofReport } = select.get(reading) as ReportCells & { about: Text }
    const about = own === null ? ofReport : { ...ofReport, ...NOTHING, ...JSON.parse(own) }
    if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value as number)
    atHand.set(reading, about)
    return about
  }
}

/** Where the first cells of every row stand: its number, its report's, its reading's and its id. */
export const KEY_CELL = 0
export const REPORT_CELL = 1
export const READING_CELL = 2
export const ID_CELL = 3

/** A field whose value is made from its own cell, or from its own and the next. */
type Made = readonly [name: string, field: Field, at: number]

/**
 * The cells of a row of statements or events: its key, report and reading first, then each field's.
 *
 * @param own columns of fields that are not made from their own column alone: what is in them is for the caller
 * @returns where each field's first cell stands, and the row's fields, in their order, with those that the caller made
 */
export function cellsOf<Own extends string>(
  list: keyof typeof fields,
  key: string,
  own: { readonly [field in Own]: readonly string[] },
) {
  const columns = [`t.${key}`, 't.report', 't.reading']
  const at: { [field: string]: number } = {}
  const made: Made[] = []
  for (const [name, field] of fieldsIn(list)) {
    at[name] = columns.length
    made.push([name, field, columns.length])
    columns.push(...((own as { [field: string]: readonly string[] })[name] ?? cellsOfKind(columnOf(name), field.kind)))
  }
  const fieldsOf = (cells: Cells, text: string, values: { readonly [field: string]: unknown }): object => {
    const row: { [field: string]: unknown } = {}
    const spans: { [field: string]: unknown } = {}
    for (const [name, { kind, nullable }, at] of made) {
      if (name in values) row[name] = values[name]
      else if (kind === 'span') {
        const span = spanOf(cells, at)
        spans[name] = span ?? (nullable ? null : undefined)
        row[name] = span ? text.slice(span.start, span.end) : undefined
      } else if (kind === 'spans') {
        const stretches = cells[at] === null ? undefined : spansOf(cells[at] as string)
        spans[name] = stretches
        row[name] = stretches?.map(({ start, end }) => text.slice(start, end)).join(' … ')
      } else if (kind === 'stretches') {
        const stretches = cells[at] === null ? undefined : spansFrom(JSON.parse(cells[at] as string))
        spans[name] = stretches
        row[name] = stretches?.map(({ start, end }) => text.slice(start, end)).join(' … ')
      } else row[name] = plainOf(kind, cells[at])
    }
    row['spans'] = spans
    return row
  }
  return { columns: columns.join(', '), at: at as { readonly [field in Own | 'source']: number }, fieldsOf }
}

function cellsOfKind(column: string, kind: FieldKind): string[] {
  if (kind === 'span') return [`t.${column}_start`, `t.${column}_end`]
  if (kind === 'spans') return [stretches(column)]
  if (kind === 'statement')
    return [`(SELECT i.id FROM statements i WHERE i.reading = t.reading AND i.n = t."${column}")`]
  return [`t."${column}"`]
}

/** Starts and ends of a statement's stretches, parted by blanks. Most have one, and putting several together takes longer than all other columns. */
function stretches(part: string): string {
  const from = `FROM contents c WHERE c.statement = t.statement AND c.part_code = ${numberOf('part', part)}`
  const several = `CASE WHEN EXISTS (SELECT 1 ${from} AND c.n = 1)
      THEN (SELECT group_concat(c.start || ' ' || c."end", ' ') ${from})
      ELSE (SELECT c.start || ' ' || c."end" ${from} AND c.n = 0) END`
  // only mixed content has quoted stretches of its own
  return part === 'quoted'
    ? `CASE WHEN t.quotation_code = ${numberOf('quotation', 'mixed')} THEN ${several} END`
    : several
}

function plainOf(kind: FieldKind, cell: string | number | null): unknown {
  if (cell === null) return undefined
  if (kind === 'flag') return cell === 1
  return kind === 'texts' ? JSON.parse(cell as string) : cell
}

/** Spans from numbers parted by blanks. */
function spansOf(numbers: string): Span[] {
  const parts = numbers.split(' ')
  const spans: Span[] = []
  for (let at = 0; at < parts.length; at += 2) spans.push({ start: Number(parts[at]), end: Number(parts[at + 1]) })
  return spans
}
