import { layOver, type Overlay } from './lay-over.ts'
import { readOverlay } from './open-overlay.ts'
import { openResources } from './open-resources.ts'
import { type Resources, resourceFiles } from './resources.ts'

/** Tables to lay over the codebook: a folder, as a path or a file: URL, or their texts by their names. */
export type LaidOver = string | URL | Overlay

/**
 * Files of the package, with tables laid over its codebook where some are given: for what needs no whole reader.
 *
 * @throws Failure as `openReader`
 */
export async function openLaid(paths: readonly string[], codebook?: LaidOver): Promise<Resources> {
  if (codebook === undefined) return openResources(undefined, paths)
  const isFolder = typeof codebook === 'string' || codebook instanceof URL
  // a table's rows are checked against those of others
  const tables = resourceFiles.filter((path) => path.startsWith('codebook/'))
  const resources = await openResources(undefined, [...new Set([...paths, ...tables])])
  return layOver(resources, isFolder ? await readOverlay(codebook) : codebook, isFolder ? String(codebook) : '')
}
