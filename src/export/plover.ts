import { codebookTable } from '../codes/meanings.ts'
import type { EventRow, Named } from '../rows/rows.ts'
import { version } from '../version.ts'
import { daysOf, oneDay } from './days.ts'

/**
 * Events as PLOVER records, one JSON object a line, with the field names of the PLOVER codebook's chapter on JSON. What PLOVER
 * has no field for stands in `onrecord`.
 */
export function* writePlover(rows: Iterable<EventRow>): Generator<string> {
  const quads = new Map(codebookTable('event/quads.tsv').map(([type, quad]) => [type, Number(quad)]))
  for (const row of rows) yield `${JSON.stringify(ploverOf(row, quads.get(row.type)))}\n`
}

function ploverOf(row: EventRow, quad: number | undefined): object {
  const days = daysOf(row)
  const { start, end, precision, basis } = days ?? {}
  return {
    id: row.key,
    has_event: true,
    // a month or a year is no day, nor is what only begins
    date: oneDay(days),
    source: row.actors.map(actorOf),
    recipient: row.recipients.map(actorOf),
    event: [row.type],
    mode: row.mode === undefined ? [] : [row.mode],
    context: contextsOf(row),
    quad_code: quad,
    event_text: [row.trigger],
    event_loc: row.where && {
      name: row.where.name,
      latitude: row.where.lat,
      longitude: row.where.lon,
      cc3: row.where.country,
    },
    size: sizeOf(row),
    cite_info: {
      citation: row.report,
      url: row.url,
      title: row.title,
      publication: row.outlet,
      published: row.published,
    },
    coder: `onrecord ${version}`,
    onrecord: {
      status: row.status,
      date_basis: basis,
      date_precision: precision,
      date_start: start,
      date_end: end,
      word: row.word.map(({ statement, speaker, act }) => ({ statement, speaker: speaker?.name, act })),
      trigger: [row.spans.trigger.start, row.spans.trigger.end],
      confidence: row.confidence,
      why: row.why,
      decided: row.decided,
    },
  }
}

function actorOf({ name, text, country, sectors = [], link }: Named): object {
  return {
    code: country,
    sector: sectors.length > 0 ? sectors.join(' ') : undefined,
    actor_text: text ?? name,
    identifier_id: link,
    identifier_text: name,
  }
}

/** PLOVER keeps apart what lies ahead and what is only supposed by contexts; its names have underscores. */
function contextsOf({ contexts, status }: EventRow): string[] {
  const about = contexts.map((context) => context.replaceAll('-', '_'))
  if (status === 'planned' || status === 'threatened') return [...about, 'future']
  return status === 'requested' || status === 'supposed' ? [...about, 'hypothetical'] : about
}

function sizeOf({ killed, injured, arrested, size }: EventRow): object | undefined {
  if (killed === undefined && injured === undefined && arrested === undefined && size === undefined) return undefined
  return { dead: killed, injured, arrested, participants: size }
}
