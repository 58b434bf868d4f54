import { useEffect, useRef, useState } from 'preact/hooks'
import type { StoryRow } from '../../src/desk/stories.ts'
import type { Difference, StoryBrief } from '../../src/story/brief.ts'
import { ask, storyPath } from '../api.ts'
import { onOneLine } from '../report/text/odd.ts'
import { storyAddress } from '../router.ts'
import { useAsked } from '../use-asked.ts'
import { spanOfDays } from '../words/days.ts'
import { typeInWords } from '../words/events.ts'
import { comparedWords } from '../words/stories.ts'
import { valueInWords } from './telling-facts.tsx'

/** A story in a list. What it rests on and in what its reports differ is asked for when it comes into sight. */
export function StoryLine({ row }: { row: StoryRow }) {
  const line = useRef<HTMLLIElement>(null)
  const isSeen = useSeen(line)
  const { value: brief } = useAsked<StoryBrief | undefined>(
    (signal) => (isSeen ? ask<StoryBrief>(storyPath(row.id, '/brief'), {}, { signal }) : Promise.resolve(undefined)),
    [row.id, isSeen],
  )
  const origins = brief && new Set(brief.reports.map(({ origin }) => origin)).size
  const address = storyAddress(row.id)
  return (
    <li class="story-line" ref={line}>
      <a class="story-title" href={address}>
        <bdi>{onOneLine(row.title)}</bdi>
      </a>
      <Spread row={row} brief={brief} />
      <p class="story-foot">
        <span>
          <b>{row.reports}</b> reports
        </span>
        {row.outlets.length > 0 && (
          <span title={row.outlets.map(onOneLine).join(', ')}>
            <b>{row.outlets.length}</b> {row.outlets.length === 1 ? 'outlet' : 'outlets'}
          </span>
        )}
        <span>
          <b>{origins ?? '…'}</b> {origins === 1 ? 'origin' : 'origins'}
        </span>
        {row.from && row.to && <span>{spanOfDays(row.from, row.to)}</span>}
      </p>
      {brief && (
        <ul class="differences">
          {brief.changes
            .filter(({ kind }) => kind === 'corrected')
            .slice(0, 1)
            .map(({ says }) => (
              <li key={says}>{onOneLine(says)}</li>
            ))}
          {brief.differs.map((one) => (
            <li key={one.field}>
              <a href={`${address}#${one.happening}`}>
                <DifferenceInWords difference={one} />
              </a>
            </li>
          ))}
          {brief.differs.length === 0 && (
            <li class="muted">
              {brief.shared === 0 ? 'no happening that two of them tell' : 'nothing in which they differ'}
            </li>
          )}
        </ul>
      )}
    </li>
  )
}

function DifferenceInWords({ difference: { type, words, field, values } }: { difference: Difference }) {
  const shown = values.slice(0, 3).map((value) => valueInWords(field, value))
  return (
    <>
      <span class="difference-of">
        {comparedWords[field]} · {typeInWords(type)} “{onOneLine(words)}”
      </span>
      <span class="differs">{shown.join(' / ')}</span>
    </>
  )
}

const WIDTH = 220
const DOT = 9

/** A story's reports between its first and its last day: filled where an origin tells first, hollow where its words come again. */
function Spread({ row: { from, to }, brief }: { row: StoryRow; brief: StoryBrief | undefined }) {
  const [first, last] = [Date.parse(from ?? ''), Date.parse(to ?? '')]
  const seen = new Set<string>()
  let free = -Infinity
  const dots = (brief?.reports ?? []).map(({ id, origin, published }) => {
    const moment = Date.parse(published ?? '')
    const share = last > first && !Number.isNaN(moment) ? (moment - first) / (last - first) : 0
    const x = Math.max(free + DOT, 5 + share * (WIDTH - 10))
    free = x
    const isFirst = !seen.has(origin)
    seen.add(origin)
    return { id, x, isFirst }
  })
  // late ones that were pushed on go back to the edge, close together
  const over = Math.max(0, (dots.at(-1)?.x ?? 0) - (WIDTH - 5))
  return (
    <svg class="spread" viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height="14" aria-hidden="true">
      <line x1="2" x2={WIDTH - 2} y1="7" y2="7" />
      {dots.map(({ id, x, isFirst }) => (
        <circle
          key={id}
          class={isFirst ? 'dot' : 'dot again'}
          cx={over === 0 ? x : 5 + ((x - 5) * (WIDTH - 10)) / (WIDTH - 10 + over)}
          cy="7"
          r="3.75"
        />
      ))}
    </svg>
  )
}

/** Whether an element has come into sight. */
function useSeen(element: { current: Element | null }): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        setSeen(true)
        observer.disconnect()
      },
      { rootMargin: '300px 0px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return isSeen
}
