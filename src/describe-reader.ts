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
  const models: { [name: string]: string } = {}
  const codebook: Uint8Array[] = []
  for (const path of [...paths].sort()) {
    const bytes = resources.bytes(path)
    if (path.startsWith('codebook/')) codebook.push(utf8ToBytes(`${path}\0`), bytes)
    else models[path.replace(/^models\//, '').replace(/\.[^./]*$/, '')] = await shortHash(bytes)
  }
  const own = await shortHash(concatBytes(...codebook))
  return { version, models, codebook: overlay ? `${own}+${await hashOf(overlay)}` : own }
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
