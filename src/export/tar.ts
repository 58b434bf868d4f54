import type { ExportedFile } from './format.ts'

const BLOCK = 512

/**
 * Files as one tar archive (POSIX ustar), one after another. Times are zero, so that the same files give the same bytes. Names hold at
 * most 100 bytes.
 */
export function* tarOf(files: Iterable<ExportedFile>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const { name, text } of files) {
    const bytes = encoder.encode(text)
    yield headerOf(encoder.encode(name), bytes.length)
    yield bytes
    yield new Uint8Array((BLOCK - (bytes.length % BLOCK)) % BLOCK)
  }
  yield new Uint8Array(2 * BLOCK)
}

function headerOf(name: Uint8Array, size: number): Uint8Array {
  if (name.length > 100) throw new RangeError('a name in an archive holds at most 100 bytes')
  const header = new Uint8Array(BLOCK)
  const put = (at: number, text: string) => header.set(new TextEncoder().encode(text), at)
  header.set(name)
  put(100, '0000644\0')
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${size.toString(8).padStart(11, '0')}\0`)
  put(136, '00000000000\0')
  put(148, '        ')
  put(156, '0')
  put(257, 'ustar\u000000')
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return header
}
