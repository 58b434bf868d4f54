import { useRef } from 'preact/hooks'
import { seriesTable } from '../../src/export/pictureTables.ts'
import { apiAddress, ask } from '../api.ts'
import { navigate } from '../router.ts'
import { useAsked } from '../useAsked.ts'
import { layOutBars, type SeriesData } from './bars.ts'
import { Chips } from './chips.tsx'
import { DownloadSvg } from './downloadSvg.tsx'
import { Figures } from './figures.tsx'
import { addressOf, askedFilter, withValue } from './filter.ts'
import { fillOf, Hatching, isHatched, Legend } from './legend.tsx'

type Answer = SeriesData & { says: string }

interface OverTimeProps {
  path: string
  list: 'statements' | 'events'
  query: URLSearchParams
  /** fields that the parts may be told apart by, the first where the address names none */
  splits: readonly string[]
  title: string
}

const HATCHING = 'part-hatch'
const WIDTH = 960
const HEIGHT = 320
const LEFT = 56

/** Counts of a list over time as columns, with the table behind them; a click on a part narrows to it. */
export function OverTime({ path, list, query, splits, title }: OverTimeProps) {
  const unit = query.get('unit') ?? 'day'
  const by = query.get('by') ?? splits[0]
  const share = query.get('share') === 'true'
  const filter = askedFilter(query)
  const { value, error } = useAsked(
    (signal) => ask<Answer>('/api/series', seriesParams(filter, list, unit, by), { signal }),
    [list, unit, by, filter.toString()],
  )
  const go = (name: string, wanted: string) => {
    const next = new URLSearchParams(query)
    if (wanted === '') next.delete(name)
    else next.set(name, wanted)
    navigate(addressOf(path, next))
  }
  return (
    <div class="desk">
      <h1>{title}</h1>
      <Chips path={path} query={query} />
      <div class="says">
        <p>{error ? `The desk does not answer: ${error.message}` : (value?.says ?? '…')}</p>
        <Choice
          label="by"
          value={unit}
          options={['day', 'week', 'month', 'year']}
          onValue={(wanted) => go('unit', wanted)}
        />
        <Choice label="told apart by" value={by} options={splits} onValue={(wanted) => go('by', wanted)} />
        <label>
          <input
            type="checkbox"
            checked={share}
            onChange={(event) => go('share', event.currentTarget.checked ? 'true' : '')}
          />{' '}
          as shares
        </label>
      </div>
      {value && (
        <Picture
          data={value}
          share={share}
          title={title}
          onPart={(span, part) => narrow(path, query, list, by, span, part, unit)}
        />
      )}
      {value && (
        <Figures
          table={seriesTable(value, share)}
          csv={apiAddress('/api/series.csv', csvParams(filter, list, unit, by, share))}
        />
      )}
    </div>
  )
}

function seriesParams(filter: URLSearchParams, list: string, unit: string, by: string): URLSearchParams {
  const params = new URLSearchParams(filter)
  params.set('list', list)
  params.set('unit', unit)
  params.set('by', by)
  return params
}

function csvParams(filter: URLSearchParams, list: string, unit: string, by: string, share: boolean): URLSearchParams {
  const params = seriesParams(filter, list, unit, by)
  if (share) params.set('share', 'true')
  return params
}

/** What tells statements apart by the code of their speaker, which is looked for as the source's. */
const sourceFields = ['country', 'sector']

/** To the rows of one part: the value that it stands for, on its day, month or year. */
function narrow(
  _path: string,
  query: URLSearchParams,
  list: string,
  by: string,
  span: string,
  part: string,
  unit: string,
): void {
  let next = new URLSearchParams(askedFilter(query))
  next.set('list', list)
  if (part !== 'other') next = withValue(next, sourceFields.includes(by) ? 'source' : by, part, 1)
  if (unit === 'week') {
    next.set('from', span)
    next.set('to', new Date(Date.parse(span) + 6 * 86_400_000).toISOString().slice(0, 10))
  } else next.set('day', span.slice(0, unit === 'year' ? 4 : unit === 'month' ? 7 : 10))
  navigate(addressOf('/', next))
}

interface PictureProps {
  data: SeriesData
  share: boolean
  title: string
  onPart(span: string, value: string): void
}

function Picture({ data, share, title, onPart }: PictureProps) {
  const svg = useRef<SVGSVGElement>(null)
  const { columns, ticks, labels } = layOutBars(data, WIDTH - LEFT - 8, HEIGHT - 40, share)
  if (columns.length === 0) return <p class="remark">There is nothing to draw.</p>
  return (
    <figure class="picture">
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}: ${columns.length} columns; the table below has the numbers`}
      >
        <Hatching id={HATCHING} />
        <g transform={`translate(${LEFT} 8)`}>
          {ticks.map(({ value, y, text }) => (
            <g key={value} class="tick" transform={`translate(0 ${y})`}>
              <line x2={WIDTH - LEFT - 8} />
              <text x="-8" dy="0.32em" text-anchor="end">
                {text}
              </text>
            </g>
          ))}
          {columns.map(({ span, x, width, parts }) =>
            parts.map(({ value, index, y, height, count }) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: a short way to rows that the search finds too
              <g key={`${span}/${value}`} class="part" onClick={() => onPart(span, value)}>
                <rect class={fillOf(index)} x={x} y={y} width={width} height={Math.max(0.5, height)} />
                {isHatched(index) && (
                  <rect fill={`url(#${HATCHING})`} x={x} y={y} width={width} height={Math.max(0.5, height)} />
                )}
                <title>{`${span}: ${count} ${value}`}</title>
              </g>
            )),
          )}
          {labels.map(({ text, x }) => (
            <text key={text} class="label" x={x} y={HEIGHT - 20} text-anchor="middle">
              {text}
            </text>
          ))}
        </g>
      </svg>
      <figcaption>
        <Legend values={data.series.map(({ value }) => value)} hatching={HATCHING} />
        <DownloadSvg svg={svg} name={title} />
      </figcaption>
    </figure>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly string[]
  onValue(value: string): void
}

export function Choice({ label, value, options, onValue }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  )
}
