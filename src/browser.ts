import type { Overlay } from './lay-over.ts'
import { checkOptions, type Laid, openOver } from './open-over.ts'
import { unpackFiles } from './pack.ts'
import { packageData } from './package-data.ts'
import type { OpenedReader, OpenOptions } from './read.ts'
import { Failure } from './record/failure.ts'
import { furtherFiles, type Load, loadResources, type Resources, resourceFiles } from './resources.ts'

export type * from './public-types.ts'
export { checkRecord } from './record/check.ts'
export { errorCodes, noteCodes, problemCodes } from './record/codes.ts'
export { recordSchema } from './record/schema.ts'
export { lookUpIn } from './rows/look-up.ts'
export { rowsOf } from './rows/rows-of.ts'
export { nameOf, speakerOf, words } from './rows/words.ts'
export { checkDraft } from './story/check/index.ts'
export { version } from './version.ts'

/**
 * Opens a reader in a browser, in a page or in a worker: fetches the models and the codebook once.
 *
 * @param options.base address of a file `onrecord.pack`, or of a folder that holds `models/` and `codebook/`; the package's own file where left out,
 * which bundlers (Vite, webpack, Rollup's plugins) put beside the program by themselves
 * @param options.codebook address of a folder whose tables are laid over the codebook, with a `tables.txt` that names them, one a line; or the
 * tables' texts by their names (docs/codebook.md)
 * @param options.gazetteer whether small towns are known too (4 MB more to fetch); false where left out
 * @throws TypeError `bad-argument` where an option is unknown; Failure `codebook-unfit` where such a table is wrong, `file-missing` or `file-unreadable`
 * where a file cannot be fetched or something else comes in its place, `input-damaged` or `model-unfit` where one does not fit this version
 * @example
 * const reader = await openReader() // in a bundle
 * const other = await openReader({ base: 'https://files.example/onrecord.pack' })
 */
export async function openReader(options: OpenOptions = {}): Promise<OpenedReader> {
  const { base, codebook, gazetteer = false, observe } = checkOptions(options)
  const [resources, laid] = await Promise.all([fetchResources(base, gazetteer), fetchLaid(codebook)])
  return openOver(resources, { laid, observe })
}

async function fetchResources(base: string | URL | undefined, gazetteer: boolean): Promise<Resources> {
  const paths = [...resourceFiles, ...(gazetteer ? furtherFiles : [])]
  const given = base === undefined ? undefined : addressOf(base)
  if (given?.pathname.endsWith('.pack')) return loadResources(await fromPacks([given]), paths)
  if (given) return loadResources(fromFolder(asFolder(given)), paths)
  if ('folder' in packageData) return loadResources(fromFolder(packageData.folder), paths)
  const { pack, places } = packageData
  return loadResources(await fromPacks(gazetteer ? [pack, places] : [pack]), paths)
}

const HINT =
  "options.base must be the address of the package's onrecord.pack, or of a folder with its models/ and codebook/; a bundler gives it by itself"

const fromFolder =
  (folder: URL): Load =>
  (path) =>
    fetched(new URL(path, folder), HINT)

async function fromPacks(addresses: readonly URL[]): Promise<Load> {
  const unpack = async (address: URL) => {
    const bytes = await fetched(address, HINT)
    return unpackFiles(bytes).catch((error: Failure) => {
      throw new Failure(error.code, `${address}: ${error.message}; ${HINT}`)
    })
  }
  const files = new Map((await Promise.all(addresses.map(unpack))).flatMap((unpacked) => [...unpacked]))
  return async (path) => {
    const bytes = files.get(path)
    if (bytes) return bytes
    throw new Failure('file-missing', `there is no ${path} in ${addresses.join(' and ')}; ${HINT}`)
  }
}

async function fetchLaid(codebook: OpenOptions['codebook']): Promise<Laid | undefined> {
  if (codebook === undefined) return undefined
  return typeof codebook === 'string' || codebook instanceof URL
    ? { overlay: await fetchOverlay(asFolder(addressOf(codebook))), folder: String(codebook) }
    : { overlay: codebook, folder: '' }
}

/** The tables that `tables.txt` in the folder lists, a name a line: an address, unlike a folder on disk, does not say what lies there. */
async function fetchOverlay(folder: URL): Promise<Overlay> {
  const hint =
    'options.codebook must be the address of a folder with the tables and a tables.txt that names them, one a line'
  const textOf = async (file: string) => new TextDecoder().decode(await fetched(new URL(file, folder), hint))
  const names = (await textOf('tables.txt')).split('\n').map((line) => line.trim())
  const files = names.filter((name) => name !== '' && !name.startsWith('#'))
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await textOf(file)])))
}

/**
 * What an address holds.
 *
 * @throws Failure `file-missing` where there is no such file, or a page comes in its place, as servers of single-page programs do; `file-unreadable` where it
 * cannot be had for another reason
 */
async function fetched(address: URL, hint: string): Promise<Uint8Array> {
  const lost = ({ message }: Error) => {
    throw new Failure('file-unreadable', `${address} could not be fetched (${message}); ${hint}`)
  }
  const { response, bytes } = await whole(address)
    .catch(() => whole(address, { cache: 'no-store' }))
    .catch(lost)
  if (!response.ok)
    throw new Failure(
      response.status === 404 ? 'file-missing' : 'file-unreadable',
      `${address} could not be fetched (${response.status}); ${hint}`,
    )
  if (/^text\/html\b/i.test(response.headers.get('content-type') ?? ''))
    throw new Failure(
      'file-missing',
      `${address} answers with a page of HTML: the server has no such file there, and gives its page instead; ${hint}`,
    )
  return bytes
}

/** An answer with all of its bytes. A browser's cache fails where a page and its worker fetch a large file at once: past the cache it comes. */
async function whole(address: URL, how?: RequestInit): Promise<{ response: Response; bytes: Uint8Array }> {
  const response = await fetch(address, how)
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const addressOf = (base: string | URL): URL => new URL(base, globalThis.location?.href)

/** The same address as a folder's, without what stands behind a question mark. */
const asFolder = (url: URL): URL => (url.pathname.endsWith('/') ? url : new URL(`${url.pathname}/`, url))
