import { codebookTable } from '../codes/meanings.ts'
import type { EventRow, Named } from '../rows/rows.ts'
import { countryName } from './country-name.ts'
import { oneDay } from './days.ts'
import { column, namesOf, nothing, ourColumns, ownDays, type ShapedColumn, writeShaped, yearOf } from './shaped.ts'

/** ACLED's date precision: 1 the day, 2 the week, 3 the month; it has none for what is known less exactly. */
const PRECISION: { readonly [precision: string]: number } = { day: 1, week: 2, month: 3 }
/** ACLED's place precision: 1 the town, 3 a larger region. */
const PLACE: { readonly [level: string]: number } = { town: 1, division: 3 }

function precisionOf(row: EventRow): number | undefined {
  const { start, end, precision = '' } = ownDays(row) ?? {}
  // of what only begins or ends nothing is known but one side
  if (start === undefined || end === undefined || (precision === 'day' && start !== end)) return undefined
  return PRECISION[precision]
}

const isPoint = ({ where }: EventRow) => where?.level !== undefined && where.level in PLACE
const others = ([, ...rest]: readonly Named[]) => namesOf(rest, '; ')
const judged = 'ACLED judges it'

/** The columns of the table that `writeAcled` gives, in order. */
export const acledColumns: readonly ShapedColumn[] = [
  column('event_id_cnty', "the row's key in the desk", ({ key }) => key),
  column('event_date', 'YYYY-MM-DD, where the report tells the day; never a day of a week, a month or a year', (r) =>
    oneDay(ownDays(r)),
  ),
  column('year', 'the year, where all that is known of the date lies in one', yearOf),
  column('time_precision', '1 the day, 2 the week, 3 the month is known; empty where less is', precisionOf),
  column('date_start', 'the first day that it may be of', (r) => ownDays(r)?.start),
  column('date_end', 'the last', (r) => ownDays(r)?.end),
  column('disorder_type', 'by type and mode: see below', (r) => termsOf(r)?.disorder),
  column('event_type', 'by type and mode: see below', (r) => termsOf(r)?.event),
  column('sub_event_type', 'by type and mode: see below', (r) => termsOf(r)?.sub),
  column('actor1', 'who did it: the first that is named', ({ actors }) => actors[0]?.name),
  column('assoc_actor_1', "who did it with them, parted by '; '", ({ actors }) => others(actors)),
  nothing('inter1', judged),
  column('actor2', 'to whom it was done: the first that is named', ({ recipients }) => recipients[0]?.name),
  column('assoc_actor_2', "who else, parted by '; '", ({ recipients }) => others(recipients)),
  nothing('inter2', judged),
  nothing('interaction', judged),
  nothing('civilian_targeting', judged),
  column('iso3', "the place's country, ISO 3166 alpha-3", ({ where }) => where?.country),
  nothing('region', 'of lists of its own'),
  column('country', 'its name', ({ where }) => countryName(where?.country)),
  nothing('admin1', 'a place is known by its point'),
  nothing('admin2', 'a place is known by its point'),
  nothing('admin3', 'a place is known by its point'),
  column('location', 'the name of the place', ({ where }) => where?.name),
  column('latitude', 'degrees north, of a town or a division; the middle of a country is no place of an event', (r) =>
    isPoint(r) ? r.where?.lat : undefined,
  ),
  column('longitude', 'degrees east, of the same', (r) => (isPoint(r) ? r.where?.lon : undefined)),
  column(
    'geo_precision',
    '1 a town, 3 a state, province, county or district',
    ({ where }) => PLACE[where?.level ?? ''],
  ),
  column('source', 'who published it', ({ outlet }) => outlet),
  nothing('source_scale', judged),
  column('notes', 'the sentence that tells of it', ({ sentence }) => sentence),
  column('fatalities', 'how many were killed, where a number is told; empty is not 0', ({ killed }) => killed),
  column('tags', "'crowd size=' and how many took part in a protest", ({ type, size }) =>
    type === 'PROTEST' && size !== undefined ? `crowd size=${size}` : undefined,
  ),
  ...ourColumns,
]

/** Events in the columns of ACLED's table, as CSV. */
export const writeAcled = (rows: Iterable<EventRow>): Generator<string> => writeShaped(acledColumns, rows)

interface Terms {
  disorder?: string
  event?: string
  sub?: string
}

let terms: Map<string, Terms> | undefined

function termsOf({ type, mode = '-' }: EventRow): Terms | undefined {
  terms ??= new Map(
    codebookTable('event/acled.tsv').map(([type, mode, disorder, event, sub]) => [
      `${type} ${mode}`,
      { disorder, event, ...(sub !== '-' && { sub }) },
    ]),
  )
  return terms.get(`${type} ${mode}`)
}
