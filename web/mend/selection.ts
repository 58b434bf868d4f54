import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Span } from '../../src/record/types.ts'

/** The words of the report's text that are selected: to the ends of their words. Undefined where none are. */
export function useSelection(root: RefObject<HTMLElement | null>, text: string) {
  const [selected, setSelected] = useState<Span>()
  const found = () => selectedIn(root.current?.querySelector('.report-text'), text)
  useEffect(() => {
    const look = () => {
      const words = found()
      // a button that takes the words takes the focus too: what was selected is still meant
      if (words || !document.activeElement?.closest('.panel')) setSelected(words)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [text])
  const drop = () => {
    getSelection()?.removeAllRanges()
    setSelected(undefined)
  }
  /** What is selected at this moment: a key may come before the browser has told of a change. */
  const now = () => found() ?? selected
  return { selected, now, drop }
}

function selectedIn(element: Element | null | undefined, text: string): Span | undefined {
  const selection = getSelection()
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!element.contains(range.commonAncestorContainer)) return undefined
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start === undefined || end === undefined ? undefined : wholeWords(text, { start, end })
}

/** The offset in the report's text of a place in the page's. */
function offsetOf(node: Node, offset: number): number | undefined {
  if (node instanceof Text) {
    const part = node.parentElement?.closest<HTMLElement>('[data-start]')
    return part ? Number(part.dataset.start) + offset : undefined
  }
  const next = node.childNodes[offset]
  if (next instanceof Element) {
    const part = next.matches('[data-start]') ? next : next.querySelector('[data-start]')
    if (part instanceof HTMLElement) return Number(part.dataset.start)
  }
  if (next instanceof Text) return offsetOf(next, 0)
  // behind the last of a line: where its last part ends
  const parts = node instanceof Element ? [...node.querySelectorAll<HTMLElement>('[data-start]')] : []
  const last = parts.at(-1)
  return last ? Number(last.dataset.start) + (last.textContent?.length ?? 0) : undefined
}

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character)
const isBlank = (character: string | undefined) => character !== undefined && /\s/.test(character)

/** A stretch without the blanks at its ends, and with all of the words that it begins and ends in. */
export function wholeWords(text: string, { start, end }: Span): Span | undefined {
  let from = start
  let to = end
  while (from < to && isBlank(text[from])) from++
  while (to > from && isBlank(text[to - 1])) to--
  if (from >= to) return undefined
  while (from > 0 && isWord(text[from]) && isWord(text[from - 1])) from--
  while (to < text.length && isWord(text[to - 1]) && isWord(text[to])) to++
  return { start: from, end: to }
}
