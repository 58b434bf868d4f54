import type { Series, SeriesUnit } from '../../src/desk/series.ts'
import { seriesTable } from '../../src/export/picture-tables.ts'
import { apiAddress, ask } from '../api.ts'
import { navigate } from '../router.ts'
import { useAsked } from '../use-asked.ts'
import { counted } from '../words/counted.ts'
import { BarsPicture } from './bars-picture.tsx'
import { ByOutlet } from './by-outlet.tsx'
import { Chips } from './chips.tsx'
import { Choice } from './choice.tsx'
import { rowNames } from './fields.ts'
import { Figures } from './figures.tsx'
import { addressOf, askedFilter, withOne } from './filter.ts'
import { finding } from './finding.ts'
import { Narrow } from './narrow.tsx'
import { NothingFound } from './nothing-found.tsx'
import { partAddress } from './part-address.ts'
import { saidBy } from './said-by.ts'

interface OverTimeProps {
  path: string
  list: 'statements' | 'events'
  query: URLSearchParams
  /** fields that it may be split by, the first where the address names none */
  splits: readonly string[]
  title: string
}

const units: readonly SeriesUnit[] = ['day', 'week', 'month', 'year']

/** Counts of a list over time as columns, with the table behind them; each part and each figure leads to its rows. */
export function OverTime({ path, list, query, splits, title }: OverTimeProps) {
  const unit = units.find((unit) => unit === query.get('unit')) ?? 'day'
  const by = splits.find((split) => split === query.get('by')) ?? splits[0]
  const share = query.get('share') === 'true'
  const form = query.get('form') === 'outlets' ? 'outlets' : 'together'
  const params = askedFilter(query)
  for (const [name, value] of Object.entries({ list, unit, by })) params.set(name, value)
  const { value, error } = useAsked(
    (signal) => ask<Series & { says: string }>('/api/series', params, { signal }),
    [params.toString()],
  )
  const go = (name: string, wanted: string) => navigate(addressOf(path, withOne(query, name, wanted)))
  return (
    <div class="desk">
      <h1>{title}</h1>
      <Chips path={path} query={query} />
      <Narrow path={path} list={list} query={query} />
      <div class="says">
        <p>{saidBy(value, error)}</p>
        <Choice label="by" value={unit} options={units} onValue={(wanted) => go('unit', wanted)} />
        <Choice label="colour by" value={by} options={splits} onValue={(wanted) => go('by', wanted)} />
        <Choice
          label="drawn"
          value={form}
          options={['together', 'outlets']}
          names={{ outlets: 'outlet by outlet' }}
          onValue={(wanted) => go('form', wanted === 'outlets' ? 'outlets' : '')}
        />
        <label>
          <input
            type="checkbox"
            checked={share}
            onChange={(event) => go('share', event.currentTarget.checked ? 'true' : '')}
          />{' '}
          as shares
        </label>
      </div>
      {value && form === 'outlets' && <ByOutlet {...{ list, by, unit, share, query, params }} />}
      {value && (
        <Shown
          {...{ value, path, list, by, unit, share, title, query, params }}
          isDrawn={form === 'together'}
          onWhole={(whole) => go('range', whole ? 'all' : '')}
        />
      )}
    </div>
  )
}

/** What is said where a row may stand under several values. */
const severalOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  statements: { sector: 'A statement whose speaker has several sectors stands in each of them.' },
  events: {
    country: 'Countries of the actors; an event with actors of several stands in each of them.',
    sector: 'Sectors of the actors; an event with several stands in each of them.',
  },
}

interface ShownProps extends Pick<OverTimeProps, 'path' | 'list' | 'title' | 'query'> {
  isDrawn: boolean
  onWhole: (whole: boolean) => void
  value: Series
  by: string
  unit: SeriesUnit
  share: boolean
  params: URLSearchParams
}

function Shown({ value, path, isDrawn, onWhole, list, by, unit, share, title, query, params }: ShownProps) {
  const values = value.series.map(({ value }) => value)
  const to = (span: string, part: string) => partAddress(query, { list, by, unit, values }, span, part)
  const csv = new URLSearchParams(params)
  if (share) csv.set('share', 'true')
  return (
    <>
      {value.spans.length + value.coarse.length === 0 ? (
        <NothingFound list={list} query={query} path={path} />
      ) : (
        isDrawn && (
          <>
            <p class="finding">{finding(value, { list, by, unit })}</p>
            <BarsPicture
              data={value}
              {...{ unit, by, share, title, onWhole }}
              whole={query.get('range') === 'all'}
              addressOf={to}
            />
          </>
        )
      )}
      {value.byReport > 0 && (
        <p class="left-out">
          {counted(value.byReport, rowNames[list])}{' '}
          {value.byReport === 1 ? 'has no time of its own, and stands' : 'have no time of their own, and stand'} on the
          day of the report.
        </p>
      )}
      {value.undated > 0 && (
        <p class="left-out">
          {counted(value.undated, rowNames[list])} {value.undated === 1 ? 'has no day, and is' : 'have no day, and are'}{' '}
          not drawn.
        </p>
      )}
      {severalOf[list]?.[by] && <p class="left-out">{severalOf[list][by]}</p>}
      <Figures
        table={seriesTable(value, share)}
        csv={apiAddress('/api/series.csv', csv)}
        cellAddress={(row, at) =>
          at > 0 && row < value.spans.length ? to(value.spans[row], values[at - 1]) : undefined
        }
      />
    </>
  )
}
