import type Database from 'better-sqlite3'
import type { Span } from '../record/types.ts'
import type { Named, StatementRow } from '../rows/rows.ts'
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
import { numberOf } from './lists.ts'

const CONTENT = numberOf('part', 'content')

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
    // most have one stretch, and putting several together takes longer than all other columns
    `CASE WHEN EXISTS (SELECT 1 FROM contents c WHERE c.statement = t.statement AND c.part_code = ${CONTENT} AND c.n = 1)
      THEN (SELECT group_concat(c.start || ' ' || c."end", ' ') FROM contents c WHERE c.statement = t.statement AND c.part_code = ${CONTENT})
      ELSE (SELECT c.start || ' ' || c."end" FROM contents c WHERE c.statement = t.statement AND c.part_code = ${CONTENT} AND c.n = 0) END`,
  ],
  ['occasionStart', 't.occasion_start'],
  ['occasionEnd', 't.occasion_end'],
  ['quotation', 't.quotation'],
  ['act', 't.act'],
  ['negated', 't.negated'],
  ['to', 't."to"'],
  ['within', '(SELECT i.id FROM statements i WHERE i.reading = t.reading AND i.n = t.within)'],
  ['confidence', 't.confidence'],
  ['speaker', entityId],
  ['name', 'n.name'],
  ['kind', 'n.kind'],
  ['country', 'n.country'],
  ['sectors', 'n.sectors'],
  ['link', 'n.link'],
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
] as const

type Cell = (typeof CELLS)[number][0]

/** Where each cell stands. */
const AT = Object.fromEntries(CELLS.map(([name], at) => [name, at])) as { readonly [C in Cell]: number }

/** The columns of `CELLS`, for a query that has a statement as `t` and `statementJoins` after it. */
export const statementColumns = CELLS.map(([, sql]) => sql).join(', ')

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
  return (cells) => rowOf(cells, about(cells[AT.reading] as number), told)
}

function rowOf(cells: Cells, about: About, told: Told): StatementRow {
  const { text } = about
  const id = cells[AT.id] as string
  const source = spanOf(cells, AT.sourceStart)
  const cue = spanOf(cells, AT.cueStart)
  const content = spansOf(cells[AT.content] as string)
  const occasion = spanOf(cells, AT.occasionStart) ?? undefined
  return {
    list: 'statements',
    ...headOf(about, id, cells[AT.confidence] as number),
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
    when: whenOf(cells, AT.when, text),
    whenBasis: (cells[AT.whenBasis] ?? undefined) as StatementRow['whenBasis'],
    where: whereOf(cells, AT.where),
    within: (cells[AT.within] ?? undefined) as string | undefined,
  }
}

function speakerOf(cells: Cells, text: string, source: Span | null): Named | undefined {
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

/** Spans from numbers parted by spaces. */
function spansOf(numbers: string): Span[] {
  const parts = numbers.split(' ')
  const spans: Span[] = []
  for (let at = 0; at < parts.length; at += 2) spans.push({ start: Number(parts[at]), end: Number(parts[at + 1]) })
  return spans
}

type Told = (reading: number, places: Text) => Named[]

/** The entities that were told, by their places in the record. */
function openTold(db: Database.Database): Told {
  const select = db.prepare<[string, number], Entity>(
    `SELECT ${entityId} AS id, n.name, n.kind, n.country, n.sectors, n.link FROM json_each(?) j
     JOIN entities e ON e.reading = ? AND e.n = j.value JOIN named n USING (named) ORDER BY j.key`,
  )
  return (reading, places) => (places === null ? [] : select.all(places, reading).map(namedOf))
}
