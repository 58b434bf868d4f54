/** Whole lines of a stream of bytes, as they came, without decoding. */
export interface Lines {
  /** the lines, each with its line break (the stream's last line may lack it) */
  bytes: Uint8Array
  /** the number of the first of them, from 1 */
  first: number
  /** whether this stands for one line that was too long to keep */
  tooLong?: boolean
}

const LONGEST = 64 * 1024 * 1024
const NEWLINE = 10

/**
 * Cuts a stream of bytes into runs of whole lines: one run for each piece of the stream, so that what has arrived can be
 * answered at once, however slowly the rest comes. A line longer than `longest` bytes is discarded while it arrives.
 */
export async function* wholeLines(stream: AsyncIterable<Uint8Array>, longest = LONGEST): AsyncGenerator<Lines> {
  let kept: Uint8Array[] = []
  let size = 0
  let next = 1
  for await (const piece of stream) {
    const newline = piece.indexOf(NEWLINE)
    let rest = piece
    if (size + (newline < 0 ? piece.length : newline) > longest) {
      kept = []
      size = longest + 1
      if (newline < 0) continue
      yield { bytes: new Uint8Array(0), first: next++, tooLong: true }
      size = 0
      rest = piece.subarray(newline + 1)
    }
    const end = rest.lastIndexOf(NEWLINE) + 1
    if (end > 0) {
      const bytes = join([...kept, rest.subarray(0, end)])
      const first = next
      // Counted before it is handed over: another thread may own the bytes afterwards.
      next += count(bytes)
      yield { bytes, first }
      kept = []
      size = 0
    }
    if (end < rest.length) {
      kept.push(rest.subarray(end))
      size += rest.length - end
    }
  }
  if (size > longest) yield { bytes: new Uint8Array(0), first: next, tooLong: true }
  else if (size > 0) yield { bytes: join(kept), first: next }
}

/** Always a copy of its own, so that it can be handed to another thread. */
function join(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

function count(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}

/** The lines of a run, without their line breaks ('\n' or '\r\n'). */
export function* eachLine(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, at)
    const end = newline < 0 ? bytes.length : newline
    yield bytes.subarray(at, end > at && bytes[end - 1] === 13 ? end - 1 : end)
    at = end + 1
  }
}
