import { type LimitReader, WARCParser, type WARCRecord } from 'warcio'
import { Failure } from '../record/failure.ts'
import type { Held, Input, Taking } from './taking.ts'

const CRLF2 = Buffer.from('\r\n\r\n')
/** Longest run of a WARC record's headers. */
const LONGEST_HEADERS = 1024 * 1024

/** A page as an archive has it; of one that is too large, no bytes. */
export interface ArchivedPage extends Held {
  isTooLarge: boolean
}

/**
 * The pages of HTML in a web archive, one after the other as they come: answers with status 200, and resources.
 *
 * @throws Failure `archive-damaged`, after the pages before the damage were given
 */
export async function* warcPages(
  { stream, from }: Input,
  { limits }: Pick<Taking, 'limits'>,
): AsyncGenerator<ArchivedPage> {
  let inHeaders = 0
  let ended = false
  let tail: Uint8Array = new Uint8Array(0)
  async function* watched() {
    for await (const piece of stream) {
      inHeaders += piece.length
      if (inHeaders > LONGEST_HEADERS + piece.length) throw damaged(from, 'headers without end')
      tail = Buffer.concat([tail, piece.subarray(-4)]).subarray(-4)
      yield piece
    }
    // warcio looks for the end of headers for ever where the input ends within them: it is given one, and then no more.
    ended = true
    for (let n = 0; n < 32; n++) yield CRLF2
    if (!CRLF2.equals(tail)) throw damaged(from, 'it ends within headers')
  }
  const whenSkipping = async <T>(run: () => Promise<T>): Promise<T> => {
    inHeaders = Number.NEGATIVE_INFINITY
    const found = await run()
    inHeaders = 0
    return found
  }
  const parser = new WARCParser(watched(), { parseHttp: true })
  try {
    for (let record = await parser.parse(); record; record = await parser.parse()) {
      const here = record
      const page = await whenSkipping(async () => {
        const found = isPage(here) ? await contentOf(here, limits.input) : undefined
        await here.skipFully()
        return found
      })
      if (page) yield { ...page, from }
      // What the record lacks of its length shows where the input ended too early.
      if (ended && !((here._reader as Partial<LimitReader>).limit === 0))
        throw damaged(from, 'its last record ends early')
    }
    if (!CRLF2.equals(tail)) throw damaged(from, 'its last record ends early')
  } catch (error) {
    throw error instanceof Failure ? error : damaged(from, (error as Error).message)
  }
}

type Content = Omit<ArchivedPage, 'from'>

function damaged(from: string, why: string): Failure {
  return new Failure('archive-damaged', `${from} is cut off or damaged (${why}); what stands before was taken`)
}

function isPage(record: WARCRecord): boolean {
  if (record.warcType === 'resource') return /html/i.test(record.warcContentType ?? '')
  if (record.warcType !== 'response' || Number(record.httpHeaders?.statusCode) !== 200) return false
  return /html/i.test(record.httpHeaders?.headers.get('content-type') ?? '')
}

/** A record's page; undefined where it is empty. One that is larger than a page may be is named, and its bytes are let go. */
async function contentOf(record: WARCRecord, most: number): Promise<Content | undefined> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of record) {
    size += piece.length
    if (size <= most) pieces.push(piece)
    else pieces.length = 0
  }
  const url = record.warcTargetURI?.replace(/^<|>$/g, '') ?? undefined
  const member = (record.warcHeader('WARC-Record-ID') ?? '').replace(/^<|>$/g, '')
  const contentType = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? undefined
  if (size === 0) return undefined
  return { bytes: Buffer.concat(pieces), id: url ?? member, url, member, contentType, isTooLarge: size > most }
}
