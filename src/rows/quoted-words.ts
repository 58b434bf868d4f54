import type { Span } from '../record/types.ts'
import type { StatementRow } from './rows.ts'

/** Words in quotation marks, and where they stand. */
export interface QuotedWords {
  /** joined by ' … ' where they are several stretches */
  text: string
  spans: Span[]
}

/**
 * The words of a statement that stand in quotation marks, alone: without the marks, and without the comma that the report puts before a closing one.
 *
 * @returns undefined for an indirect statement
 * @example quotedWords(row)?.text // 'We will not wait', of “We will not wait,” Marek said.
 */
export function quotedWords({ quotation, content, quoted, spans }: StatementRow): QuotedWords | undefined {
  if (quotation === 'indirect') return undefined
  const [words, stretches] = quotation === 'direct' ? [content, spans.content] : [quoted, spans.quoted]
  if (words === undefined || stretches === undefined) return undefined
  const found: Span[] = []
  const texts: string[] = []
  // stretches are joined by three characters, and have the lengths of their spans
  let at = 0
  for (const { start, end } of stretches) {
    const stretch = words.slice(at, at + end - start)
    at += end - start + 3
    const [from, to] = withoutMarks(stretch)
    if (from >= to) continue
    found.push({ start: start + from, end: start + to })
    texts.push(stretch.slice(from, to))
  }
  return found.length === 0 ? undefined : { text: texts.join(' … '), spans: found }
}

const DOUBLE = /["“”„«»]/
const OPENING = /[‘‚‹`]/
const SINGLE = /['’‘›]/

/** Where the words within a stretch's marks begin and end: a pair around a pair goes too, an apostrophe of the words stays. */
function withoutMarks(stretch: string): [from: number, to: number] {
  let from = 0
  let to = stretch.length
  const trim = () => {
    while (from < to && stretch[from].trim() === '') from++
    while (from < to && stretch[to - 1].trim() === '') to--
  }
  for (;;) {
    trim()
    const before = to - from
    if (from < to && DOUBLE.test(stretch[from])) from++
    if (from < to && DOUBLE.test(stretch[to - 1])) to--
    const closes = to - from > 1 && SINGLE.test(stretch[to - 1])
    if (from < to && (OPENING.test(stretch[from]) || (stretch[from] === "'" && closes))) {
      from++
      if (closes) to--
    }
    trim()
    // “We stay,” she said: the comma is the report's
    if (to - from < stretch.length && from < to && stretch[to - 1] === ',') to--
    if (to - from === before) return [from, to]
  }
}
