import type { Span, Statement } from '../../../src/record/types.ts'

/** The stretches of a statement's content that stand in quotation marks, the marks included. */
export function quotedSpans(text: string, { quotation, content }: Pick<Statement, 'quotation' | 'content'>): Span[] {
  if (quotation === 'direct') return [...content]
  if (quotation === 'indirect') return []
  return content.flatMap((span) => quotedWithin(text, span))
}

/** Opening marks and what closes each. */
const CLOSES: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '‘': '’', '"': '"' }

function quotedWithin(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  for (let at = start; at < end; at++) {
    const closing = CLOSES[text[at]]
    if (closing === undefined) continue
    const close = closeOf(text, at, end, closing)
    found.push({ start: at, end: close })
    at = close - 1
  }
  return found
}

/** After the closing mark; the content's end where none closes. An apostrophe inside a word closes nothing. */
function closeOf(text: string, open: number, end: number, closing: string): number {
  for (let at = open + 1; at < end; at++) {
    if (closing.includes(text[at]) && !(text[at] === '’' && /\p{L}/u.test(text[at + 1] ?? ''))) return at + 1
  }
  return end
}
