import { constants, createGunzip, inflateRawSync } from 'node:zlib'
import { Failure } from '../record/failure.ts'
import type { Input, Limits } from './taking.ts'

/** Whether the bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * Unpacks gzip as it comes, of one member or many; what can be unpacked before damage is given. It stops where a small file unpacks to too much: memory
 * stays flat, and time is bounded by the input's own size.
 *
 * @throws Failure `input-unpacks`, `input-damaged`, or `input-bytes-behind` where all was given and something else follows
 */
export async function* unpack(
  { stream, from }: Pick<Input, 'stream' | 'from'>,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 })
  const ready: Uint8Array[] = []
  let kept: Uint8Array[] | undefined = []
  let packed = 0
  let unpacked = 0
  let failed: Error | undefined
  gunzip.on('data', (piece: Uint8Array) => {
    unpacked += piece.length
    if (unpacked > limits.input && unpacked > packed * limits.unpacked)
      gunzip.destroy((failed = unpacksTooMuch(from, limits)))
    else if (!failed) ready.push(piece)
  })
  gunzip.on('error', (error) => {
    failed ??= error
  })
  const feed = (piece?: Uint8Array) =>
    new Promise<void>((resolve) => {
      const done = () => resolve()
      gunzip.once('close', done)
      if (piece) gunzip.write(piece, done)
      else gunzip.once('end', done).end()
    })
  try {
    for await (const piece of stream)
      for (let at = 0; at < piece.length && !failed; at += PIECE) {
        packed += Math.min(PIECE, piece.length - at)
        if (packed > KEPT) kept = undefined
        kept?.push(piece.subarray(at, at + PIECE))
        await feed(piece.subarray(at, at + PIECE))
        while (ready.length > 0) yield ready.shift() as Uint8Array
      }
    if (!failed) await feed()
    while (ready.length > 0) yield ready.shift() as Uint8Array
    if (failed && kept && isOfZlib(failed)) {
      const rest = unpackedMembers(Buffer.concat(kept), limits.input).subarray(unpacked)
      unpacked += rest.length
      if (rest.length > 0) yield rest
    }
    if (failed) throw coded(failed, from, unpacked > 0)
  } finally {
    gunzip.destroy()
  }
}

/** Bytes that are unpacked at once; what zlib unpacked of a piece before damage in it is lost, but for small inputs. */
const PIECE = 8 * 1024
/** Bytes of an input that are kept so that they can be unpacked again, member by member. */
const KEPT = 1024 * 1024

/** What the members of a small input hold, as far as they can be unpacked. */
function unpackedMembers(bytes: Buffer, most: number): Buffer {
  const found: Buffer[] = []
  try {
    for (let at = 0; isGzip(bytes.subarray(at)); ) {
      const start = at + headerLength(bytes.subarray(at))
      const options = { info: true, finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most }
      const { buffer, engine } = inflateRawSync(bytes.subarray(start), options) as unknown as Member
      found.push(buffer)
      at = start + engine.bytesWritten + 8
    }
  } catch {}
  return Buffer.concat(found)
}

interface Member {
  buffer: Buffer
  engine: { bytesWritten: number }
}

/** How long a member's header is (RFC 1952): extra field, name and remark where its flags say so. */
function headerLength(bytes: Buffer): number {
  const flags = bytes[3]
  let at = 10
  if (flags & 4) at += 2 + bytes.readUInt16LE(at)
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}

const isOfZlib = (error: Error) => String((error as NodeJS.ErrnoException).code).startsWith('Z_')

function unpacksTooMuch(from: string, { unpacked }: Limits): Failure {
  return new Failure('input-unpacks', `${from} unpacks to more than ${unpacked} times its size; it is not taken`)
}

function coded(error: Error, from: string, any: boolean): Error {
  if (!isOfZlib(error)) return error
  if (any && error.message === 'incorrect header check')
    return new Failure(
      'input-bytes-behind',
      `uncompressed bytes follow the compressed input in ${from}; they were left out`,
    )
  return new Failure('input-damaged', `${from} is cut off or damaged: it cannot be unpacked to its end`)
}

/** The first bytes of a stream, and the stream with them. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; stream: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  let failed: { error: unknown } | undefined
  try {
    for (let had = 0; had < size; ) {
      const { value, done } = await iterator.next()
      if (done) break
      pieces.push(value)
      had += value.length
    }
  } catch (error) {
    // what came before is looked at first
    failed = { error }
  }
  async function* whole() {
    try {
      yield* pieces
      if (failed) throw failed.error
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(pieces).subarray(0, size), stream: whole() }
}
