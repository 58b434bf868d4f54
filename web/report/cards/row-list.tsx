import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ListedRow } from '../rows.ts'
import { firstWindow, growWindow, type RowWindow, windowWith } from '../text/window.ts'

interface RowListProps {
  rows: readonly ListedRow[]
  chosen: string | undefined
  /** is called after other cards were drawn */
  onDrawn: () => void
  children: (row: ListedRow, index: number) => ComponentChildren
}

/** A list that draws only the rows around what is looked at, and more as its ends come into view. */
export function RowList({ rows, chosen, onDrawn, children: draw }: RowListProps) {
  const [kept, setWindow] = useState<RowWindow>(() => firstWindow(rows.length))
  const at = rows.findIndex(({ id }) => id === chosen)
  const window = windowWith(kept, at, rows.length)
  const list = useRef<HTMLOListElement>(null)
  const { from, to } = window
  useEffect(() => setWindow(window), [from, to])
  useLayoutEffect(onDrawn, [from, to, rows])
  const grow = (end: 'before' | 'after') => setWindow(growWindow(window, end, rows.length))
  return (
    <ol class="panel-rows" ref={list}>
      {from > 0 && <End key="before" list={list} label={`${from} rows before`} onSeen={() => grow('before')} />}
      {rows.slice(from, to).map((row, index) => draw(row, from + index))}
      {to < rows.length && (
        <End key="after" list={list} label={`${rows.length - to} more rows`} onSeen={() => grow('after')} />
      )}
    </ol>
  )
}

interface EndProps {
  list: { current: HTMLElement | null }
  label: string
  onSeen: () => void
}

/** Where the list goes on: more is drawn when it is nearly in view, or pressed. */
function End({ list, label, onSeen }: EndProps) {
  const line = useRef<HTMLLIElement>(null)
  const latest = useRef(onSeen)
  latest.current = onSeen
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry.isIntersecting && latest.current(), {
      root: list.current,
      rootMargin: '400px',
    })
    watch.observe(line.current!)
    return () => watch.disconnect()
  }, [label])
  return (
    <li class="list-end" ref={line}>
      <button type="button" class="quiet" onClick={onSeen}>
        {label}
      </button>
    </li>
  )
}
