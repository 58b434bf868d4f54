import { useRef } from 'preact/hooks'
import type { LaidStory } from '../../src/story/lay-out.ts'
import { DownloadSvg } from '../desk/download-svg.tsx'
import { onOneLine } from '../report/text/odd.ts'
import { reportAddress } from '../router.ts'
import { useWidth } from '../use-width.ts'
import { shortDay } from '../words/days.ts'
import { reportNames } from './report-names.ts'
import { LABEL, layOutTime } from './time-line-layout.ts'

const WIDEST = 1360
const NARROWEST = 280
/** Names of lanes stand beside them in windows from this width on, above them in narrower ones. */
const BESIDE = 620
const NAMES = 168

/** How a story went: its reports over time, a lane an origin, and what changed. */
export function TimeLine({ story }: { story: LaidStory }) {
  const figure = useRef<HTMLElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const width = useWidth(figure, NARROWEST, WIDEST)
  const isWide = width >= BESIDE
  const from = isWide ? NAMES : 10
  const laid = layOutTime(story, from, width - 14)
  const about = new Map(story.reports.map((report) => [report.id, report]))
  const nameOf = reportNames(story)
  return (
    <figure class="picture time-line" ref={figure}>
      {laid && (
        // biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no set of fields
        <svg
          ref={svg}
          viewBox={`0 0 ${width} ${laid.height}`}
          role="group"
          aria-label="Reports over time, a line an origin; the list below says what changed"
        >
          {laid.ticks.map(({ x, text }) => (
            <g key={x} class="tick" transform={`translate(${x} ${laid.top})`}>
              <line y2={laid.bottom - laid.top} />
              <text y={laid.bottom - laid.top + 16} text-anchor={x > width - 50 ? 'end' : x < 40 ? 'start' : 'middle'}>
                {text}
              </text>
            </g>
          ))}
          {laid.lanes.map(({ origin, y, from: start, to }) => (
            <g key={origin}>
              <line class="lane" x1={from} x2={width - 14} y1={y} y2={y} />
              <line class="lane-told" x1={start} x2={to} y1={y} y2={y} />
              {isWide ? (
                <text class="lane-name" x={NAMES - 14} y={y} dy="0.32em" text-anchor="end">
                  {cut(onOneLine(origin), 24)}
                  <title>{onOneLine(origin)}</title>
                </text>
              ) : (
                <text class="lane-name" x={2} y={y - 8}>
                  {cut(onOneLine(origin), 40)}
                </text>
              )}
            </g>
          ))}
          {laid.flags.map(({ change, x, y, to, left }) => (
            <g key={`${change.kind}${change.report}${change.label}`} class={`flag ${change.kind}`}>
              <line x1={x} x2={x} y1={y} y2={to} />
              <circle cx={x} cy={y} r="3.5" />
              <text x={left ? x - 8 : x + 8} y={y} dy="0.34em" text-anchor={left ? 'end' : 'start'}>
                {cut(onOneLine(change.label), LABEL)}
                <title>{onOneLine(change.says)}</title>
              </text>
            </g>
          ))}
          {laid.dots.map(({ report, x, y, first }) => (
            <a
              key={report}
              href={reportAddress(report)}
              aria-label={`${nameOf(report)}, ${about.get(report)?.published ?? ''}`}
            >
              <circle class={first ? 'dot' : 'dot again'} cx={x} cy={y} r="5.5">
                <title>{`${nameOf(report)}, ${shortDay(about.get(report)?.published ?? '')}: ${onOneLine(about.get(report)?.title ?? report)}`}</title>
              </circle>
            </a>
          ))}
        </svg>
      )}
      <figcaption>
        <p>
          A line an origin. Filled: its first report. Hollow: others with its words.
          {laid &&
            laid.undated > 0 &&
            ` ${laid.undated} of ${story.reports.length} reports have no date, and are not drawn.`}
        </p>
        {laid && <DownloadSvg svg={svg} name={`${onOneLine(story.title)} over time`} />}
      </figcaption>
      <ol class="changes">
        {story.changes.map(({ kind, report, at, says, happening }) => (
          <li key={`${kind}${report}${says}`} class={kind}>
            <time dateTime={at}>{at ? shortDay(at) : 'no date'}</time>
            <span>
              <a href={reportAddress(report)}>
                <bdi>{nameOf(report)}</bdi>
              </a>{' '}
              {onOneLine(says)}{' '}
              {happening && (
                <a class="muted" href={`#${happening}`}>
                  the happening
                </a>
              )}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
