import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Failure } from './record/failure.ts'
import { furtherFiles, loadResources, type Resources, resourceFiles } from './resources.ts'

/**
 * Loads the package's models and codebook, or only the files that are named.
 *
 * @throws Failure `file-missing` or `file-unreadable`, which names the file and the way out
 */
export function openResources(
  base?: string | URL,
  paths: readonly string[] = [...resourceFiles, ...furtherFiles],
): Promise<Resources> {
  const folder = base === undefined ? new URL('../', import.meta.url) : folderUrl(base)
  const load = async (path: string) => {
    try {
      return await readFile(new URL(path, folder))
    } catch (error) {
      throw unreadable(path, folder, error as NodeJS.ErrnoException)
    }
  }
  return loadResources(load, paths)
}

function unreadable(path: string, folder: URL, { code }: NodeJS.ErrnoException): Failure {
  const where = folder.protocol === 'file:' ? fileURLToPath(folder) : folder.href
  const hint =
    'options.base must name a folder with the whole models/ and codebook/; leave it out to use those of the package'
  return code === 'ENOENT'
    ? new Failure('file-missing', `${where} has no ${path}; ${hint}`)
    : new Failure('file-unreadable', `${path} in ${where} cannot be read (${code}); ${hint}`)
}

function folderUrl(base: string | URL): URL {
  const url = base instanceof URL || base.startsWith('file:') ? new URL(base) : pathToFileURL(base)
  return url.href.endsWith('/') ? url : new URL(`${url.href}/`)
}
