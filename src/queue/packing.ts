import { gunzipSync, gzipSync } from 'node:zlib'
import { Failure } from '../record/failure.ts'
import type { Headers, Message } from './client.ts'

/** Bytes of a message that its headers may take. */
const OF_HEADERS = 16 * 1024
const ENCODING = 'Content-Encoding'

/**
 * The bytes of a message: packed by gzip where they are more than the server takes, which the header Content-Encoding then says.
 *
 * @throws Failure `queue-too-small` where they are too many even so
 */
export function packMessage(bytes: Uint8Array, most: number, headers: Headers): Uint8Array {
  if (bytes.length <= most - OF_HEADERS) return bytes
  const small = gzipSync(bytes)
  if (small.length > most - OF_HEADERS)
    throw new Failure(
      'queue-too-small',
      `it has ${small.length} bytes, packed, and the server takes messages of ${most}; raise max_payload in the server's settings`,
    )
  headers.set(ENCODING, 'gzip')
  return small
}

/** The bytes that a message carries. */
export const unpacked = ({ data, headers }: Pick<Message, 'data' | 'headers'>): Uint8Array =>
  headers?.get(ENCODING) === 'gzip' ? gunzipSync(data) : data
