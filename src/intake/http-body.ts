import * as zlib from 'node:zlib'
import { Failure } from '../record/failure.ts'
import { endOfHead, headersOf } from './archive-records.ts'

/** An answer of HTTP as an archive keeps it. */
export interface HttpAnswer {
  status: number
  headers: ReadonlyMap<string, string>
  body: Uint8Array
}

/** Takes an archived answer apart; a block without an end of its headers has no body. */
export function httpAnswer(block: Uint8Array): HttpAnswer {
  const end = endOfHead(block)
  const head = end < 0 ? block : block.subarray(0, end)
  const status = /^HTTP\/[\d.]+ +(\d{3})/.exec(new TextDecoder('latin1').decode(head.subarray(0, 64)))
  return {
    status: Number(status?.[1] ?? 0),
    headers: headersOf(head),
    body: end < 0 ? new Uint8Array(0) : block.subarray(end),
  }
}

/**
 * An answer's content: its chunks joined, and unpacked. A header that says so of what is neither in chunks nor packed is not believed.
 *
 * @returns the bytes, and whether they break off
 * @throws Failure `packing-unknown`, `input-unpacks`, `input-damaged`
 */
export function contentOf(
  { headers, body }: HttpAnswer,
  from: string,
  most: number,
): { bytes: Uint8Array; cut: boolean } {
  const joined = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? (joinedChunks(body) ?? body) : body
  const packings = (headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .reverse()
  let bytes = joined
  let cut = false
  for (const packing of packings) {
    const unpack = UNPACK[packing]
    if (packing === '' || packing === 'identity' || packing === 'none' || packing === 'utf-8') continue
    if (isMarkup(bytes)) return { bytes, cut }
    if (!unpack)
      throw new Failure(
        'packing-unknown',
        `${from} is packed by ${packing.slice(0, 40)}, which this version of Node cannot unpack`,
      )
    const found = unpack(bytes, most, from)
    bytes = found.bytes
    cut ||= found.cut
  }
  return { bytes, cut }
}

type Unpack = (bytes: Uint8Array, most: number, from: string) => { bytes: Uint8Array; cut: boolean }

/** Unpacks whole; what breaks off, as far as it goes. */
function by(whole: (bytes: Uint8Array, options: object) => Uint8Array, partly?: object): Unpack {
  return (bytes, most, from) => {
    const options = { maxOutputLength: most }
    try {
      return { bytes: whole(bytes, options), cut: false }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new Failure(
          'input-unpacks',
          `${from} unpacks to more than ${Math.round(most / 1024 / 1024)} MiB; it is not taken`,
        )
    }
    try {
      const found = partly ? whole(bytes, { ...options, ...partly }) : new Uint8Array(0)
      if (found.length > 0) return { bytes: found, cut: true }
    } catch {}
    throw new Failure('input-damaged', `${from} is damaged: what is packed in it cannot be unpacked`)
  }
}

const zstd = (zlib as unknown as { zstdDecompressSync?: (bytes: Uint8Array, options: object) => Uint8Array })
  .zstdDecompressSync
const gzip = by(zlib.gunzipSync, { finishFlush: zlib.constants.Z_SYNC_FLUSH })
const inflate = by(zlib.inflateSync, { finishFlush: zlib.constants.Z_SYNC_FLUSH })
const inflateRaw = by(zlib.inflateRawSync, { finishFlush: zlib.constants.Z_SYNC_FLUSH })

const UNPACK: { readonly [packing: string]: Unpack | undefined } = {
  gzip,
  'x-gzip': gzip,
  deflate: (bytes, ...how) =>
    ((bytes[0] & 15) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0 ? inflate : inflateRaw)(bytes, ...how),
  br: by(zlib.brotliDecompressSync, { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
  zstd: zstd && by(zstd),
}

/** Whether bytes begin as a page does: they are not packed, whatever their header says. */
export function isMarkup(bytes: Uint8Array): boolean {
  return /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<(?:!doctype|!--|\?xml|html|head|body)/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )
}

/** Chunks joined, as far as they go; undefined for what is not in chunks. */
function joinedChunks(body: Uint8Array): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < body.length; ) {
    const newline = body.indexOf(10, at)
    const size =
      newline < 0
        ? null
        : /^\s*([\da-f]{1,8})\s*(?:;[^\n]*)?\r?$/i.exec(
            new TextDecoder('latin1').decode(body.subarray(at, Math.min(newline, at + 200))),
          )
    if (!size) return pieces.length === 0 ? undefined : Buffer.concat(pieces)
    const length = Number.parseInt(size[1], 16)
    if (length === 0) break
    pieces.push(body.subarray(newline + 1, newline + 1 + length))
    at = newline + 1 + length
    while (body[at] === 13 || body[at] === 10) at++
  }
  return Buffer.concat(pieces)
}
