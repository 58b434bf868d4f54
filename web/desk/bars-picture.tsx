import { useRef } from 'preact/hooks'
import type { SeriesUnit } from '../../src/desk/series.ts'
import { navigate } from '../router.ts'
import { useWidth } from '../use-width.ts'
import { counted } from '../words/counted.ts'
import { type BarsOptions, type Coarse, layOutBars, type SeriesData } from './bars.ts'
import { byStatus } from './by-status.ts'
import { DownloadSvg } from './download-svg.tsx'
import { fillOf, Hatching, isHatched, Legend } from './legend.tsx'
import { spanInWords } from './next-span.ts'

export const HATCHING = 'part-hatch'
const WIDEST = 1280
const NARROWEST = 240
const LEFT = 44
const TOP = 20
const AXIS = 24
const LANE = 18

interface BarsPictureProps extends Pick<BarsOptions, 'range' | 'most' | 'whole'> {
  data: SeriesData
  unit: SeriesUnit
  by: string
  share: boolean
  title: string
  /** of the columns, in pixels */
  height?: number
  /** one of several: their legend stands elsewhere */
  small?: boolean
  onWhole?: (whole: boolean) => void
  addressOf: (span: string, value: string) => string | undefined
}

/** Counts over time as columns on a real axis; a click on a part leads to its rows, as the table's links do. */
export function BarsPicture(props: BarsPictureProps) {
  const { unit, by, share, title, height = 240, small, whole, onWhole, range, most, addressOf } = props
  const svg = useRef<SVGSVGElement>(null)
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure, NARROWEST, WIDEST)
  const inner = width - LEFT - 8
  const data = by === 'status' ? inOrder(props.data) : props.data
  const layout = layOutBars(data, { unit, width: inner, height, share, whole, range, most })
  const { columns, coarse, lanes, ticks, labels, before, after } = layout
  const tall = TOP + height + AXIS + lanes * LANE
  return (
    <figure class="picture" ref={figure}>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${tall}`}
        role="img"
        aria-label={`${title}: ${counted(columns.length, 'column')}; the table below has the figures`}
      >
        <Hatching id={HATCHING} />
        <g transform={`translate(${LEFT} ${TOP})`}>
          {ticks.map(({ value, y, text }) => (
            <g key={value} class="tick" transform={`translate(0 ${y})`}>
              <line x2={inner} />
              <text x="-8" dy="0.32em" text-anchor="end">
                {text}
              </text>
            </g>
          ))}
          {columns.map(({ span, x, width, top, parts, total }) => (
            <g key={span}>
              {parts.map(({ value, index, y, height, count }) => (
                // biome-ignore lint/a11y/noStaticElementInteractions: a short way to rows that the table leads to as well
                <g key={value} class="part" onClick={() => follow(addressOf(span, value))}>
                  <rect class={fillOf(by, value, index)} x={x} y={y} width={width} height={Math.max(0.5, height)} />
                  {isHatched(by, index) && (
                    <rect fill={`url(#${HATCHING})`} x={x} y={y} width={width} height={Math.max(0.5, height)} />
                  )}
                  <title>{`${spanInWords(span, unit)}: ${count} ${value}`}</title>
                </g>
              ))}
              {!share && width >= 3 + 7 * String(total).length && (
                <text class="total" x={x + width / 2} y={top - 5} text-anchor="middle">
                  {total.toLocaleString('en')}
                </text>
              )}
            </g>
          ))}
          {labels.map(({ text, x }) => (
            <g key={text + x} class="label" transform={`translate(${x.toFixed(1)} ${height})`}>
              <line y2="5" />
              <text x={Math.min(0, inner - x - 20)} y="18" text-anchor={x < 20 ? 'start' : 'middle'}>
                {text}
              </text>
            </g>
          ))}
          {coarse.map((span) => (
            <CoarseBar key={`${span.from}/${span.to}`} span={span} y={height + AXIS} />
          ))}
        </g>
      </svg>
      <figcaption>
        {coarse.length > 0 && !small && (
          <p class="told">
            Grey bars below the axis: what is told less exactly than by {unit}, over the time that it may be of.
          </p>
        )}
        {before + after > 0 && (
          <p class="told">
            {[before > 0 && `${before.toLocaleString('en')} before`, after > 0 && `${after.toLocaleString('en')} after`]
              .filter(Boolean)
              .join(' and ')}{' '}
            the time that is drawn.{' '}
            {onWhole && (
              <button type="button" class="quiet" onClick={() => onWhole(true)}>
                Draw all of it
              </button>
            )}
          </p>
        )}
        {whole && onWhole && (
          <p class="told">
            <button type="button" class="quiet" onClick={() => onWhole(false)}>
              Draw the time with nearly all of it
            </button>
          </p>
        )}
        {!small && <Legend field={by} values={data.series.map(({ value }) => value)} hatching={HATCHING} />}
        {!small && <DownloadSvg svg={svg} name={title} />}
      </figcaption>
    </figure>
  )
}

function CoarseBar({ span, y }: { span: Coarse; y: number }) {
  const { x, width, lane, text, label } = span
  return (
    <g class="coarse" transform={`translate(${x.toFixed(1)} ${y + lane * LANE})`}>
      <rect class={label?.inside ? 'coarse-bar full' : 'coarse-bar'} width={width} height={LANE - 4} />
      {label && (
        <text class={label.inside ? 'inside' : undefined} x={label.inside ? 4 : width + 4} y={LANE - 8}>
          {label.text}
        </text>
      )}
      <title>{text}</title>
    </g>
  )
}

/** Statuses in their order, from told as a fact to denied, the counts with them. */
function inOrder({ spans, series, coarse = [] }: SeriesData): SeriesData {
  const order = byStatus(
    series.map((_, index) => index),
    (index) => series[index].value,
  )
  return {
    spans,
    series: order.map((index) => series[index]),
    coarse: coarse.map((span) => ({ ...span, counts: order.map((index) => span.counts[index]) })),
  }
}

function follow(address: string | undefined): void {
  if (address) navigate(address)
}
