import { useRef } from 'preact/hooks'
import type { Unit } from '../../src/desk/series.ts'
import { navigate } from '../router.ts'
import { useWidth } from '../use-width.ts'
import { layOutBars, type SeriesData } from './bars.ts'
import { DownloadSvg } from './download-svg.tsx'
import { gapsOf, spanInWords } from './gaps.ts'
import { fillOf, Hatching, isHatched, Legend } from './legend.tsx'

const HATCHING = 'part-hatch'
const WIDEST = 960
const NARROWEST = 240
const HEIGHT = 320
const LEFT = 56
/** No label's middle is nearer to the right edge than this. */
const EDGE = 36

interface BarsPictureProps {
  data: SeriesData
  unit: Unit
  by: string
  share: boolean
  title: string
  addressOf: (span: string, value: string) => string | undefined
}

/** Counts over time as columns; a click on a part leads to its rows, as the table's links do. */
export function BarsPicture({ data, unit, by, share, title, addressOf }: BarsPictureProps) {
  const svg = useRef<SVGSVGElement>(null)
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure, NARROWEST, WIDEST)
  const inner = width - LEFT - 8
  const { columns, ticks, labels } = layOutBars(data, inner, HEIGHT - 40, share)
  const gaps = gapsOf(data.spans, unit)
  const step = inner / columns.length
  return (
    <figure class="picture" ref={figure}>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`${title}: ${columns.length} columns; the table below has the figures`}
      >
        <Hatching id={HATCHING} />
        <g transform={`translate(${LEFT} 8)`}>
          {ticks.map(({ value, y, text }) => (
            <g key={value} class="tick" transform={`translate(0 ${y})`}>
              <line x2={inner} />
              <text x="-8" dy="0.32em" text-anchor="end">
                {text}
              </text>
            </g>
          ))}
          {gaps.map((at) => (
            <line key={at} class="gap" x1={at * step} x2={at * step} y1={HEIGHT - 40} y2={HEIGHT - 34} />
          ))}
          {columns.map(({ span, x, width, parts }) =>
            parts.map(({ value, index, y, height, count }) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: a short way to rows that the table leads to as well
              <g key={`${span}/${value}`} class="part" onClick={() => follow(addressOf(span, value))}>
                <rect class={fillOf(index)} x={x} y={y} width={width} height={Math.max(0.5, height)} />
                {isHatched(index) && (
                  <rect fill={`url(#${HATCHING})`} x={x} y={y} width={width} height={Math.max(0.5, height)} />
                )}
                <title>{`${spanInWords(span, unit)}: ${count} ${value}`}</title>
              </g>
            )),
          )}
          {labels.map(({ text, x }) => (
            <text key={text} class="label" x={Math.min(x, inner - EDGE)} y={HEIGHT - 18} text-anchor="middle">
              {spanInWords(text, unit)}
            </text>
          ))}
        </g>
      </svg>
      <figcaption>
        {gaps.length > 0 && <p class="told">A stroke below the line: {nameOf[unit]} without any are left out there.</p>}
        <Legend field={by} values={data.series.map(({ value }) => value)} hatching={HATCHING} />
        <DownloadSvg svg={svg} name={title} />
      </figcaption>
    </figure>
  )
}

const nameOf: Readonly<Record<Unit, string>> = { day: 'days', week: 'weeks', month: 'months', year: 'years' }

function follow(address: string | undefined): void {
  if (address) navigate(address)
}
