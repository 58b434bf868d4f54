import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import { sharedStretches } from '../../src/story/shared-stretches.ts'
import { onOneLine } from '../report/text/odd.ts'
import { reportAddress } from '../router.ts'
import { shortDay } from '../words/days.ts'
import { type JoinedClaim, textPieces } from './joined-claims.ts'
import { reportName } from './report-names.ts'

interface TwoReportsProps {
  left: NewsRecord
  right: NewsRecord
  joined: readonly JoinedClaim[]
  /** the happening that is looked at */
  chosen: string | undefined
  onChoose(happening: string): void
}

interface Line {
  id: string
  from: number
  to: number
  differs: boolean
  /** one end is out of sight */
  away: boolean
}

/** Two reports side by side: words that both have on grey, and what both tell joined by lines. */
export function TwoReports({ left, right, joined, chosen, onChoose }: TwoReportsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState<Line[]>([])
  const shared = useMemo(() => sharedStretches(left.report.text, right.report.text), [left, right])
  const claims = useMemo(() => {
    const of = (side: 'left' | 'right') => joined.map((one) => ({ ...one[side].trigger, id: one.happening.id }))
    return { left: of('left'), right: of('right') }
  }, [joined])
  const draw = () => frame.current && setLines(linesOf(frame.current, joined))
  useLayoutEffect(() => {
    draw()
    const observer = new ResizeObserver(draw)
    if (frame.current) observer.observe(frame.current)
    return () => observer.disconnect()
  }, [joined])
  useEffect(() => {
    if (chosen && frame.current) bringTogether(frame.current, chosen)
    draw()
  }, [chosen, joined])
  return (
    <div class="two-reports" ref={frame}>
      <OneReport
        record={left}
        shared={shared[0]}
        claims={claims.left}
        chosen={chosen}
        onChoose={onChoose}
        onScroll={draw}
      />
      <svg class="joins" aria-hidden="true" width="72">
        {lines.map(({ id, from, to, differs, away }) => (
          <path
            key={id}
            class={['join', differs && 'differing', away && 'away', id === chosen && 'chosen']
              .filter(Boolean)
              .join(' ')}
            d={`M0 ${from}C30 ${from} 42 ${to} 72 ${to}`}
          />
        ))}
      </svg>
      <OneReport
        record={right}
        shared={shared[1]}
        claims={claims.right}
        chosen={chosen}
        onChoose={onChoose}
        onScroll={draw}
      />
    </div>
  )
}

interface OneReportProps {
  record: NewsRecord
  shared: ReturnType<typeof sharedStretches>[0]
  claims: { start: number; end: number; id: string }[]
  chosen: string | undefined
  onChoose(happening: string): void
  onScroll(): void
}

function OneReport({ record: { report }, shared, claims, chosen, onChoose, onScroll }: OneReportProps) {
  const pieces = useMemo(() => textPieces(report.text, shared, claims), [report, shared, claims])
  return (
    <section class="one-report" aria-label={reportName(report)}>
      <header>
        <a href={reportAddress(report.id)}>
          <bdi>{reportName(report)}</bdi>
        </a>{' '}
        <small class="muted">{report.published && shortDay(report.published)}</small>
        {report.title && <p class="one-title">{onOneLine(report.title)}</p>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div class="one-text" dir="auto" onScroll={onScroll} tabIndex={0}>
        {pieces.map(({ start, end, shared, claim }) => {
          const words = onOneLine(report.text.slice(start, end))
          const look = shared ? 'both' : undefined
          return claim ? (
            <button
              key={start}
              type="button"
              class={['claim', look, claim === chosen && 'chosen'].filter(Boolean).join(' ')}
              data-claim={claim}
              aria-pressed={claim === chosen}
              onClick={() => onChoose(claim)}
            >
              {words}
            </button>
          ) : (
            <span key={start} class={look}>
              {words}
            </span>
          )
        })}
      </div>
    </section>
  )
}

/** Where each join begins and ends, from the top of the frame; ends that are scrolled out of sight stay at the edge. */
function linesOf(frame: HTMLElement, joined: readonly JoinedClaim[]): Line[] {
  const { top } = frame.getBoundingClientRect()
  const texts = [...frame.querySelectorAll<HTMLElement>('.one-text')]
  const place = (text: HTMLElement, id: string) => {
    const claim = text.querySelector(`[data-claim="${CSS.escape(id)}"]`)
    if (!claim) return undefined
    const box = text.getBoundingClientRect()
    const at = claim.getClientRects()[0] ?? claim.getBoundingClientRect()
    const middle = at.top + at.height / 2
    return { y: Math.min(box.bottom, Math.max(box.top, middle)) - top, away: middle < box.top || middle > box.bottom }
  }
  return joined.flatMap(({ happening: { id }, differs }) => {
    const [from, to] = [place(texts[0], id), place(texts[1], id)]
    return from && to ? [{ id, from: from.y, to: to.y, differs: differs.length > 0, away: from.away || to.away }] : []
  })
}

/** Scrolls both texts so that the words of one happening stand at the same height. */
function bringTogether(frame: HTMLElement, id: string): void {
  for (const text of frame.querySelectorAll<HTMLElement>('.one-text')) {
    const claim = text.querySelector<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`)
    if (claim)
      text.scrollTop += claim.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight * 0.4
  }
}
