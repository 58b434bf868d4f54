import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'

export type Encoding = 'br' | 'gzip'

const encodings: readonly Encoding[] = ['br', 'gzip']

/** The smallest encoding that who asks takes; none where they take none. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const asked = accepted === undefined ? [] : parseAccept(accepted)
  const any = asked.find(({ type }) => type === '*')?.q ?? 0
  return encodings.find((encoding) => (asked.find(({ type }) => type.toLowerCase() === encoding)?.q ?? any) > 0)
}

const pack: { readonly [encoding in Encoding]: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>> } = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
}

const kept = new Map<string, { stamp: string; bytes: Promise<Uint8Array<ArrayBuffer>> }>()

/**
 * A file of the page, packed when it is first asked for and kept: there are few of them, and they are small.
 *
 * @param stamp changes when the file does
 */
export function packed(file: string, encoding: Encoding, stamp: string): Promise<Uint8Array<ArrayBuffer>> {
  const name = `${encoding} ${file}`
  const known = kept.get(name)
  if (known?.stamp === stamp) return known.bytes
  const bytes = readFile(file).then(pack[encoding])
  kept.set(name, { stamp, bytes })
  bytes.catch(() => kept.delete(name))
  return bytes
}
