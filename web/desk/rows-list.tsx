import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { List } from '../../src/rows/filter.ts'
import type { Row } from '../../src/rows/rows.ts'
import { AGAIN, isUnreachable, listRows } from '../api.ts'
import { keyOfEvent } from '../keys.ts'
import { RowLine } from './row-line.tsx'

/** Rows that one page of the API holds. */
const PAGE = 50
/** Pages that are kept as rows; those further off are kept as their height alone, and fetched again when they come near. */
const KEPT = 6

interface Block {
  /** the cursor that this page begins after */
  after: string | undefined
  rows?: readonly Row[]
  /** in pixels, once it was drawn */
  height: number
}

interface RowsListProps {
  list: List
  params: URLSearchParams
  /** what stands where nothing is found */
  empty?: ComponentChildren
}

/** A list without an end: pages are fetched as they come near and dropped when they are far, so that the page never holds all of it. */
export function RowsList({ list, params, empty }: RowsListProps) {
  const text = params.toString()
  const words = params.get('words') ?? undefined
  const [blocks, setBlocks] = useState<Block[]>([{ after: undefined, height: 0 }])
  const [failed, setFailed] = useState<string>()
  const [ended, setEnded] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const asking = useRef(new Set<number>())
  const newest = useRef('')
  newest.current = `${list}?${text}`

  useEffect(() => {
    asking.current.clear()
    setBlocks([{ after: undefined, height: 0 }])
    setFailed(undefined)
    setEnded(false)
  }, [list, text])

  const fetchBlock = (index: number, after: string | undefined) => {
    if (asking.current.has(index)) return
    asking.current.add(index)
    const key = newest.current
    const query = new URLSearchParams(params)
    query.set('limit', String(PAGE))
    if (after !== undefined) query.set('after', after)
    listRows(list, query)
      .then(({ rows, next }) => {
        if (newest.current !== key) return
        asking.current.delete(index)
        setFailed(undefined)
        if (next === undefined) setEnded(true)
        setBlocks((before) => {
          const now = before.map((block, i) => {
            if (i === index) return { ...block, rows }
            return Math.abs(i - index) > KEPT ? { ...block, rows: undefined } : block
          })
          return next !== undefined && index === before.length - 1 ? [...now, { after: next, height: 0 }] : now
        })
      })
      .catch((error: Error) => {
        asking.current.delete(index)
        if (newest.current !== key) return
        setFailed(error.message)
        // a list that is gone asks no more
        if (isUnreachable(error))
          setTimeout(() => newest.current === key && box.current && fetchBlock(index, after), AGAIN)
      })
  }

  useEffect(() => {
    const near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const index = Number((target as HTMLElement).dataset['block'])
          const block = blocks[index]
          if (isIntersecting && block && !block.rows) fetchBlock(index, block.after)
        }
      },
      { rootMargin: '1200px 0px' },
    )
    for (const element of box.current?.children ?? []) near.observe(element)
    return () => near.disconnect()
  }, [blocks])

  useEffect(() => answerListKeys(box), [])

  return (
    <>
      <div class="rows" ref={box}>
        {blocks.map((block, index) => (
          <ol
            key={block.after ?? 'first'}
            data-block={index}
            ref={(element) => {
              if (!element) return
              if (block.rows && element.offsetHeight > 0) block.height = element.offsetHeight
              element.style.minHeight = block.rows ? '' : `${block.height || 200}px`
            }}
          >
            {block.rows?.map((row) => (
              <li key={row.key} class="hit" tabIndex={-1} data-key={row.key}>
                <RowLine row={row} words={words} />
              </li>
            ))}
          </ol>
        ))}
      </div>
      {failed && (
        <p class="remark" role="alert">
          The list could not be loaded: {failed}
        </p>
      )}
      {ended && blocks[0].rows?.length === 0 && (empty ?? <p class="remark">Nothing is found.</p>)}
    </>
  )
}

/** j and k go from row to row; Enter opens the row's report, as a click on its words does. */
function answerListKeys(box: { current: HTMLDivElement | null }): () => void {
  const onKey = (event: KeyboardEvent) => {
    const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('.hit')
    if (event.key === 'Enter' && focused && document.activeElement === focused)
      return void (focused.querySelector<HTMLElement>('a.hit-words') ?? focused.querySelector('a'))?.click()
    const key = keyOfEvent(event)
    if (key !== 'j' && key !== 'k') return
    const lines = [...(box.current?.querySelectorAll<HTMLElement>('.hit') ?? [])]
    const at = focused ? lines.indexOf(focused) : -1
    const next = lines[key === 'j' ? at + 1 : Math.max(0, at - 1)]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
