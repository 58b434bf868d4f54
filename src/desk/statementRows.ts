import type Database from 'better-sqlite3'
import type { Span } from '../record/types.ts'
import type { Named, StatementRow } from './rows.ts'

type Text = string | null

/** What is asked for of each statement, in the order of its cells: the name of a cell, and where it comes from. */
const CELLS = [
  ['statement', 't.statement'],
  ['report', 't.report'],
  ['reading', 't.reading'],
  ['id', 't.id'],
  ['sourceStart', 't.source_start'],
  ['sourceEnd', 't.source_end'],
  ['cueStart', 't.cue_start'],
  ['cueEnd', 't.cue_end'],
  [
    'content',
    `(SELECT group_concat(c.start || ' ' || c."end", ' ') FROM contents c WHERE c.statement = t.statement AND c.part = 'content')`,
  ],
  ['occasionStart', 't.occasion_start'],
  ['occasionEnd', 't.occasion_end'],
  ['quotation', 't.quotation'],
  ['act', 't.act'],
  ['negated', 't.negated'],
  ['to', 't."to"'],
  ['within', 't.within'],
  ['confidence', 't.confidence'],
  ['speaker', 't.speaker'],
  ['name', 's.name'],
  ['kind', 's.kind'],
  ['country', 's.country'],
  ['sectors', 's.sectors'],
  ['link', 's.link'],
  ['when', 'w.value'],
  ['whenFrom', 'w."from"'],
  ['whenTo', 'w."to"'],
  ['whenStart', 'w.start'],
  ['whenEnd', 'w."end"'],
  ['whenBasis', 't.when_basis'],
  ['where', 'l.name'],
  ['whereCountry', 'p.country'],
  ['whereLat', 'p.lat'],
  ['whereLon', 'p.lon'],
] as const

type Cell = (typeof CELLS)[number][0]

/** Where each cell stands. */
const AT = Object.fromEntries(CELLS.map(([name], at) => [name, at])) as { readonly [C in Cell]: number }

/** A statement's cells: an array, because an object of so many fields takes twice the time of the whole query. */
export type StatementCells = readonly (string | number | null)[]

/** The columns of `CELLS`, for a query that has a statement as `t` and `statementJoins` after it. */
export const statementColumns = CELLS.map(([, sql]) => sql).join(', ')

/** What a statement's cells need besides `statements t`. */
export const statementJoins = `
  LEFT JOIN named s ON s.named = t.speaker_named
  LEFT JOIN times w ON w.reading = t.reading AND w.id = t."when"
  LEFT JOIN places p ON p.reading = t.reading AND p.id = t."where"
  LEFT JOIN named l ON l.named = t.place_named`

/** The number of a statement's report. */
export const reportOf = (cells: StatementCells): number => cells[AT.report] as number

/**
 * Rows of statements straight from the tables, in a fraction of the time that their records would take: what `rowsOf` makes of the record,
 * before decisions. Words are cut out of a text that is read once for all statements of its report.
 */
export function openStatementRows(db: Database.Database): (cells: StatementCells) => StatementRow {
  const about = openAbout(db)
  const told = openTold(db)
  return (cells) => rowOf(cells, about(cells[AT.reading] as number), told)
}

function rowOf(cells: StatementCells, about: About, told: Told): StatementRow {
  const { text } = about
  const id = cells[AT.id] as string
  const source = spanOf(cells, AT.sourceStart)
  const cue = spanOf(cells, AT.cueStart)
  const content = spansOf(cells[AT.content] as string)
  const occasion = spanOf(cells, AT.occasionStart) ?? undefined
  return {
    list: 'statements',
    key: `${about.id}#${id}`,
    report: about.id,
    published: about.published ?? undefined,
    outlet: about.outlet ?? undefined,
    title: about.title ?? undefined,
    url: about.url ?? undefined,
    confidence: cells[AT.confidence] as number,
    id,
    speaker: speakerOf(cells, text, source),
    source: source ? text.slice(source.start, source.end) : undefined,
    cue: cue ? text.slice(cue.start, cue.end) : undefined,
    content: content.map(({ start, end }) => text.slice(start, end)).join(' … '),
    spans: { source, cue, content, occasion },
    quotation: cells[AT.quotation] as StatementRow['quotation'],
    act: cells[AT.act] as string,
    negated: cells[AT.negated] === 1,
    to: told(cells[AT.reading] as number, cells[AT.to] as Text),
    occasion: occasion && text.slice(occasion.start, occasion.end),
    when: whenOf(cells, text),
    whenBasis: (cells[AT.whenBasis] ?? undefined) as StatementRow['whenBasis'],
    where: whereOf(cells),
    within: (cells[AT.within] ?? undefined) as string | undefined,
  }
}

function speakerOf(cells: StatementCells, text: string, source: Span | null): Named | undefined {
  const named =
    cells[AT.speaker] === null || cells[AT.name] === null
      ? undefined
      : namedOf({
          id: cells[AT.speaker] as string,
          name: cells[AT.name] as string,
          kind: cells[AT.kind] as string,
          country: cells[AT.country] as string,
          sectors: cells[AT.sectors] as string,
          link: cells[AT.link] as string,
        })
  if (!source) return named
  const words = text.slice(source.start, source.end)
  if (!named) return { name: words, text: words, span: source }
  named.text = words
  named.span = source
  return named
}

type Entity = { [field in 'id' | 'name' | 'kind' | 'country' | 'sectors' | 'link']: string }

function namedOf({ id, name, kind, country, sectors, link }: Entity): Named {
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

function whenOf(cells: StatementCells, text: string): StatementRow['when'] {
  const value = cells[AT.when] as Text
  if (value === null) return undefined
  return {
    value,
    from: (cells[AT.whenFrom] ?? undefined) as string | undefined,
    to: (cells[AT.whenTo] ?? undefined) as string | undefined,
    text: text.slice(cells[AT.whenStart] as number, cells[AT.whenEnd] as number),
  }
}

function whereOf(cells: StatementCells): StatementRow['where'] {
  const name = cells[AT.where] as Text
  if (name === null) return undefined
  return {
    name,
    country: (cells[AT.whereCountry] ?? undefined) as string | undefined,
    lat: (cells[AT.whereLat] ?? undefined) as number | undefined,
    lon: (cells[AT.whereLon] ?? undefined) as number | undefined,
  }
}

/** The span whose start stands in a cell and its end in the next. */
function spanOf(cells: StatementCells, start: number): Span | null {
  return cells[start] === null ? null : { start: cells[start] as number, end: cells[start + 1] as number }
}

/** Spans from numbers parted by spaces. */
function spansOf(numbers: string): Span[] {
  const parts = numbers.split(' ')
  const spans: Span[] = []
  for (let at = 0; at < parts.length; at += 2) spans.push({ start: Number(parts[at]), end: Number(parts[at + 1]) })
  return spans
}

/** What all statements of a reading share. */
interface About {
  id: string
  text: string
  published: Text
  outlet: Text
  title: Text
  url: Text
}

/** Readings kept at hand: lists walk through statements of the same ones. */
const AT_HAND = 64

function openAbout(db: Database.Database): (reading: number) => About {
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

type Told = (reading: number, ids: Text) => Named[]

/** The entities that were told, by their ids. */
function openTold(db: Database.Database): Told {
  const select = db.prepare<[string, number], Entity>(
    `SELECT e.id, n.name, n.kind, n.country, n.sectors, n.link FROM json_each(?) j
     JOIN entities e ON e.reading = ? AND e.id = j.value JOIN named n USING (named) ORDER BY j.key`,
  )
  return (reading, ids) => (ids === null ? [] : select.all(ids, reading).map(namedOf))
}
