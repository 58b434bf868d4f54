import { Failure } from '../record/failure.ts'

/** Longest run of a record's headers. */
const LONGEST_HEADERS = 1024 * 1024
const MARK = Buffer.from('\nWARC/1.')

/** One record of a web archive. */
export interface ArchiveRecord {
  /** header names in small letters */
  headers: ReadonlyMap<string, string>
  /** the record's block; of one that is larger than `most`, nothing */
  block: Uint8Array
  isTooLarge: boolean
  /** whether the length that the record gives is not that of its block, which was then taken to end where the next record begins */
  isLengthFalse: boolean
}

/**
 * The records of a web archive (WARC 1.0 and 1.1), one after the other as they come; lines may end with or without a carriage return. Where a record's
 * length is false, missing or none, its block ends where the next record begins.
 *
 * @throws Failure `archive-damaged`, after the records before the damage were given
 */
export async function* archiveRecords(
  stream: AsyncIterable<Uint8Array>,
  from: string,
  most: number,
): AsyncGenerator<ArchiveRecord> {
  const bytes = openBytes(stream)
  for (let isFirst = true; ; isFirst = false) {
    await bytes.skipLines()
    if (await bytes.isAtEnd()) {
      if (bytes.failure()) throw bytes.failure()
      return
    }
    if (!(await bytes.startsWith('WARC/')))
      throw bytes.failure() ?? damaged(from, isFirst ? 'it does not begin with a record' : 'no record follows')
    const head = await bytes.head(LONGEST_HEADERS)
    if (head === undefined)
      throw bytes.failure() ?? damaged(from, bytes.ended ? 'it ends within headers' : 'headers without end')
    const headers = headersOf(head)
    const told = /^\d+$/.test(headers.get('content-length') ?? '') ? Number(headers.get('content-length')) : -1
    const { isWhole, ...block } = await bytes.block(Math.max(0, told), most)
    if (told >= 0 && isWhole && (await bytes.isBetween())) {
      if (bytes.lines < 2 && bytes.ended) throw bytes.failure() ?? damaged(from, 'its last record ends early')
      yield { headers, ...block, isLengthFalse: false }
      continue
    }
    // a file whose line ends were changed on the way no longer fits its lengths, to its last record
    const isLoose = !head.includes(13)
    const whole = await bytes.upToNext(block, most, isLoose)
    if (whole === undefined) throw bytes.failure() ?? damaged(from, 'its last record ends early')
    yield { headers, ...whole, isLengthFalse: true }
  }
}

export function damaged(from: string, why: string): Failure {
  return new Failure('archive-damaged', `${from} is cut off or damaged (${why}); what stands before was taken`)
}

/** Header lines after the first; a line that begins with a blank goes on with the one before. */
export function headersOf(head: Uint8Array): Map<string, string> {
  const found = new Map<string, string>()
  const lines = new TextDecoder()
    .decode(head)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !found.has(name)) found.set(name, line.slice(colon + 1).trim())
  }
  return found
}

/** Where the blank line behind headers ends; -1 where there is none. */
export function endOfHead(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
  }
  return -1
}

type Block = Pick<ArchiveRecord, 'block' | 'isTooLarge'>

/** A stream that can be looked ahead in, and whose bytes can be put back. */
function openBytes(stream: AsyncIterable<Uint8Array>) {
  const iterator = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  let ended = false
  // what breaks the stream is told when all that came before is given
  let failed: { error: unknown } | undefined
  let lines = 0
  const more = async (): Promise<boolean> => {
    if (ended) return false
    const { value, done } = await iterator.next().catch((error) => {
      failed = { error }
      return { value: undefined, done: true as const }
    })
    if (done) ended = true
    else held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
    return !ended
  }
  const skipLines = async () => {
    lines = 0
    for (;;) {
      let at = 0
      while (at < held.length && (held[at] === 13 || held[at] === 10)) if (held[at++] === 10) lines++
      held = held.subarray(at)
      if (held.length > 0 || !(await more())) return
    }
  }
  return {
    skipLines,
    /** line breaks that were skipped last */
    get lines() {
      return lines
    },
    get ended() {
      return ended
    },
    /** what broke the stream */
    failure: () => failed?.error,
    async isAtEnd() {
      return held.length === 0 && !(await more())
    },
    async startsWith(word: string) {
      while (held.length < word.length && (await more()));
      return held.subarray(0, word.length).toString('latin1') === word
    },
    /** Whether only line breaks stand before the next record, or the end. */
    async isBetween() {
      let at = 0
      while (at < held.length || (await more())) {
        if (held[at] !== 13 && held[at] !== 10) break
        at++
      }
      const next = at
      while (held.length < next + 5 && (await more()));
      if (next < held.length && held.subarray(next, next + 5).toString('latin1') !== 'WARC/') return false
      await skipLines()
      return true
    },
    async head(longest: number): Promise<Uint8Array | undefined> {
      for (;;) {
        const end = endOfHead(held)
        if (end >= 0) {
          const head = held.subarray(0, end)
          held = held.subarray(end)
          return head
        }
        if (held.length > longest || !(await more())) return undefined
      }
    },
    /** So many bytes, or all that there are. */
    async block(size: number, most: number): Promise<Block & { isWhole: boolean }> {
      const pieces: Uint8Array[] = []
      let left = size
      while (left > 0 && (held.length > 0 || (await more()))) {
        const piece = held.subarray(0, left)
        held = held.subarray(piece.length)
        left -= piece.length
        if (size <= most) pieces.push(piece)
      }
      return {
        block: size <= most ? Buffer.concat(pieces) : new Uint8Array(0),
        isTooLarge: size > most,
        isWhole: left === 0,
      }
    },
    /** A block whose length is false, up to where the next record begins: within it, or behind it. undefined where none begins. */
    async upToNext({ block, isTooLarge }: Block, most: number, orEnd: boolean): Promise<Block | undefined> {
      // the next record may begin within the block, or across its end
      held = Buffer.concat([block, held])
      const pieces: Uint8Array[] = []
      let size = 0
      for (;;) {
        const at = held.indexOf(MARK)
        const piece = held.subarray(0, at >= 0 ? at : Math.max(0, held.length - MARK.length))
        size += piece.length
        if (size <= most) pieces.push(piece)
        held = held.subarray(piece.length)
        if (at >= 0) {
          held = held.subarray(1)
          return size > most || isTooLarge
            ? { block: new Uint8Array(0), isTooLarge: true }
            : { block: Buffer.concat(pieces), isTooLarge }
        }
        if (await more()) continue
        if (!orEnd || isTooLarge || size + held.length > most) return undefined
        pieces.push(held)
        held = Buffer.alloc(0)
        return { block: Buffer.concat(pieces), isTooLarge }
      }
    },
  }
}
