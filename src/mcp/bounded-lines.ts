import { Transform } from 'node:stream'

/** Longest line that is taken, in bytes: longer ones hold more than any tool takes. */
export const LONGEST_LINE = 8 << 20
/** How much of a line's beginning and end is looked through for the id of its request. */
const LOOKED_THROUGH = 4096
const ID = /"id"\s*:\s*(-?\d{1,15}|"(?:[^"\\]|\\.){0,200}")/

/**
 * Lets lines through, but those that are too long: they are let go as they come, and their end is told with the id of their request, so
 * that it can be answered and the next line is taken.
 *
 * @param tooLong is called with the id as JSON, 'null' where none is found
 */
export function boundedLines(tooLong: (id: string) => void, longest = LONGEST_LINE): Transform {
  let kept: Buffer[] = []
  let size = 0
  let ends = ''
  const end = (whole: Transform) => {
    if (size <= longest) for (const piece of kept) whole.push(piece)
    else tooLong(ID.exec(ends)?.[1] ?? 'null')
    kept = []
    size = 0
    ends = ''
  }
  const take = (piece: Buffer) => {
    const before = size
    size += piece.length
    if (size <= longest) return void kept.push(piece)
    if (before <= longest) ends = Buffer.concat(kept).toString('latin1', 0, LOOKED_THROUGH)
    kept = []
    ends =
      ends.slice(0, LOOKED_THROUGH) + (ends.slice(LOOKED_THROUGH) + piece.toString('latin1')).slice(-LOOKED_THROUGH)
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let at = 0
      for (let newline = chunk.indexOf(10); newline >= 0; newline = chunk.indexOf(10, at)) {
        take(chunk.subarray(at, newline + 1))
        end(this)
        at = newline + 1
      }
      if (at < chunk.length) take(chunk.subarray(at))
      done()
    },
    flush(done) {
      end(this)
      done()
    },
  })
}
