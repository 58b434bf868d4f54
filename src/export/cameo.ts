import { codebookTable } from '../codes/meanings.ts'
import type { EventRow, Named } from '../rows/rows.ts'
import { daysOf, oneDay } from './days.ts'
import { dyadsOf } from './tables.ts'

/** The columns of the CAMEO table, in order, with what they hold. */
export const cameoColumns = [
  ['event_id', "the event's key in the desk; '/2', '/3', ... follow where one event gives several rows"],
  [
    'date',
    'YYYYMMDD: the day of the event, else that of publication; empty where its time is known less exactly than to the day',
  ],
  ['date_basis', "'event' or 'published'; empty where nothing is known"],
  ['date_precision', "'day', 'week', 'month', 'quarter', 'year', 'decade' or 'century'"],
  ['date_start', 'YYYYMMDD: the first day that it may be of'],
  ['date_end', 'YYYYMMDD: the last'],
  ['source', "CAMEO actor code of who did it: country and sector, such as KESMIL; '---' where not known"],
  ['source_name', 'its name'],
  ['target', "CAMEO actor code of to whom it was done; '---' where not known"],
  ['target_name', 'its name'],
  ['code', 'CAMEO event code, two to four digits'],
  ['root', 'CAMEO root code, two digits'],
  ['quad_class', '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'],
  ['place', 'the name of the place'],
  ['country', 'its country, ISO 3166 alpha-3'],
  ['lat', 'degrees north'],
  ['lon', 'degrees east'],
  ['report', "the report's id"],
  ['outlet', 'who published it'],
  ['url', "the report's address"],
  ['plover_type', 'the PLOVER type that it was before'],
  ['plover_mode', 'its PLOVER mode'],
  ['lost', 'what is lost or bent between the two'],
  ['status', 'whether it is told as a fact: see the codes of events'],
  ['word', "on whose word it stands, outermost first, joined by '|'; empty: the report's own"],
  ['confidence', 'how sure the reader is, 0 to 1'],
] as const

/** Stands for an actor that has no code. */
const NOBODY = '---'

/**
 * Events as CAMEO, in columns parted by tabs under a line of their names. CAMEO has one source and one target a row: an event of several
 * gives a row for each pair. Tabs and line breaks within a text become spaces.
 */
export function* writeCameo(rows: Iterable<EventRow>): Generator<string> {
  const code = openCameo()
  yield `${cameoColumns.map(([name]) => name).join('\t')}\n`
  for (const row of rows) {
    let text = ''
    for (const { key, actor, recipient } of dyadsOf(row)) {
      const cells = cellsOf(row, code, { id: key, source: actor, target: recipient })
      text += `${cells.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`
    }
    yield text
  }
}

interface Pair {
  id: string
  source?: Named
  target?: Named
}

function cellsOf(
  row: EventRow,
  { event, actor }: Cameo,
  { id, source, target }: Pair,
): (string | number | undefined)[] {
  const days = daysOf(row)
  const { code, lost } = event(row)
  const root = code.slice(0, 2)
  return [
    ...[id, compact(oneDay(days)), days?.basis, days?.precision],
    ...[compact(days?.start), compact(days?.end)],
    ...[actor(source), source?.name, actor(target), target?.name],
    ...[code, root, quadOf(Number(root))],
    ...[row.where?.name, row.where?.country, row.where?.lat, row.where?.lon],
    ...[row.report, row.outlet, row.url],
    ...[row.type, row.mode, lost],
    ...[row.status, row.word.map(({ speaker }) => speaker?.name ?? '').join('|'), row.confidence],
  ]
}

/** Roots 01 to 05 are verbal cooperation, 06 to 08 material; 09 to 13 verbal conflict, 14 to 20 material. */
function quadOf(root: number): number {
  if (root <= 5) return 1
  if (root <= 8) return 2
  return root <= 13 ? 3 : 4
}

const compact = (day: string | undefined) => day?.replaceAll('-', '')

interface Cameo {
  event(row: Pick<EventRow, 'type' | 'mode' | 'contexts'>): { code: string; lost: string }
  actor(named: Named | undefined): string
}

/** CAMEO's codes of events and actors, from the codebook. */
export function openCameo(): Cameo {
  const codes = new Map(
    codebookTable('event/cameo.tsv').map(([type, mode, context, code, , lost]) => [
      `${type} ${mode} ${context}`,
      { code, lost: lost === '-' ? '' : lost },
    ]),
  )
  const sectors = new Map(codebookTable('entity/cameo-sectors.tsv').map(([plover, cameo]) => [plover, cameo]))
  return {
    event({ type, mode = '-', contexts }) {
      const keys = [mode, '-'].flatMap((m) => [...contexts, '-'].map((context) => `${type} ${m} ${context}`))
      const key = keys.find((key) => codes.has(key))
      return (key && codes.get(key)) || { code: '', lost: 'the whole type: CAMEO has none for it' }
    },
    actor(named) {
      const [sector = ''] = named?.sectors ?? []
      return `${named?.country ?? ''}${sectors.get(sector) ?? sector}` || NOBODY
    },
  }
}
