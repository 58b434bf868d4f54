import { scaleUtc } from 'd3-scale'
import { useRef } from 'preact/hooks'
import { useWidth } from '../use-width.ts'
import { counted } from '../words/counted.ts'
import { dayInWords } from '../words/days.ts'
import { addressOf } from './filter.ts'
import { DAY } from './next-span.ts'
import { dayTicks } from './time-ticks.ts'

const HEIGHT = 56

interface DaysProps {
  /** how many reports were published on each day: '2025-03-14' */
  days: readonly { value: string; count: number }[]
}

/** When the desk's reports were published: a stroke a day, on a real axis of time, so that what lies between has its width. */
export function ReportDays({ days }: DaysProps) {
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure, 240, 1240)
  const dated = days.filter(({ value }) => /^\d{4}-\d\d-\d\d$/.test(value))
  if (dated.length < 2) return null
  const at = dated.map(({ value }) => Date.parse(value))
  const first = Math.min(...at)
  const last = Math.max(...at) + DAY
  const x = scaleUtc([first, last], [0, width])
  const most = Math.max(...dated.map(({ count }) => count))
  const stroke = Math.max(2, x(first + DAY) - 2)
  const busiest = dated.reduce((a, b) => (b.count > a.count ? b : a))
  return (
    <figure class="report-days" ref={figure}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`Reports by day of publication: most on ${dayInWords(busiest.value)}, ${counted(busiest.count, 'report')}`}
      >
        <line class="axis" x2={width} y1={HEIGHT - 18} y2={HEIGHT - 18} />
        {dated.map(({ value, count }) => {
          const height = Math.max(2, (count / most) * (HEIGHT - 22))
          return (
            <a key={value} href={addressOf('/', new URLSearchParams({ list: 'reports', day: value }))} tabIndex={-1}>
              <rect x={x(Date.parse(value))} y={HEIGHT - 18 - height} width={stroke} height={height} />
              <title>{`${dayInWords(value)}: ${counted(count, 'report')}`}</title>
            </a>
          )
        })}
        {dayTicks(x, 140).map((tick) => (
          <text
            key={tick.getTime()}
            x={Math.min(width - 40, Math.max(40, x(tick)))}
            y={HEIGHT - 4}
            text-anchor="middle"
          >
            {dayInWords(tick.toISOString().slice(0, 10))}
          </text>
        ))}
      </svg>
    </figure>
  )
}
