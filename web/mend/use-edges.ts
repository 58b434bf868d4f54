import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Draft, edgeName, rowEdges } from './draft.ts'
import { followDrag, keyOnEdge } from './edges.ts'

/** Moves the edges of what is being mended, by key and by pointer. */
export function useEdges(
  root: RefObject<HTMLElement | null>,
  text: string,
  draft: Draft | undefined,
  setDraft: (change: (draft: Draft | undefined) => Draft | undefined) => void,
) {
  const held = useRef<string>(undefined)
  useLayoutEffect(() => {
    // an edge that moves into another segment is another element: it takes the focus along
    const edge = held.current && root.current?.querySelector<HTMLElement>(`[data-edge="${held.current}"]`)
    if (draft && edge && document.activeElement !== edge) edge.focus()
    held.current = undefined
  }, [draft])
  const onKeyDown = (event: KeyboardEvent) => {
    const name = edgeAt(event.target)
    const moved = draft && name && keyOnEdge(draft, name, event, text)
    if (!moved) return
    event.preventDefault()
    held.current = name
    setDraft(() => moved)
  }
  const onPointerDown = (event: PointerEvent) => {
    const name = edgeAt(event.target)
    const edge = draft && rowEdges(draft).find((edge) => edgeName(edge) === name)
    if (!edge) return
    event.preventDefault()
    followDrag(edge, text, (move) => {
      held.current = name
      setDraft((before) => before && move(before))
    })
  }
  return { onKeyDown, onPointerDown }
}

function edgeAt(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest?.<HTMLElement>('[data-edge]')?.dataset.edge
}
