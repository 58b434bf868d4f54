import { useRef } from 'preact/hooks'
import { ask } from '../api.ts'
import { navigate } from '../router.ts'
import { useAsked } from '../useAsked.ts'
import { layOutBars, type SeriesData } from './bars.ts'
import { Chips } from './chips.tsx'
import { DownloadSvg } from './downloadSvg.tsx'
import { addressOf, askedFilter, withValue } from './filter.ts'

type Answer = SeriesData & { says: string }

interface OverTimeProps {
  path: string
  list: 'statements' | 'events'
  query: URLSearchParams
  /** fields that the parts may be told apart by, the first where the address names none */
  splits: readonly string[]
  title: string
}

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
      {value && <CountTable data={value} />}
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
  if (part !== 'other') next = withValue(next, by, part, 1)
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
        <defs>
          <pattern id="part-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="3" height="6" class="hatch" />
          </pattern>
        </defs>
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
                <rect class={`fill-${index % 9}`} x={x} y={y} width={width} height={Math.max(0.5, height)} />
                {index % 2 === 1 && (
                  <rect fill="url(#part-hatch)" x={x} y={y} width={width} height={Math.max(0.5, height)} />
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
        <ul class="legend">
          {data.series.map(({ value }, index) => (
            <li key={value}>
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                <rect class={`fill-${index % 9}`} width="14" height="14" />
                {index % 2 === 1 && <rect fill="url(#part-hatch)" width="14" height="14" />}
              </svg>{' '}
              <bdi>{value || 'not known'}</bdi>
            </li>
          ))}
        </ul>
        <DownloadSvg svg={svg} name={title} />
      </figcaption>
    </figure>
  )
}

function CountTable({ data: { spans, series } }: { data: SeriesData }) {
  return (
    <details class="behind">
      <summary>The numbers</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">from</th>
            {series.map(({ value }) => (
              <th key={value} scope="col">
                <bdi>{value || 'not known'}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map((span, s) => (
            <tr key={span}>
              <th scope="row">{span}</th>
              {series.map(({ value, counts }) => (
                <td key={value}>{counts[s]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
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
