import type { Span } from '../record/types.ts'

/** The words of a span, with what stands before and after it. */
export interface TextQuote {
  exact: string
  prefix: string
  suffix: string
}

/** How many UTF-16 code units of context a quote has at most on each side. */
const CONTEXT = 32

/** A span with a little of what stands around it: enough to find it again where offsets have moved. */
export function textQuoteOf(text: string, { start, end }: Span): TextQuote {
  const from = wholeAt(text, Math.max(0, start - CONTEXT))
  const to = wholeAt(text, Math.min(text.length, end + CONTEXT))
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) }
}

/** The span that a quote stands at: with what stands around it, else where its words stand only once. */
export function findQuote(text: string, { exact, prefix, suffix }: TextQuote): Span | undefined {
  if (exact === '') return undefined
  const around = text.indexOf(prefix + exact + suffix)
  const start = around >= 0 ? around + prefix.length : onlyOne(text, exact)
  return start === undefined ? undefined : { start, end: start + exact.length }
}

function onlyOne(text: string, words: string): number | undefined {
  const first = text.indexOf(words)
  return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : undefined
}

/** The offset, or the one before it where it would split a character. */
function wholeAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset - 1 : offset
}
