import { describeReader } from './describe-reader.ts'
import { layOver, type Overlay } from './lay-over.ts'
import { createReader, type OpenedReader, type OpenOptions } from './read.ts'
import { Failure } from './record/failure.ts'
import { furtherFiles, loadResources, resourceFiles } from './resources.ts'

export type * from './public-types.ts'
export { checkRecord } from './record/check.ts'
export { errorCodes, noteCodes, problemCodes } from './record/codes.ts'
export { recordSchema } from './record/schema.ts'
export { checkDraft } from './story/check/index.ts'
export { version } from './version.ts'

/**
 * Opens a reader in a browser: fetches the models and the codebook once.
 *
 * @param options.base address of the folder that holds `models/` and `codebook/`; the package's own where left out
 * @param options.codebook address of a folder whose tables are laid over the codebook, with a `tables.txt` that names them, one a line; or the
 * tables' texts by their names (docs/codebook.md)
 * @param options.gazetteer whether small towns are known too (6 MB more to fetch); false where left out
 * @throws Failure `codebook-unfit` where such a table is wrong, `file-missing` or `file-unreadable` where a file cannot be fetched, `model-unfit` where a model does not fit this version
 * @example const reader = await openReader({ base: '/onrecord/' })
 */
export async function openReader({
  base,
  codebook,
  gazetteer = false,
  observe,
}: OpenOptions = {}): Promise<OpenedReader> {
  const folder = folderUrl(base ?? new URL('../', import.meta.url))
  const resources = await loadResources(
    async (path) => {
      const response = await fetch(new URL(path, folder))
      if (!response.ok)
        throw new Failure(
          response.status === 404 ? 'file-missing' : 'file-unreadable',
          `'${path}' could not be fetched from ${folder} (${response.status}); options.base must be the address of a folder with the package's models/ and codebook/`,
        )
      return new Uint8Array(await response.arrayBuffer())
    },
    [...resourceFiles, ...(gazetteer ? furtherFiles : [])],
  )
  if (codebook === undefined) return createReader(resources, await describeReader(resources), observe)
  const isFolder = typeof codebook === 'string' || codebook instanceof URL
  const overlay = isFolder ? await fetchOverlay(folderUrl(codebook)) : codebook
  const laid = layOver(resources, overlay, isFolder ? String(codebook) : '')
  return createReader(laid, await describeReader(resources, { overlay }), observe)
}

/** The tables that `tables.txt` in the folder lists, a name a line: an address, unlike a folder on disk, does not say what lies there. */
async function fetchOverlay(folder: URL): Promise<Overlay> {
  const names = (await fetchText('tables.txt', folder)).split('\n').map((line) => line.trim())
  const files = names.filter((name) => name !== '' && !name.startsWith('#'))
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await fetchText(file, folder)])))
}

async function fetchText(file: string, folder: URL): Promise<string> {
  const response = await fetch(new URL(file, folder))
  if (response.ok) return response.text()
  throw new Failure(
    response.status === 404 ? 'file-missing' : 'file-unreadable',
    `'${file}' could not be fetched from ${folder} (${response.status}); options.codebook must be the address of a folder with the tables and a tables.txt that names them, one a line`,
  )
}

function folderUrl(base: string | URL): URL {
  const url = new URL(base, globalThis.location?.href)
  return url.pathname.endsWith('/') ? url : new URL(`${url.pathname}/`, url)
}
