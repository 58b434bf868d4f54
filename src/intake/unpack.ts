import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Failure } from '../record/failure.ts'
import type { Input, Limits } from './taking.ts'

/** Whether the bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * Unpacks gzip as it comes, of one member or many. It stops where a small file unpacks to too much: memory stays flat, and time is
 * bounded by the input's own size.
 *
 * @throws Failure `input-unpacks` or `input-damaged`
 */
export async function* unpack(
  { stream, from }: Pick<Input, 'stream' | 'from'>,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  let packed = 0
  async function* counted() {
    for await (const piece of stream) {
      packed += piece.length
      yield piece
    }
  }
  const gunzip = createGunzip({ chunkSize: 64 * 1024 })
  const source = Readable.from(counted(), { objectMode: false })
  source.on('error', (error) => gunzip.destroy(error))
  let unpacked = 0
  try {
    for await (const piece of source.pipe(gunzip)) {
      unpacked += piece.length
      if (unpacked > limits.input && unpacked > packed * limits.unpacked)
        throw new Failure(
          'input-unpacks',
          `${from} unpacks to more than ${limits.unpacked} times its size; it is not taken`,
        )
      yield piece
    }
  } catch (error) {
    throw String((error as NodeJS.ErrnoException).code).startsWith('Z_')
      ? new Failure(
          'input-damaged',
          `${from} is cut off or damaged: what is packed in it cannot be unpacked to its end`,
        )
      : error
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** The first bytes of a stream, and the stream with them. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; stream: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  for (let had = 0; had < size; ) {
    const { value, done } = await iterator.next()
    if (done) break
    pieces.push(value)
    had += value.length
  }
  async function* whole() {
    try {
      yield* pieces
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(pieces).subarray(0, size), stream: whole() }
}
