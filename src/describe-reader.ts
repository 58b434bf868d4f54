import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Overlay } from './lay-over.ts'
import type { Record as NewsRecord } from './record/types.ts'
import { furtherFiles, type Resources, resourceFiles } from './resources.ts'
import { version } from './version.ts'

/**
 * What reads: the package's version, a hash of every model by name, and one hash of the whole codebook. It stands in every
 * record as `reader`. Hashes are the first 16 hexadecimal digits of SHA-256; the codebook's is taken over each file's path
 * and bytes, in the order of their paths; where tables are laid over it, a '+' and one such hash over those follow.
 */
export async function describeReader(
  resources: Resources,
  {
    overlay,
    paths = [...resourceFiles, ...furtherFiles.filter((path) => resources.has?.(path))],
  }: { overlay?: Overlay; paths?: readonly string[] } = {},
): Promise<NewsRecord['reader']> {
  const sorted = [...paths].sort()
  const codebook = sorted
    .filter((path) => path.startsWith('codebook/'))
    .flatMap((path) => [utf8ToBytes(`${path}\0`), resources.bytes(path)])
  const models = sorted.filter((path) => !path.startsWith('codebook/'))
  const [own, laid, ...hashes] = await Promise.all([
    shortHash(concatBytes(...codebook)),
    overlay && hashOf(overlay),
    ...models.map((path) => shortHash(resources.bytes(path))),
  ])
  const named = models.map((path, i) => [path.replace(/^models\//, '').replace(/\.[^./]*$/, ''), hashes[i]])
  return { version, models: Object.fromEntries(named), codebook: laid ? `${own}+${laid}` : own }
}

const hashOf = (overlay: Overlay): Promise<string> => {
  const files = Object.keys(overlay).sort()
  return shortHash(concatBytes(...files.flatMap((file) => [utf8ToBytes(`${file}\0`), utf8ToBytes(overlay[file])])))
}

async function shortHash(bytes: Uint8Array): Promise<string> {
  // Web Crypto is native and much faster over megabytes; pages that are not served securely do not have it.
  const subtle = globalThis.crypto?.subtle
  const hash = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes.slice().buffer)) : sha256(bytes)
  return bytesToHex(hash).slice(0, 16)
}
