import { type FileHandle, open } from 'node:fs/promises'
import type { Entry, FileEntry, Reader, ZipReader } from '@zip.js/zip.js'
import { Failure } from '../record/failure.ts'
import { isKnownEnding, partsOfPages, reportId } from './file-name.ts'
import { type Held, hold, type Input, type Limits, memberOf, nameOfInput } from './taking.ts'

/** What a ZIP archive is: by what lies in it. */
export type ZipKind = 'docx' | 'xlsx' | 'wacz' | 'files'

export interface OpenedZip {
  kind: ZipKind
  /** the archive itself in memory, of a document or workbook */
  held(): Promise<Held>
  /** the files in it that may hold reports, in the order of their names; of a web archive its WARCs alone */
  members(): Iterable<Input>
  /** titles of a web archive's pages, by their addresses */
  titles(): Promise<ReadonlyMap<string, string>>
  close(): Promise<void>
}

/** Most files of one archive. */
const MOST_ENTRIES = 100_000
/** Most that a document or workbook may unpack to: its parser holds it all. */
const MOST_UNPACKED = 256 * 1024 * 1024
/** Most of the list of a web archive's pages that is read. */
const MOST_PAGES = 64 * 1024 * 1024

/** The pages of a web archive. */
const WARC = /^archive\/[^/]+\.warc(\.gz)?$/

/** Kinds that are told by a file in them; of those without a kind nothing is taken. */
const SIGNS: readonly [RegExp, ZipKind | { name: string; way: string }][] = [
  [/^word\/document\d*\.xml$/, 'docx'],
  [/^xl\/workbook\.xml$/, 'xlsx'],
  [/^xl\/workbook\.bin$/, { name: 'a binary workbook (.xlsb)', way: 'save it as .xlsx' }],
  [/^ppt\/presentation\.xml$/, { name: 'a presentation', way: 'save its text as .docx or .txt' }],
  [WARC, 'wacz'],
  [/^META-INF\/manifest\.xml$/, { name: 'an OpenDocument file or a package', way: 'save it as .docx or .xlsx' }],
  [/^META-INF\/container\.xml$/, { name: 'an e-book', way: 'save its text' }],
]

/**
 * Opens a ZIP archive: where it lies, or in memory where it comes as a stream.
 *
 * @throws Failure `input-damaged`, `input-locked`, `input-unpacks`, `input-too-large`, `format-unknown`, `archive-in-archive`
 */
export async function openZip(input: Input, limits: Limits): Promise<OpenedZip> {
  const from = nameOfInput(input)
  const zip = await import('@zip.js/zip.js')
  zip.configure({ useWebWorkers: false })
  const { path } = input
  const file = path === undefined ? undefined : await open(path)
  let held: Held | undefined
  let reader: ZipReader<unknown> | undefined
  const close = async () => {
    await reader?.close().catch(() => {})
    await file?.close()
    await input.stream[Symbol.asyncIterator]().return?.()
  }
  try {
    if (!file) held = await hold(input, limits.input)
    const source = file ? await fileReader(zip, file) : new zip.Uint8ArrayReader((held as Held).bytes)
    reader = new zip.ZipReader(source as never)
    const entries = await entriesOf(reader, from)
    const kind = kindOf(entries, from)
    if (input.member !== undefined && (kind === 'files' || kind === 'wacz'))
      throw new Failure(
        'archive-in-archive',
        `${from} is an archive in an archive; unpack the outer one, and add the inner one`,
      )
    if (entries.some(({ encrypted }) => encrypted))
      throw new Failure('input-locked', `${from} is protected by a password; unlock it first`)
    return {
      kind,
      async held() {
        await checkUnpacked(entries, from)
        return held ?? hold(input, limits.input)
      },
      members: () => membersOf(entries, kind, input, limits),
      titles: () => titlesOf(entries, kind),
      close,
    }
  } catch (error) {
    await close()
    throw error instanceof Failure ? error : damaged(from, error)
  }
}

const damaged = (from: string, error: unknown) =>
  new Failure(
    'input-damaged',
    `${from} is cut off or damaged: its list of files cannot be read (${(error as Error).message})`,
  )

/** Reads a file where it lies, so that memory stays flat. */
async function fileReader({ Reader }: typeof import('@zip.js/zip.js'), file: FileHandle): Promise<Reader<FileHandle>> {
  const { size } = await file.stat()
  return new (class extends Reader<FileHandle> {
    override size = size
    override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - index)))
      for (let at = 0; at < bytes.length; ) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, index + at)
        if (bytesRead === 0) return bytes.subarray(0, at)
        at += bytesRead
      }
      return bytes
    }
  })(file)
}

async function entriesOf(reader: ZipReader<unknown>, from: string): Promise<FileEntry[]> {
  const entries: FileEntry[] = []
  let count = 0
  for await (const entry of reader.getEntriesGenerator() as AsyncIterable<Entry>) {
    if (++count > MOST_ENTRIES)
      throw new Failure('input-too-large', `${from} holds more than ${MOST_ENTRIES} files; cut it into parts`)
    if (!entry.directory) entries.push(entry)
  }
  return entries.sort((a, b) => (a.filename < b.filename ? -1 : 1))
}

function kindOf(entries: readonly FileEntry[], from: string): ZipKind {
  for (const [sign, kind] of SIGNS) {
    if (!entries.some(({ filename }) => sign.test(filename))) continue
    if (typeof kind === 'string') return kind
    throw new Failure('format-unknown', `${from} is ${kind.name}; ${kind.way}, and add that`)
  }
  return 'files'
}

/** Unpacks everything once and holds nothing: what the archive says of its sizes may be false. */
async function checkUnpacked(entries: readonly FileEntry[], from: string): Promise<void> {
  let size = 0
  const most = () =>
    new Failure(
      'input-unpacks',
      `${from} unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MiB; of a workbook, save the sheet as CSV`,
    )
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_UNPACKED) throw most()
  for (const entry of entries)
    for await (const piece of unpacked(entry)) {
      size += piece.length
      if (size > MOST_UNPACKED) throw most()
    }
}

/** What a file of the archive holds, as it comes. */
async function* unpacked(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const reader = readable.getReader()
  // what fails before anything was written leaves the stream open
  const written = entry.getData(writable as never)
  const failed = written.then(() => new Promise<never>(() => {}))
  failed.catch(() => {})
  try {
    for (;;) {
      const { value, done } = await Promise.race([reader.read(), failed])
      if (done) break
      yield value
    }
    await written
  } catch (error) {
    throw new Failure(
      'input-damaged',
      `${entry.filename} in the archive is damaged, or packed in a way that cannot be unpacked here (${(error as Error).message})`,
    )
  } finally {
    await reader.cancel().catch(() => {})
    await written.catch(() => {})
  }
}

function* membersOf(entries: readonly FileEntry[], kind: ZipKind, input: Input, limits: Limits): Generator<Input> {
  const names = entries.map(({ filename }) => filename)
  const isPart = partsOfPages(names)
  const parts = (name: string) =>
    name
      .split('/')
      .slice(0, -1)
      .some((_, n, folders) => isPart(folders.slice(0, n + 1).join('/')))
  for (const entry of entries) {
    const { filename } = entry
    if (kind === 'wacz' ? !WARC.test(filename) : isHidden(filename) || parts(filename)) continue
    yield {
      from: input.from,
      member: kind === 'wacz' ? undefined : memberOf(input, filename),
      id: `${input.id}/${reportId(filename)}`,
      name: filename,
      stream: bounded(entry, limits),
      passOver: kind === 'files' && !isKnownEnding(filename),
    }
  }
}

const isHidden = (name: string) => name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')

/** A file of an archive that stops where a small one unpacks to too much. */
async function* bounded(entry: FileEntry, limits: Limits): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of unpacked(entry)) {
    size += piece.length
    if (size > limits.input && size > entry.compressedSize * limits.unpacked)
      throw new Failure(
        'input-unpacks',
        `${entry.filename} unpacks to more than ${limits.unpacked} times its size; it is not taken`,
      )
    yield piece
  }
}

/** The titles that a web archive's lists of pages (pages/*.jsonl) give; lines that are no pages are passed over. */
async function titlesOf(entries: readonly FileEntry[], kind: ZipKind): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  if (kind !== 'wacz') return titles
  for (const entry of entries.filter(({ filename }) => /^pages\/[^/]+\.jsonl$/.test(filename))) {
    const pieces: Uint8Array[] = []
    let size = 0
    try {
      for await (const piece of unpacked(entry)) {
        size += piece.length
        if (size > MOST_PAGES) break
        pieces.push(piece)
      }
    } catch {}
    for (const line of Buffer.concat(pieces).toString('utf8').split('\n')) {
      const { url, title } = pageIn(line)
      // a page without a title is listed under its address
      if (typeof url === 'string' && typeof title === 'string' && title !== '' && title !== url) titles.set(url, title)
    }
  }
  return titles
}

function pageIn(line: string): { url?: unknown; title?: unknown } {
  try {
    return JSON.parse(line) ?? {}
  } catch {
    return {}
  }
}
