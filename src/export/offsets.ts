import { withCode } from '../record/failure.ts'

/** What an offset counts: UTF-16 code units (JavaScript, Java), code points (Python, R, the W3C), or bytes of UTF-8. */
export const offsetUnits = ['utf-16', 'code-points', 'bytes'] as const
export type OffsetUnit = (typeof offsetUnits)[number]

/** Offsets of one text, from UTF-16 code units to another unit and back. */
export interface Offsets {
  /** The same place in the other unit. Between the halves of a character: the place before it. */
  to(offset: number): number
  /** The same place in UTF-16 code units. Within a character: the place before it. */
  from(offset: number): number
}

const same: Offsets = { to: (offset) => offset, from: (offset) => offset }

/**
 * Converts offsets into a text from UTF-16 code units, in which records count, to another unit and back. Counts the text
 * once; every conversion after that is one look into a table. Half a surrogate pair standing alone counts as one code point, and as
 * the three bytes of U+FFFD, which is what it becomes in UTF-8.
 *
 * @throws RangeError (`bad-argument`) where an offset lies outside the text
 * @example offsetsOf('🙂 said', 'code-points').to(3) // 2
 */
export function offsetsOf(text: string, unit: OffsetUnit): Offsets {
  if (unit === 'utf-16' || isAscii(text)) return checked(same, text.length, text.length)
  const there = countsOf(text, unit)
  const size = there[text.length]
  const back = backOf(there, size)
  return checked({ to: (offset) => there[offset], from: (offset) => back[offset] }, text.length, size)
}

/** For every UTF-16 offset, the offset in the other unit. */
function countsOf(text: string, unit: OffsetUnit): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number
    counts[at] = count
    if (code > 0xffff) counts[at + 1] = count
    count += unit === 'bytes' ? bytesOf(code) : 1
    at += code > 0xffff ? 2 : 1
  }
  counts[text.length] = count
  return counts
}

/** The reverse table; offsets within a character get the place where it begins. */
function backOf(there: Uint32Array, size: number): Uint32Array {
  const back = new Uint32Array(size + 1)
  for (let at = there.length - 1; at >= 0; at--) back[there[at]] = at
  for (let at = 1; at <= size; at++) if (back[at] === 0) back[at] = back[at - 1]
  return back
}

function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

function checked({ to, from }: Offsets, length: number, size: number): Offsets {
  const check = (offset: number, end: number) => {
    if (Number.isInteger(offset) && offset >= 0 && offset <= end) return offset
    throw withCode(
      'bad-argument',
      new RangeError(`offset must be a whole number from 0 to ${end}, the text's end, not ${offset}`),
    )
  }
  return { to: (offset) => to(check(offset, length)), from: (offset) => from(check(offset, size)) }
}
