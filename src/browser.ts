import { describeReader } from './describe-reader.ts'
import { createReader, type OpenedReader, type OpenOptions } from './read.ts'
import { loadResources } from './resources.ts'

export type * from './public-types.ts'
export { checkRecord } from './record/check.ts'
export { errorCodes, noteCodes, problemCodes } from './record/codes.ts'
export { recordSchema } from './record/schema.ts'
export { version } from './version.ts'

/**
 * Opens a reader in a browser: fetches the models and the codebook once.
 *
 * @param options.base address of the folder that holds `models/` and `codebook/`; the package's own where left out
 * @throws Error where a file of them cannot be fetched
 * @example const reader = await openReader({ base: '/onrecord/' })
 */
export async function openReader({ base, observe }: OpenOptions = {}): Promise<OpenedReader> {
  const folder = folderUrl(base ?? new URL('../', import.meta.url))
  const resources = await loadResources(async (path) => {
    const response = await fetch(new URL(path, folder))
    if (!response.ok)
      throw new Error(`'${path}' could not be fetched from ${folder} (${response.status}); see options.base`)
    return new Uint8Array(await response.arrayBuffer())
  })
  return createReader(resources, await describeReader(resources), observe)
}

function folderUrl(base: string | URL): URL {
  const url = new URL(base, globalThis.location?.href)
  return url.pathname.endsWith('/') ? url : new URL(`${url.pathname}/`, url)
}
