import { unlinkSync } from 'node:fs'
import { type FileHandle, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Failure } from '../record/failure.ts'
import type { ExportedFile } from './format.ts'

/** How many UTF-16 code units of text are gathered for one write. */
const BATCH = 262_144

/**
 * Pieces of a file in larger ones, as bytes: writing many small pieces takes longer than making them.
 *
 * @example for (const bytes of batched(exportDesk(desk, wanted))) await writeOut(bytes)
 */
export function* batched(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    if (text !== '' && (typeof piece !== 'string' || text.length >= BATCH)) {
      yield encoder.encode(text)
      text = ''
    }
    if (typeof piece !== 'string' && piece.length > 0) yield piece
  }
  if (text !== '') yield encoder.encode(text)
}

/**
 * Writes pieces to a file: beside its place first, and moved there when all is written, so that a file of that name is a whole one. What is no plain file, such
 * as a pipe or a device, is written to as it is.
 *
 * @throws Failure `output-failed` where it cannot be written, `file-is-folder` where the path is a folder's
 */
export async function writeFileWhole(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  if (there?.isDirectory()) throw new Failure('file-is-folder', `${path} is a folder; name a file`)
  if (there && !there.isFile()) return writing(path, () => writeAll(path, 'w', pieces))
  const place = there ? await realpath(path) : path
  const part = `${place}.${process.pid}.part`
  const stop = () => {
    unlinkSync(part)
    process.exit(130)
  }
  process.once('SIGINT', stop)
  try {
    await writing(path, async () => {
      await writeAll(part, 'wx', pieces)
      await rename(part, place)
    })
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    process.off('SIGINT', stop)
  }
}

/**
 * Writes files into a folder, which is made where it is not there.
 *
 * @returns how many there were
 * @throws Failure `output-failed` where one cannot be written
 */
export async function saveFolder(folder: string, files: Iterable<ExportedFile>): Promise<number> {
  await writing(folder, () => mkdir(folder, { recursive: true }))
  let count = 0
  for (const { name, text } of files) {
    const path = join(folder, name)
    await writing(path, () => writeFile(path, text))
    count++
  }
  return count
}

/** Where the codebook of a table stands: beside it. */
export function codebookPath(path: string): string {
  return join(dirname(path), `${basename(path, extname(path))}.codebook.csv`)
}

/** Whether a plain file stands there: no pipe, no device. */
export async function isPlainFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}

/** Whether two paths are of one file, through links too. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const real = (path: string) => realpath(path).catch(() => resolve(path))
  return (await real(one)) === (await real(other))
}

async function writeAll(path: string, flags: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const file = await open(path, flags)
  try {
    for (const bytes of batched(pieces)) await writeWhole(file, bytes)
  } finally {
    await file.close()
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

/** What the system says of a path, as a failure; what went wrong in making the pieces stays as it is. */
async function writing<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (syscall === undefined) throw error
    throw new Failure(
      'output-failed',
      `${path} cannot be written (${code}); check the path, its permissions and the space on the disk`,
    )
  }
}
