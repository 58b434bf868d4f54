/**
 * Many files as one run of bytes, for a page that has no server to fetch them from: the length of a list (4 bytes, low byte
 * first), the list as JSON ([path, length] a file), and then the files in its order.
 */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const list = new TextEncoder().encode(JSON.stringify([...files].map(([path, bytes]) => [path, bytes.length])))
  const length = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 4 + list.length)
  const packed = new Uint8Array(length)
  new DataView(packed.buffer).setUint32(0, list.length, true)
  packed.set(list, 4)
  let at = 4 + list.length
  for (const bytes of files.values()) {
    packed.set(bytes, at)
    at += bytes.length
  }
  return packed
}

/**
 * The files again, without copying them.
 *
 * @throws RangeError where the bytes are cut off or are no pack
 */
export function unpackFiles(packed: Uint8Array): Map<string, Uint8Array> {
  const broken = () => new RangeError('the packed files are not whole; write the page again with `onrecord page`')
  if (packed.length < 4) throw broken()
  const listLength = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true)
  let at = 4 + listLength
  if (at > packed.length) throw broken()
  const files = new Map<string, Uint8Array>()
  for (const [path, length] of readList(packed.subarray(4, at), broken)) {
    if (at + length > packed.length) throw broken()
    files.set(path, packed.subarray(at, at + length))
    at += length
  }
  return files
}

function readList(bytes: Uint8Array, broken: () => RangeError): [path: string, length: number][] {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw broken()
  }
}
