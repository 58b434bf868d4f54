import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { unpackFiles } from './pack.ts'
import { packageData } from './package-data.ts'
import { Failure } from './record/failure.ts'
import { furtherFiles, type Load, loadResources, type Resources, resourceFiles } from './resources.ts'

const expand = promisify(gunzip)

/**
 * Loads the package's models and codebook, or only the files that are named.
 *
 * @param base a folder with `models/` and `codebook/`, or a pack (`.pack`); the package's own where left out
 * @throws Failure `file-missing` or `file-unreadable`, which names the file and the way out; `not-of-format` or `input-damaged` where a pack is none
 */
export async function openResources(
  base?: string | URL,
  paths: readonly string[] = [...resourceFiles, ...furtherFiles],
): Promise<Resources> {
  if (base !== undefined) {
    const given = urlOf(base)
    return loadResources(isPack(given) ? await fromPacks([given]) : fromFolder(asFolder(given)), paths)
  }
  if ('folder' in packageData) return loadResources(fromFolder(packageData.folder), paths)
  const { pack, places } = packageData
  const isWanted = paths.some((path) => furtherFiles.includes(path))
  return loadResources(await fromPacks(isWanted ? [pack, places] : [pack]), paths)
}

function fromFolder(folder: URL): Load {
  return (path) => bytesOf(new URL(path, folder), path, folder)
}

async function fromPacks(packs: readonly URL[]): Promise<Load> {
  const unpack = async (pack: URL) =>
    unpackFiles(
      await bytesOf(pack, nameOf(pack), new URL('./', pack)),
      async (bytes) => new Uint8Array(await expand(bytes)),
    )
  const files = new Map((await Promise.all(packs.map(unpack))).flatMap((unpacked) => [...unpacked]))
  return async (path) => {
    const bytes = files.get(path)
    if (bytes) return bytes
    throw new Failure('file-missing', `there is no ${path} in ${packs.map(nameOf).join(' and ')}; ${HINT}`)
  }
}

const HINT =
  'options.base must name a folder with the whole models/ and codebook/, or a whole pack; leave it out to use those of the package'

async function bytesOf(file: URL, name: string, folder: URL): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const where = folder.protocol === 'file:' ? fileURLToPath(folder) : folder.href
    throw code === 'ENOENT'
      ? new Failure('file-missing', `${where} has no ${name}; ${HINT}`)
      : new Failure('file-unreadable', `${name} in ${where} cannot be read (${code}); ${HINT}`)
  }
}

const urlOf = (base: string | URL): URL =>
  base instanceof URL || base.startsWith('file:') ? new URL(base) : pathToFileURL(base)
const asFolder = (url: URL): URL => (url.href.endsWith('/') ? url : new URL(`${url.href}/`))
/** Whether this names a pack rather than a folder. */
export const isPack = (base: string | URL): boolean => String(base).endsWith('.pack')
const nameOf = (pack: URL): string => pack.pathname.slice(pack.pathname.lastIndexOf('/') + 1)
