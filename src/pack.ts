import { Failure } from './record/failure.ts'

/**
 * Many files as one, so that whoever serves or bundles them sees one file: the characters 'ORP1', the length of a list (4 bytes, low byte
 * first), the list as JSON, and then runs of bytes in its order. A run holds one file or several, and is compressed (gzip) where that pays.
 */

/** A run: how many bytes it takes, whether they are compressed, and its files with their lengths. */
type Run = [bytes: number, isCompressed: 0 | 1, files: [path: string, length: number][]]

/** Compresses or expands bytes: programs hand in what their place does best. */
export type Bytes = (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>

const MAGIC = 0x3150524f
const HEAD = 8
/** Text files are small and alike: they are compressed as one. */
const isText = (path: string) => /\.(?:tsv|txt)$/.test(path)

/**
 * Files as one.
 *
 * @param gzip compresses; a run is left as it is where it would hardly become smaller
 */
export async function packFiles(files: ReadonlyMap<string, Uint8Array>, gzip: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  const paths = [...files.keys()]
  const groups = [paths.filter(isText), ...paths.filter((path) => !isText(path)).map((path) => [path])]
  const runs: Run[] = []
  const pieces: Uint8Array[] = []
  for (const group of groups.filter((group) => group.length > 0)) {
    const plain = joined(group.map((path) => files.get(path)!))
    const smaller = await gzip(plain)
    const isCompressed = smaller.length < 0.95 * plain.length
    const bytes = isCompressed ? smaller : plain
    runs.push([bytes.length, isCompressed ? 1 : 0, group.map((path) => [path, files.get(path)!.length])])
    pieces.push(bytes)
  }
  const list = new TextEncoder().encode(JSON.stringify(runs))
  const head = new Uint8Array(HEAD)
  const view = new DataView(head.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, list.length, true)
  return joined([head, list, ...pieces])
}

/**
 * The files again.
 *
 * @param gunzip expands what was compressed
 * @throws Failure `not-of-format` where the bytes are no pack, `input-damaged` where they are cut off or damaged
 */
export async function unpackFiles(packed: Uint8Array, gunzip: Bytes = inflate): Promise<Map<string, Uint8Array>> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  if (packed.length < HEAD || view.getUint32(0, true) !== MAGIC)
    throw new Failure('not-of-format', "these bytes are no pack of onrecord's; take the file of the package as it is")
  const listEnd = HEAD + view.getUint32(4, true)
  const runs = listOf(packed.subarray(HEAD, listEnd))
  let at = listEnd
  const places = runs.map(([length]) => [at, (at += length)])
  if (at !== packed.length) throw damaged()
  const expanded = await Promise.all(
    runs.map(async ([, isCompressed], i) => {
      const bytes = packed.subarray(...places[i])
      return isCompressed ? await expand(bytes, gunzip) : bytes
    }),
  )
  return new Map(runs.flatMap(([, , files], i) => cut(expanded[i], files)))
}

/** Expands gzip as browsers, Node and Deno all can. */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function expand(bytes: Uint8Array, gunzip: Bytes): Promise<Uint8Array> {
  try {
    return await gunzip(bytes)
  } catch {
    throw damaged()
  }
}

function cut(run: Uint8Array, files: Run[2]): [path: string, bytes: Uint8Array][] {
  let at = 0
  const found = files.map(([path, length]): [string, Uint8Array] => [path, run.subarray(at, (at += length))])
  if (at !== run.length) throw damaged()
  return found
}

function listOf(bytes: Uint8Array): Run[] {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw damaged()
  }
}

const damaged = () =>
  new Failure('input-damaged', 'the pack of models and codebook is cut off or damaged; install or write it again')

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
