import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Failure } from '../record/failure.ts'

/** Where a command takes its input from: a file's path, or '-' for standard input. */
export type Source = string

/** What to call a source in a message. */
export function sourceName(source: Source): string {
  return source === '-' ? 'standard input' : source
}

/** The id of a report that came from this source: the file's name without '.txt'. */
export function sourceId(source: Source): string {
  return source === '-' ? 'stdin' : basename(source).replace(/\.txt$/i, '')
}

/** The bytes of a source. @throws Failure where it is not there, is a folder or cannot be read */
export async function readBytes(source: Source): Promise<Uint8Array> {
  if (source === '-') return buffer(process.stdin)
  await checkSource(source)
  return readFile(source).catch((error) => {
    throw unreadable(source, error)
  })
}

/** Opens a source as a stream of bytes. Call `checkSource` before. */
export function openSource(source: Source): Readable {
  return source === '-' ? process.stdin : createReadStream(source)
}

/** @throws Failure where there is no such file, or it is a folder */
export async function checkSource(source: Source): Promise<void> {
  if (source === '-') return
  const found = await stat(source).catch((error) => {
    throw unreadable(source, error)
  })
  if (found.isDirectory()) throw new Failure('file-is-folder', `${source} is a folder; name a file in it`)
}

/** The failure that an error of the file system means. */
export function unreadable(source: Source, error: NodeJS.ErrnoException): Failure {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return new Failure('file-missing', `there is no file ${source}; see whether the name is right`)
  return new Failure('file-unreadable', `${sourceName(source)} cannot be read (${error.code ?? error.message})`)
}
