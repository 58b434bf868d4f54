import { describeReader } from './describe-reader.ts'
import { createReader, type OpenedReader, type OpenOptions } from './read.ts'
import { Failure } from './record/failure.ts'
import { loadResources } from './resources.ts'

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
 * @throws Failure `file-missing` or `file-unreadable` where a file of them cannot be fetched, `model-unfit` where a model does not fit this version
 * @example const reader = await openReader({ base: '/onrecord/' })
 */
export async function openReader({ base, observe }: OpenOptions = {}): Promise<OpenedReader> {
  const folder = folderUrl(base ?? new URL('../', import.meta.url))
  const resources = await loadResources(async (path) => {
    const response = await fetch(new URL(path, folder))
    if (!response.ok)
      throw new Failure(
        response.status === 404 ? 'file-missing' : 'file-unreadable',
        `'${path}' could not be fetched from ${folder} (${response.status}); options.base must be the address of a folder with the package's models/ and codebook/`,
      )
    return new Uint8Array(await response.arrayBuffer())
  })
  return createReader(resources, await describeReader(resources), observe)
}

function folderUrl(base: string | URL): URL {
  const url = new URL(base, globalThis.location?.href)
  return url.pathname.endsWith('/') ? url : new URL(`${url.pathname}/`, url)
}
