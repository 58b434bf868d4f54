import { createReadStream, type Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Failure } from '../record/failure.ts'
import type { Note } from '../record/types.ts'
import { dateIn } from './about.ts'
import { expected, openExtract } from './extract.ts'
import type { FeedItem } from './feed.ts'
import { isAddress, openAddress } from './fetch.ts'
import { isKnownEnding, partsOfPages, reportId } from './file-name.ts'
import { formatName, formatOf, HEAD_BYTES, type IntakeFormat, waysOut } from './format.ts'
import { openTellLanguage, type TellLanguage } from './language-of.ts'
import { eachLine, wholeLines } from './lines.ts'
import { isFailure, isRecord, reportOf } from './object.ts'
import { type ArticlePage, isLongEnough } from './page.ts'
import { withoutFuture } from './past-date.ts'
import { sourceName } from './source.ts'
import { takeCsv, takeWorkbook } from './table/take-table.ts'
import type { Taken, TakenReport } from './taken.ts'
import {
  defaultLimits,
  type Held,
  hold,
  type Input,
  memberOf,
  nameOfInput,
  type Passing,
  refusal,
  type TakeOptions,
  type Taking,
  takenFrom,
  tooLarge,
} from './taking.ts'
import { decodeReport } from './text.ts'
import { isGzip, peek, unpack } from './unpack.ts'
import { warcPages } from './warc.ts'
import type { OpenedZip } from './zip.ts'

export type { Limits, Passing, Progress, TakeOptions } from './taking.ts'

/**
 * Takes reports from files, folders (sorted, with what lies in them), http and https addresses, and standard input ('-'): plain text,
 * HTML, RSS, Atom, JSON Feed, OPML, WARC, WACZ, ZIP, e-mail, MHTML, PDF, Word, Excel, CSV, JSON Lines (of reports, and of records that were read elsewhere) and ninjs, packed by gzip or not, told apart by their content. What cannot be
 * taken is given as a refusal in its place, and the next input goes on.
 *
 * @example for await (const taken of takeReports(['reports/'], { now: () => new Date().toISOString() })) console.log(taken)
 */
export async function* takeReports(sources: readonly string[], options: TakeOptions): AsyncGenerator<Taken> {
  const limits = { ...defaultLimits, ...options.limits }
  const own = options.extract ? undefined : openExtract(limits)
  const taking: Taking = { ...options, limits, extract: options.extract ?? own!.extract }
  try {
    if (options.progress) options.progress.total = await sizeOf(sources)
    const tell = await openTellLanguage()
    for (const source of sources)
      for await (const taken of takeSource(source, taking)) {
        yield await told(taken, tell, taking)
        if (options.signal?.aborted) return
      }
  } finally {
    await own?.close()
  }
}

/**
 * Takes reports and records from lines of JSON that come from elsewhere than a file: one for each line, a refusal too; empty lines give none.
 *
 * @param from what the lines come from, in messages and in the desk
 */
export async function* takeJsonLines(
  stream: AsyncIterable<Uint8Array>,
  from: string,
  options: Omit<TakeOptions, 'extract'>,
): AsyncGenerator<Taken> {
  const extract = () => Promise.reject(new Error('lines of JSON hold no pages'))
  const taking: Taking = { ...options, limits: { ...defaultLimits, ...options.limits }, extract }
  const tell = await openTellLanguage()
  for await (const taken of takeLines({ from, id: from, stream }, taking)) yield await told(taken, tell, taking)
}

function standardInput({ standardInput: bytes }: Taking): AsyncIterable<Uint8Array> {
  return bytes ? Readable.from([bytes], { objectMode: true }) : process.stdin
}

/** A taken report with its language; nothing that goes wrong with one report ends the others. */
async function told(taken: Taken, tell: TellLanguage, taking: Taking): Promise<Taken> {
  if ('refused' in taken) return taken
  try {
    const { language, notes } = await tell(taken.text)
    return { ...taken, language, notes: [...taken.notes, ...notes] }
  } catch (error) {
    return refusal(error, taken, taking)
  }
}

async function* takeSource(source: string, taking: Taking): AsyncGenerator<Taken> {
  try {
    if (isAddress(source)) yield* takeAddress(source, taking)
    else if (source === '-')
      yield* takeInput({ from: sourceName(source), id: 'stdin', stream: standardInput(taking) }, taking)
    else if ((await stat(source)).isDirectory()) yield* takeFolder(source, source, taking)
    else yield* takeFile(source, reportId(path.basename(source)), taking)
  } catch (error) {
    yield refusal(error, { from: source }, taking)
  }
}

/** Files by their names, folders within folders; hidden ones are passed over. */
async function* takeFolder(folder: string, root: string, taking: Taking): AsyncGenerator<Taken> {
  const entries = (await entriesOf(folder)).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    try {
      if (entry.isDirectory()) yield* takeFolder(file, root, taking)
      else if (entry.isSymbolicLink() && !(await leadsWithin(file, root)))
        throw new Failure(
          'link-outside',
          `${file} is a link that leads out of ${root}; add what it leads to by its own name`,
        )
      else if ((await stat(file)).isFile())
        yield* takeFile(file, reportId(path.relative(root, file)), taking, !isKnownEnding(entry.name))
    } catch (error) {
      yield refusal(error, { from: file }, taking)
    }
  }
}

/** What lies in a folder, without what is hidden and the parts of saved pages. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const isPart = partsOfPages(entries.map(({ name }) => name))
  return entries.filter((entry) => !entry.name.startsWith('.') && !(entry.isDirectory() && isPart(entry.name)))
}

/** Whether a link leads to what lies in the folder; links to folders are passed over either way. */
async function leadsWithin(link: string, root: string): Promise<boolean> {
  const target = await realpath(link)
  return target.startsWith((await realpath(root)) + path.sep) || (await stat(target)).isDirectory()
}

async function* takeFile(file: string, id: string, taking: Taking, passOver = false): AsyncGenerator<Taken> {
  const { progress } = taking
  const before = progress?.done ?? 0
  async function* counted() {
    for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      if (progress) progress.done += piece.length
      yield piece as Uint8Array
    }
  }
  yield* takeInput({ from: file, id, stream: counted(), path: file, passOver }, taking)
  // What was passed over counts as done, too.
  if (progress) progress.done = before + (await stat(file)).size
}

async function* takeAddress(address: string, taking: Taking): AsyncGenerator<Taken> {
  yield* takeInput(await openAddress(address, taking), taking)
}

/** Takes what an input holds, by its format. An error ends the input, after what was taken before. */
async function* takeInput(input: Input, taking: Taking): AsyncGenerator<Taken> {
  try {
    const peeked = await unpacked(input, taking)
    // what is packed cannot be read where it lies
    const path = peeked.isPacked ? undefined : input.path
    yield* takeFormat(peeked.head, { ...input, path, stream: peeked.stream }, taking)
  } catch (error) {
    yield refusal(error, input, taking)
  }
}

async function unpacked(input: Input, { limits }: Taking) {
  const peeked = await peek(input.stream, HEAD_BYTES)
  if (!isGzip(peeked.head)) return { ...peeked, isPacked: false }
  return { ...(await peek(unpack({ ...input, stream: peeked.stream }, limits), HEAD_BYTES)), isPacked: true }
}

async function* takeFormat(head: Uint8Array, input: Input, taking: Taking): AsyncGenerator<Taken> {
  const format = formatOf(head, (input.name ?? input.from).replace(/\.gz$/i, ''), input.contentType)
  const most = taking.limits.input
  if (input.passOver && PASSED_OVER.has(format)) return close(input)
  if (format === 'warc') yield* takeArchive(input, taking)
  else if (format === 'lines') yield* takeLines(input, taking)
  else if (format === 'json') yield* takeJson(await hold(input, most), taking)
  else if (format === 'html') yield* takePage(await hold(input, most), taking)
  else if (format === 'feed') yield* takeFeed(await hold(input, most), taking)
  else if (format === 'opml') yield* takeOpml(await hold(input, most), taking)
  else if (format === 'text') yield* takeText(await hold(input, most), taking)
  else if (format === 'csv') yield* takeCsv(input, head, taking)
  else if (format === 'pdf' || format === 'mail') yield* takeDocument(format, await hold(input, most), taking)
  else if (format === 'zip') yield* takeZip(input, taking)
  else if (waysOut[format])
    throw new Failure('format-unknown', `${nameOfInput(input)} is ${formatName(format)}; ${waysOut[format]}`)
  else throw new Failure('format-unknown', `${input.from} is in no format that reports are taken from`)
}

/** What a folder's file that no ending tells for a report is passed over as. */
const PASSED_OVER: ReadonlySet<IntakeFormat> = new Set([
  'text',
  'json',
  'csv',
  'zip',
  'mail',
  'mailbox',
  'old-office',
  'rtf',
  'unknown',
])

/** A document that is taken apart away from the main thread. */
async function* takeDocument(kind: 'pdf' | 'mail' | 'docx', held: Held, taking: Taking): AsyncGenerator<Taken> {
  const { bytes, url } = held
  const page = expected(await taking.extract({ kind, bytes, from: nameOfInput(held), url }), 'page')
  yield pageReport(held, page, taking)
}

/** What a ZIP archive holds: a document, a workbook, a web archive, or files as a folder has them. */
async function* takeZip(input: Input, taking: Taking): AsyncGenerator<Taken> {
  const { openZip } = await import('./zip.ts')
  const zip = await openZip(input, taking.limits)
  try {
    if (zip.kind === 'docx') yield* takeDocument('docx', await zip.held(), taking)
    else if (zip.kind === 'xlsx') yield* takeWorkbook(await zip.held(), taking)
    else yield* takeMembers(zip, taking)
  } finally {
    await zip.close()
  }
}

/** The files of an archive, one after the other; one that cannot be taken does not end the others. */
async function* takeMembers(zip: OpenedZip, taking: Taking): AsyncGenerator<Taken> {
  const titles = await zip.titles()
  for (const member of zip.members()) {
    try {
      yield* takeInput(member, { ...taking, titles })
    } catch (error) {
      yield refusal(error, member, taking)
    }
  }
}

/** Lets an input's stream go without reading it. */
async function close({ stream }: Input): Promise<void> {
  await stream[Symbol.asyncIterator]().return?.()
}

function* takeText(held: Held, taking: Taking): Generator<Taken> {
  const text = decodeReport(held.bytes, held.from)
  yield takenFrom({ id: held.id, text, url: held.url }, held, taking)
}

async function* takePage(held: Held, taking: Taking): AsyncGenerator<Taken> {
  const page = await extractPage(held, taking)
  if (page.isList)
    throw new Failure('page-is-list', `${held.from} lists several stories; add the pages that it links to, one by one`)
  yield pageReport(held, page, taking)
}

async function extractPage({ bytes, from, url, contentType }: Held, { extract }: Taking): Promise<ArticlePage> {
  return expected(await extract({ kind: 'page', bytes, from, url, contentType }), 'page')
}

function pageReport(
  held: Held,
  { text, title, outlet, byline, published, url, notes }: ArticlePage,
  taking: Taking,
): Taken {
  return withoutFuture({ id: held.id, text, title, outlet, byline, published, url }, held, taking, notes)
}

/** Only pages that are reports, and texts of pages; an archive's other pages are passed over and counted. */
async function* takeArchive(input: Input, taking: Taking): AsyncGenerator<Taken> {
  const pass = (why: Passing) => taking.passed?.set(why, (taking.passed.get(why) ?? 0) + 1)
  for await (const found of warcPages(input, taking)) {
    if ('passed' in found) {
      pass(found.passed)
      continue
    }
    const { isTooLarge, isText, failure, notes, ...held } = found
    try {
      if (failure) throw failure
      if (isTooLarge) throw tooLarge(held.url ?? held.from, taking.limits.input)
      if (isText) {
        const text = decodeReport(held.bytes, held.url ?? held.from)
        if (isLongEnough(text))
          yield withoutFuture({ id: held.id, text, url: held.url, published: dateIn(held.url) }, held, taking, notes)
        else pass('no-report')
        continue
      }
      const page = await extractPage(held, taking)
      const title = page.title ?? taking.titles?.get(held.url ?? '')
      if (page.newsLike) yield pageReport(held, { ...page, title, notes: joined(notes, page.notes) }, taking)
      else pass(page.isList ? 'list' : page.article ? 'short' : 'no-report')
    } catch (error) {
      if (error instanceof Failure && error.code === 'page-no-article') pass('empty')
      else yield refusal(error, held, taking)
    }
  }
}

const joined = (notes: readonly Note[], more: readonly Note[]) => [
  ...notes,
  ...more.filter(({ code }) => !notes.some((note) => note.code === code)),
]

async function* takeFeed(held: Held, taking: Taking): AsyncGenerator<Taken> {
  const { bytes, from, url, contentType } = held
  const feed = expected(await taking.extract({ kind: 'feed', bytes, from, url, contentType }), 'feed')
  for (const item of feed.items) {
    if (taking.fetch && item.url) yield* takeLinked(item, item.url, held, taking)
    else yield itemReport(item, held, taking, feed.notes)
  }
  if (feed.left > 0) {
    const failure = new Failure(
      'feed-too-long',
      `${from} holds ${feed.left} more items than are taken out of one feed; cut it into parts`,
    )
    yield refusal(failure, held, taking)
  }
}

/** A feed's item as its own text has it, or why it is not taken; the next goes on. */
function itemReport(item: FeedItem, feed: Held, taking: Taking, notes: Note[] = []): Taken {
  const held = { ...feed, member: item.member }
  try {
    if (item.text === '' && item.url)
      throw new Failure('file-empty', `the feed gives no text of it; --fetch takes the page that it links to`)
    return withoutFuture(toldOf(item), held, taking, notes)
  } catch (error) {
    return refusal(error, held, taking)
  }
}

const toldOf = ({ member: _, ...told }: FeedItem) => told

/** The page that an item links to; what the page does not say is known from the feed. */
async function* takeLinked(item: FeedItem, url: string, feed: Held, taking: Taking): AsyncGenerator<Taken> {
  const at = { from: url, member: item.member }
  try {
    const input = await openAddress(url, taking)
    const held = { ...(await hold(input, taking.limits.input)), ...at }
    const page = await extractPage(held, taking)
    const { title, outlet, byline, published } = toldOf(item)
    const known = Object.fromEntries(
      Object.entries(page).filter(([, value]) => value !== undefined),
    ) as unknown as ArticlePage
    yield pageReport({ ...held, id: item.id }, { ...{ title, outlet, byline, published }, ...known }, taking)
  } catch (error) {
    yield refusal(error, at, taking)
    if (item.text !== '') yield itemReport(item, feed, taking)
  }
}

/** The feeds that an OPML file lists. */
async function* takeOpml({ bytes, from }: Held, taking: Taking): AsyncGenerator<Taken> {
  const addresses = expected(await taking.extract({ kind: 'opml', bytes, from }), 'addresses')
  for (const address of addresses) {
    try {
      yield* takeListed(await openAddress(address, taking), taking)
    } catch (error) {
      yield refusal(error, { from: address }, taking)
    }
  }
}

/** A feed that a list names. A list within a list is refused: one that names itself would never end. */
async function* takeListed(input: Input, taking: Taking): AsyncGenerator<Taken> {
  const { head, stream } = await unpacked(input, taking)
  const listed = { ...input, stream }
  if (formatOf(head, input.from, input.contentType) === 'opml') {
    await close(listed)
    throw new Failure('list-in-list', `${input.from} is a list of feeds that another list names; add it by itself`)
  }
  yield* takeFormat(head, listed, taking)
}

async function* takeLines(input: Input, taking: Taking): AsyncGenerator<Taken> {
  for await (const { bytes, first, tooLong } of wholeLines(input.stream, taking.limits.input)) {
    let number = first
    if (tooLong) {
      const failure = new Failure('line-too-long', `the line is longer than ${taking.limits.input / 1024 / 1024} MiB`)
      yield refusal(failure, { ...input, member: memberOf(input, String(number)) }, taking)
      continue
    }
    for (const line of eachLine(bytes))
      yield* takeLine(line, { ...input, member: memberOf(input, String(number++)) }, taking)
  }
}

async function* takeLine(bytes: Uint8Array, input: Input, taking: Taking): AsyncGenerator<Taken> {
  try {
    const text = decodeLine(bytes)
    if (text.trim() !== '') yield await takeObject(parsed(text), { ...input, bytes }, taking)
  } catch (error) {
    yield refusal(error, input, taking)
  }
}

/** A report as JSON gives it, or a record that was read elsewhere, which is not read again. */
async function takeObject(value: unknown, held: Held, taking: Taking, id?: string): Promise<TakenReport> {
  if (!isRecord(value) && !isFailure(value)) return takenFrom(await reportOf(value, id), held, taking)
  const { failureInPlace, givenRecord } = await import('./given-record.ts')
  if (isFailure(value)) throw failureInPlace(value)
  const { record, notes } = givenRecord(value)
  const { text, published, title, outlet, url, byline } = record.report
  const told = { id: record.report.id, text, published, title, outlet, url, byline }
  // a date for reports that give none is none of what was read without it
  return { ...takenFrom(told, held, { ...taking, published: undefined, originals: false }, notes), record }
}

function decodeLine(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Failure('not-utf8', 'the line is not UTF-8')
  }
}

/** A file that is one object, or a list of them. */
async function* takeJson(held: Held, taking: Taking): AsyncGenerator<Taken> {
  const value = parsed(decodeReport(held.bytes, held.from))
  if (!Array.isArray(value)) {
    yield await takeObject(value, held, taking, held.id)
    return
  }
  for (const [n, thing] of value.entries()) {
    const member = { ...held, member: memberOf(held, String(n + 1)) }
    try {
      yield await takeObject(thing, member, taking)
    } catch (error) {
      yield refusal(error, member, taking)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Failure('line-not-json', `this is not JSON (${(error as Error).message})`)
  }
}

/** Bytes of all files that were named, and of those in folders. */
async function sizeOf(sources: readonly string[]): Promise<number> {
  let size = 0
  for (const source of sources) {
    if (source === '-' || isAddress(source)) continue
    const found = await stat(source).catch(() => undefined)
    size += found?.isDirectory() ? await sizeOfFolder(source) : (found?.size ?? 0)
  }
  return size
}

/** What lies in a folder; links are passed over, as taking does, and what cannot be read counts nothing. */
async function sizeOfFolder(folder: string): Promise<number> {
  let size = 0
  for (const entry of await entriesOf(folder).catch(() => [])) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) size += await sizeOfFolder(file)
    else if (entry.isFile()) size += (await stat(file).catch(() => undefined))?.size ?? 0
  }
  return size
}
