import type { Handle } from '../report/text/text.tsx'
import type { RecordView } from '../report/view.ts'
import { type Draft, type Edge, edgeName, moveEdge, rowEdges, snapToWord, spanAt, stepOffset } from './draft.ts'

/** The draft's edges as the text shows them. */
export function handlesOf(draft: Draft, view: RecordView): Handle[] {
  return rowEdges(draft).map((edge) => {
    const span = spanAt(draft, edge)
    return {
      name: edgeName(edge),
      label: `${edge.side === 'start' ? 'Beginning' : 'End'} of the ${edge.field}${edge.index > 0 ? ` ${edge.index + 1}` : ''}`,
      offset: span[edge.side],
      side: edge.side,
      words: view.words(span),
    }
  })
}

/** The draft after a key on one of its edges; undefined where the key moves nothing. */
export function keyOnEdge(draft: Draft, name: string, event: KeyboardEvent, text: string): Draft | undefined {
  const edge = rowEdges(draft).find((edge) => edgeName(edge) === name)
  const step = steps[event.key]
  if (!edge || step === undefined) return undefined
  const from = spanAt(draft, edge)[edge.side]
  return moveEdge(draft, edge, stepOffset(text, from, step, event.shiftKey ? 'character' : 'word'), text)
}

const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Follows a drag of an edge until the pointer is let go; it comes to rest at words, or anywhere with Shift. */
export function followDrag(edge: Edge, text: string, change: (move: (draft: Draft) => Draft) => void): void {
  const move = (event: PointerEvent) => {
    event.preventDefault()
    const at = offsetAt(event.clientX, event.clientY)
    if (at === undefined) return
    change((draft) => moveEdge(draft, edge, event.shiftKey ? at : snapToWord(text, at), text))
  }
  const stop = () => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', stop)
  addEventListener('pointercancel', stop)
}

/** The offset in the report's text under a point of the window. */
export function offsetAt(x: number, y: number): number | undefined {
  const at = caretAt(x, y)
  if (!at) return undefined
  const element = at.node instanceof Element ? at.node : at.node.parentElement
  const part = element?.closest<HTMLElement>('[data-start]')
  if (!part) return undefined
  return Number(part.dataset.start) + (at.node instanceof Text ? at.offset : 0)
}

/** Browsers have two names for this. */
function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const at = document.caretPositionFromPoint(x, y)
    return at ? { node: at.offsetNode, offset: at.offset } : undefined
  }
  const range = (
    document as Document & { caretRangeFromPoint?(x: number, y: number): Range | null }
  ).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}
