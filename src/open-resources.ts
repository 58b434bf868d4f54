import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { loadResources, type Resources } from './resources.ts'

/** Loads the package's models and codebook, or only the files that are named. */
export function openResources(base?: string | URL, paths?: readonly string[]): Promise<Resources> {
  const folder = base === undefined ? new URL('../', import.meta.url) : folderUrl(base)
  return loadResources((path) => readFile(new URL(path, folder)), paths)
}

function folderUrl(base: string | URL): URL {
  const url = base instanceof URL || base.startsWith('file:') ? new URL(base) : pathToFileURL(base)
  return url.href.endsWith('/') ? url : new URL(`${url.href}/`)
}
