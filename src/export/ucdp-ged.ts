import type { EventRow } from '../rows/rows.ts'
import { countryName } from './country-name.ts'
import { column, namesOf, nothing, ourColumns, ownDays, type ShapedColumn, writeShaped, yearOf } from './shaped.ts'

/** GED's place precision: 1 the place itself, 6 the country alone. A division may be its 3 or its 4, a part of the world is none of them. */
const PLACE: { readonly [level: string]: number } = { town: 1, country: 6 }

const judged = 'UCDP judges it'
const listed = 'of lists of its own'
const hasPoint = ({ where }: EventRow) => where?.lat !== undefined && where.lon !== undefined

/** The columns of the table that `writeUcdpGed` gives, in order. */
export const ucdpGedColumns: readonly ShapedColumn[] = [
  column('id', "the row's key in the desk", ({ key }) => key),
  nothing('relid', listed),
  column('year', 'the year, where all that is known of the date lies in one', yearOf),
  nothing('type_of_violence', judged),
  nothing('conflict_new_id', listed),
  nothing('conflict_name', listed),
  nothing('dyad_new_id', listed),
  column('dyad_name', "both sides, with ' - ' between them, where both are named", ({ actors, recipients }) =>
    actors.length > 0 && recipients.length > 0 ? `${namesOf(actors, ', ')} - ${namesOf(recipients, ', ')}` : undefined,
  ),
  nothing('side_a_new_id', listed),
  column('side_a', "who did it, parted by ', '", ({ actors }) => namesOf(actors, ', ')),
  nothing('side_b_new_id', listed),
  column('side_b', "to whom it was done, parted by ', '", ({ recipients }) => namesOf(recipients, ', ')),
  nothing('number_of_sources', 'a row is what one report tells'),
  column(
    'source_article',
    'outlet, day of publication and title',
    ({ outlet, published, title }) => [outlet, published, title].filter(Boolean).join(', ') || undefined,
  ),
  column('source_office', 'who published it', ({ outlet }) => outlet),
  column('source_date', 'the day of publication', ({ published }) => published?.slice(0, 10)),
  column('source_headline', "the report's title", ({ title }) => title),
  column(
    'source_original',
    "whose word it is: the innermost; empty: the report's own",
    ({ word }) => word.at(-1)?.speaker?.name,
  ),
  column('where_prec', '1 a town, 6 a country; empty where it is neither', ({ where }) => PLACE[where?.level ?? '']),
  column('where_coordinates', 'the name of the place', ({ where }) => where?.name),
  column('where_description', 'the sentence that tells of it', ({ sentence }) => sentence),
  nothing('adm_1', 'a place is known by its point'),
  nothing('adm_2', 'a place is known by its point'),
  column('latitude', 'degrees north; of a country its middle, as where_prec says', ({ where }) => where?.lat),
  column('longitude', 'degrees east', ({ where }) => where?.lon),
  column('geom_wkt', 'the point as WKT', (r) => (hasPoint(r) ? `POINT (${r.where?.lon} ${r.where?.lat})` : undefined)),
  nothing('priogrid_gid', listed),
  column('country', "the place's country", ({ where }) => countryName(where?.country)),
  nothing('country_id', listed),
  nothing('region', listed),
  nothing('event_clarity', judged),
  column(
    'date_prec',
    '1 the day, 2 two to six days, 3 the week, 4 the month, 5 more than a month and no more than a year; empty where less is known',
    datePrecision,
  ),
  column('date_start', 'the first day that it may be of, by the time that the report tells', (r) => ownDays(r)?.start),
  column('date_end', 'the last', (r) => ownDays(r)?.end),
  nothing('deaths_a', 'whose dead they are is not told apart'),
  nothing('deaths_b', 'whose dead they are is not told apart'),
  nothing('deaths_civilians', 'whose dead they are is not told apart'),
  nothing('deaths_unknown', 'whose dead they are is not told apart'),
  column('best', 'how many were killed, where a number is told; empty is not 0', ({ killed }) => killed),
  nothing('high', 'a row is what one report tells'),
  nothing('low', 'a row is what one report tells'),
  ...ourColumns,
]

/** Events in the columns of the UCDP Georeferenced Event Dataset, as CSV. */
export const writeUcdpGed = (rows: Iterable<EventRow>): Generator<string> => writeShaped(ucdpGedColumns, rows)

function datePrecision(row: EventRow): number | undefined {
  const { start, end, precision } = ownDays(row) ?? {}
  // of what only begins or ends nothing is known but one side
  if (start === undefined || end === undefined) return undefined
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1
  if (precision === 'day' && days === 1) return 1
  if (days < 7) return 2
  if (days === 7) return 3
  if (precision === 'month') return 4
  return days <= 366 ? 5 : undefined
}
