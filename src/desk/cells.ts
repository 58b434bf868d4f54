import type Database from 'better-sqlite3'
import type { Span } from '../record/types.ts'
import type { Dated, Located, Named } from './rows.ts'

/** A text, or nothing. */
export type Text = string | null

/** A row as an array of cells, because an object of so many fields takes twice the time of the whole query. */
export type Cells = readonly (string | number | null)[]

/** An entity as tables have it. */
export type Entity = { [field in 'id' | 'name' | 'kind' | 'country' | 'sectors' | 'link']: string }

/** An entity as rows have it. */
export function namedOf({ id, name, kind, country, sectors, link }: Entity): Named {
  // An entity without a code has neither country nor sectors.
  const isCoded = country !== '' || sectors !== '[]'
  return {
    id,
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

/**
 * Joins that give a row `t` its time as `w` and its place as `p`. Most rows have neither; those are not looked for among all times and places of
 * the reading, which saves a third of a list's time.
 */
export const timeAndPlace = `LEFT JOIN times w ON w.reading = CASE WHEN t."when" IS NOT NULL THEN t.reading END AND w.id = t."when"
  LEFT JOIN places p ON p.reading = CASE WHEN t."where" IS NOT NULL THEN t.reading END AND p.id = t."where"`

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

/** Readings kept at hand: lists walk through rows of the same ones. */
const AT_HAND = 64

/** The report of a reading, with its text. */
export function openAbout(db: Database.Database): (reading: number) => About {
  const select = db.prepare<[number], About>(
    'SELECT r.id, r.text, g.published, g.outlet, g.title, g.url FROM readings g JOIN reports r USING (report) WHERE g.reading = ?',
  )
  const atHand = new Map<number, About>()
  return (reading) => {
    const kept = atHand.get(reading)
    if (kept) return kept
    const about = select.get(reading) as About
    if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value as number)
    atHand.set(reading, about)
    return about
  }
}
