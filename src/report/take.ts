import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import type { Taken } from '../desk/add.ts'
import { checkReport } from '../read.ts'
import { Failure } from './failure.ts'
import { sourceId, sourceName, unreadable } from './source.ts'
import { decodeReport } from './text.ts'

export interface TakeOptions {
  /** date of publication for reports that have none */
  published?: string
  /** moment of taking, ISO 8601 */
  now(): string
}

/**
 * Takes reports from files, folders (sorted, with what lies in them) and standard input ('-'): plain text, one report a file, or JSON
 * Lines, one report a line. What cannot be taken is given as a refusal in its place, and the next input goes on.
 */
export async function* takeReports(sources: readonly string[], options: TakeOptions): AsyncGenerator<Taken> {
  for (const source of sources) yield* takeSource(source, options)
}

async function* takeSource(source: string, options: TakeOptions): AsyncGenerator<Taken> {
  try {
    if (source === '-') yield* takeBytes(await buffer(process.stdin), source, options)
    else if ((await stat(source)).isDirectory()) yield* takeFolder(source, options)
    else if (/\.(jsonl|ndjson)$/i.test(source)) yield* takeLines(source, options)
    else yield* takeBytes(await readFile(source), source, options)
  } catch (error) {
    yield refusal(
      source,
      undefined,
      (error as NodeJS.ErrnoException).syscall ? unreadable(source, error as NodeJS.ErrnoException) : error,
      options,
    )
  }
}

/** What a folder's files must end with to be taken. */
const KNOWN = /\.(txt|text|jsonl|ndjson)$/i

async function* takeFolder(folder: string, options: TakeOptions): AsyncGenerator<Taken> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries)
    if (!entry.name.startsWith('.') && (entry.isDirectory() || KNOWN.test(entry.name)))
      yield* takeSource(path.join(folder, entry.name), options)
}

async function* takeBytes(bytes: Uint8Array, source: string, options: TakeOptions): AsyncGenerator<Taken> {
  if (source === '-' && bytes[0] === 0x7b) {
    let number = 0
    for (const line of new TextDecoder().decode(bytes).split('\n'))
      if (++number && line.trim()) yield takeLine(line, number, source, options)
    return
  }
  const text = decodeReport(bytes, sourceName(source))
  yield {
    id: sourceId(source),
    text,
    ...(options.published && { published: options.published }),
    language: 'und',
    from: source,
    takenAt: options.now(),
    bytes: sha256(bytes),
    notes: [],
  }
}

async function* takeLines(file: string, options: TakeOptions): AsyncGenerator<Taken> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() !== '') yield takeLine(line, number, file, options)
  }
}

function takeLine(line: string, number: number, file: string, options: TakeOptions): Taken {
  try {
    const value = parse(line)
    const known = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
    const { id, text, published, title, outlet, url, byline } = check(
      options.published ? { published: options.published, ...known } : known,
    )
    return {
      id,
      text,
      published,
      title,
      outlet,
      url,
      byline,
      language: 'und',
      from: file,
      member: String(number),
      takenAt: options.now(),
      bytes: sha256(Buffer.from(line)),
      notes: [],
    }
  } catch (error) {
    return refusal(file, String(number), error, options)
  }
}

function parse(line: string): object {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Failure('line-not-json', `the line is not JSON (${(error as Error).message})`)
  }
}

function check(value: unknown) {
  try {
    return checkReport(value)
  } catch (error) {
    throw new Failure('line-not-report', (error as Error).message)
  }
}

function refusal(from: string, member: string | undefined, error: unknown, { now }: TakeOptions): Taken {
  const code = error instanceof Failure ? error.code : 'reader-failed'
  return { refused: { from, member, at: now(), code, message: error instanceof Error ? error.message : String(error) } }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
