import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFiles } from './codebook/tables.ts'
import { layOver, type Overlay } from './lay-over.ts'
import { openResources } from './open-resources.ts'
import { Failure } from './record/failure.ts'

/** Files of a folder that are no tables and say nothing of them. */
const BESIDE = /^(?:\.|README|LICEN[CS]E|NOTICE|CHANGELOG|tables\.txt$)|\.md$/i

/**
 * The tables of a folder that is to be laid over the codebook: its files by their names in it ('event/verbs.tsv'). What begins with a
 * point, remarks such as README.md, and the tables.txt that browsers want, are passed over.
 *
 * @throws Failure `file-missing`, `file-unreadable` or `not-utf8`
 */
export async function readOverlay(folder: string | URL): Promise<Overlay> {
  const at = pathOf(folder)
  const overlay: { [file: string]: string } = {}
  for (const file of await filesIn(at)) overlay[file] = await textOf(join(at, file))
  return overlay
}

/**
 * The tables of a folder, once they are seen to fit the package's codebook: for commands that hand them to threads.
 *
 * @throws Failure as `readOverlay`, and `codebook-unfit`
 */
export async function checkedOverlay(folder: string | undefined): Promise<Overlay | undefined> {
  if (folder === undefined) return undefined
  const overlay = await readOverlay(folder)
  const codebook = await openResources(
    undefined,
    readFiles.map((file) => `codebook/${file}`),
  )
  layOver(codebook, overlay, folder)
  return overlay
}

const pathOf = (folder: string | URL): string =>
  folder instanceof URL || folder.startsWith('file:') ? fileURLToPath(folder) : folder

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
      .filter((file) => !file.split('/').some((part) => BESIDE.test(part)))
      .sort()
  } catch (error) {
    throw noFolder(folder, error as NodeJS.ErrnoException)
  }
}

function noFolder(folder: string, { code }: NodeJS.ErrnoException): Failure {
  if (code === 'ENOENT')
    return new Failure(
      'file-missing',
      `there is no folder ${folder}; name one whose tables are to be laid over the codebook`,
    )
  return code === 'ENOTDIR'
    ? new Failure(
        'file-unreadable',
        `${folder} is not a folder; name the folder that holds the table, such as my-codebook for my-codebook/event/verbs.tsv`,
      )
    : new Failure('file-unreadable', `${folder} cannot be read (${code})`)
}

async function textOf(path: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new Failure('file-unreadable', `${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Failure('not-utf8', `${path} is not UTF-8; save it as UTF-8 text with tabs between the fields`)
  }
}
