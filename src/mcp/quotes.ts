import { z } from 'zod'
import { spanSchema } from '../record/schema.ts'
import type { Span } from '../record/types.ts'

/** Said in every answer. */
export const UNIT = 'start and end count UTF-16 code units into the text of the report; end is exclusive'

export const quoteSchema = z
  .object({ ...spanSchema.shape, text: z.string().describe('exactly the characters from start to end') })
  .meta({ id: 'Quote', description: 'characters of the report and where they stand' })
export type QuoteAnswer = z.infer<typeof quoteSchema>

/** The characters of a span, with its offsets. */
export function wordsAt(text: string, { start, end }: Span): QuoteAnswer {
  return { start, end, text: text.slice(start, end) }
}

/**
 * The stretch from `start` on that is about as long as asked for: it never cuts a character in two halves.
 *
 * @example pageOf('a😀b', 2, 1) // { start: 1, end: 3, text: '😀' }
 */
export function pageOf(text: string, start: number, length: number): QuoteAnswer {
  return wordsAt(text, { start: whole(text, start), end: whole(text, Math.min(text.length, start + length)) })
}

/** The offset itself, or the one before where it stands between the two halves of a character. */
function whole(text: string, at: number): number {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) as number) > 0xffff ? at - 1 : at
}

/** How far a passage goes to either side of what it surrounds. */
const REACH = 300

/** What stands around a span in its paragraph: enough to quote from. */
export function wordsAround(text: string, { start, end }: Span): QuoteAnswer {
  const before = text.lastIndexOf('\n', start - 1) + 1
  const after = text.indexOf('\n', end)
  return wordsAt(text, {
    start: whole(text, Math.max(before, start - REACH)),
    end: whole(text, Math.min(after < 0 ? text.length : after, end + REACH)),
  })
}
