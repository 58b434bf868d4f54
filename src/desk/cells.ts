import type Database from 'better-sqlite3'
import { idFrom } from '../record/id.ts'
import type { Span } from '../record/types.ts'
import type { Dated, Located, Named } from '../rows/rows.ts'
import { numberOf } from './lists.ts'

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
export type Entity = { [field in 'id' | 'name' | 'kind' | 'country' | 'sectors' | 'link']: string }

/** An entity as rows have it. */
export function namedOf({ id, name, kind, country, sectors, link }: Entity): Named {
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

/** The place of a row: its name, country, lat and lon stand in four cells. */
export function whereOf(cells: Cells, at: number): Located | undefined {
  const name = cells[at] as Text
  if (name === null) return undefined
  return {
    name,
    country: (cells[at + 1] ?? undefined) as string | undefined,
    lat: (cells[at + 2] ?? undefined) as number | undefined,
    lon: (cells[at + 3] ?? undefined) as number | undefined,
  }
}

/** What all rows of a reading share. */
export interface About {
  id: string
  text: string
  published: Text
  outlet: Text
  title: Text
  url: Text
}

/** What every row says of its report, with its own id and confidence. */
export function headOf({ id: report, published, outlet, title, url }: About, id: string, confidence: number) {
  return {
    key: `${report}#${id}`,
    report,
    published: published ?? undefined,
    outlet: outlet ?? undefined,
    title: title ?? undefined,
    url: url ?? undefined,
    confidence,
    id,
  }
}

/** What a reading says of its report, where it says nothing. */
const NOTHING = { published: null, outlet: null, title: null, url: null }

/** Readings kept at hand: lists walk through rows of the same ones. */
const AT_HAND = 64

/** The report of a reading, with its text. */
export function openAbout(db: Database.Database): (reading: number) => About {
  const select = db.prepare<[number], About & { about: Text }>(
    'SELECT r.id, r.text, r.published, r.outlet, r.title, r.url, g.about FROM readings g JOIN reports r USING (report) WHERE g.reading = ?',
  )
  const atHand = new Map<number, About>()
  return (reading) => {
    const kept = atHand.get(reading)
    if (kept) return kept
    const { about: own, ...ofReport } = select.get(reading) as About & { about: Text }
    const about = own === null ? ofReport : { ...ofReport, ...NOTHING, ...JSON.parse(own) }
    if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value as number)
    atHand.set(reading, about)
    return about
  }
}
