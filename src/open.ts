import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { describeReader } from './about.ts'
import { createReader, type OpenedReader, type OpenOptions } from './read.ts'
import { loadResources, type Resources } from './resources.ts'

/**
 * Opens a reader: loads the models and the codebook from disk, once. One reader serves any number of reports.
 *
 * @param options.base folder that holds `models/` and `codebook/`, as a path or a file: URL; the package's own where left out
 * @throws Error where a file of them is missing or cannot be read
 * @example
 * const reader = await openReader()
 * const record = reader.read({ id: '1', published: '2024-10-03', text: 'Venn said on Tuesday that the port would open.' })
 */
export async function openReader({ base, observe }: OpenOptions = {}): Promise<OpenedReader> {
  const resources = await openResources(base)
  return createReader(resources, await describeReader(resources), observe)
}

/** Loads the package's models and codebook, or only the files that are named. */
export function openResources(base?: string | URL, paths?: readonly string[]): Promise<Resources> {
  const folder = base === undefined ? new URL('../', import.meta.url) : folderUrl(base)
  return loadResources((path) => readFile(new URL(path, folder)), paths)
}

function folderUrl(base: string | URL): URL {
  const url = base instanceof URL || base.startsWith('file:') ? new URL(base) : pathToFileURL(base)
  return url.href.endsWith('/') ? url : new URL(`${url.href}/`)
}
