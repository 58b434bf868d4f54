import { createHash } from 'node:crypto'
import { Failure } from '../record/failure.ts'
import type { Note } from '../record/types.ts'
import { loneSurrogate, wellFormed } from '../record/well-formed.ts'
import { noteOf } from './encoding.ts'
import type { Extract } from './extract.ts'
import { checkLength } from './given.ts'
import { unreadable } from './source.ts'
import type { Taken, TakenReport } from './taken.ts'

/** What taking is allowed to cost; sizes in bytes, times in milliseconds. */
export interface Limits {
  /** largest file, answer or unpacked file that is held in memory: a page, a feed, a text */
  input: number
  /** how many times its own size an input may unpack to, once that is more than `input` */
  unpacked: number
  /** longest time that one page or feed may be worked on */
  extractTime: number
  /** most memory that the thread which works on pages may hold, in MiB */
  extractMemory: number
  /** longest time for one address, redirects included */
  fetchTime: number
  /** most redirects that are followed from one address */
  redirects: number
}

export const defaultLimits: Limits = {
  input: 16 * 1024 * 1024,
  unpacked: 200,
  extractTime: 20_000,
  extractMemory: 384,
  fetchTime: 30_000,
  redirects: 5,
}

/** How far taking has come, in bytes of the files that were named; what comes from elsewhere has no size. */
export interface Progress {
  done: number
  total: number
}

/** Why a page is passed over: another status than 200, no words, an article of very few, no report, a list of stories. */
export type Passing = 'status' | 'empty' | 'short' | 'no-report' | 'list'

export interface TakeOptions {
  /** is kept up to date with how many pages of archives were passed over, and why */
  passed?: Map<Passing, number>
  /** date of publication for reports that have none */
  published?: string
  /** moment of taking, ISO 8601 */
  now(): string
  /** leaves dates of publication that are yet to come: for who has no clock */
  anyDate?: boolean
  /** takes the pages that a feed's items link to, too */
  fetch?: boolean
  /** allows addresses on private networks */
  private?: boolean
  limits?: Partial<Limits>
  /** is kept up to date with how far taking has come */
  progress?: Progress
  signal?: AbortSignal
  /** what came on standard input, where it was read already */
  standardInput?: Uint8Array
  /** gives the bytes that reports were taken from with them */
  originals?: boolean
  /** the column that holds the texts of tables, where it is not to be guessed */
  textColumn?: string
  /** is told what was taken for what, where that was guessed */
  say?(remark: string): void
  /** works on pages and feeds, in place of the thread of its own that does */
  extract?: Extract
}

/** What every format's taking needs of the call. */
export interface Taking extends TakeOptions {
  limits: Limits
  extract: Extract
  /** titles of pages by their addresses, where an archive lists them */
  titles?: ReadonlyMap<string, string>
  /** which IP addresses may be connected to: those on the public internet where it is left out */
  isAllowed?(ip: string): boolean
}

/** One input: its bytes as they come, where from, and what was said of them. */
export interface Input {
  /** path or address */
  from: string
  /** the id of a report that is the whole input */
  id: string
  stream: AsyncIterable<Uint8Array>
  member?: string
  /** Content-Type, of what came by HTTP */
  contentType?: string
  url?: string
  /** where it lies, of a file: archives are read from there, and not through memory */
  path?: string
  /** what it is called in the archive that it is of */
  name?: string
  /** part of a folder: what is no report is passed over, not refused */
  passOver?: boolean
}

/** An input whose bytes are in memory. */
export interface Held extends Omit<Input, 'stream'> {
  bytes: Uint8Array
}

/** What a report's own content says of it. */
export type ToldReport = Pick<TakenReport, 'id' | 'text' | 'published' | 'title' | 'outlet' | 'url' | 'byline'>

/**
 * A taken report: what was told, where from, when, the bytes' hash. Its language is told later.
 *
 * @throws Failure `file-empty` where it has no text, or `input-too-large`
 */
export function takenFrom(
  told: ToldReport,
  { from, member, bytes }: Held,
  taking: Taking,
  notes: Note[] = [],
): TakenReport {
  const known = Object.fromEntries(
    Object.entries(told)
      .filter(([field, value]) => value !== undefined && (value !== '' || field === 'text' || field === 'id'))
      .map(([field, value]) => [field, wellFormed(value)]),
  ) as unknown as ToldReport
  if (known.text.trim() === '') throw new Failure('file-empty', 'there is no text in it; there is nothing to read')
  checkLength(known.text, 'the text')
  return {
    ...(taking.published && { published: taking.published }),
    ...known,
    language: 'und',
    from: wellFormed(from),
    ...(member !== undefined && { member: wellFormed(member) }),
    takenAt: taking.now(),
    bytes: sha256(bytes),
    ...(taking.originals && { original: bytes }),
    notes: [...halved(told.text), ...notes],
  }
}

/** A note where the text holds half a character: the reader gets it mended. */
function halved(text: string): Note[] {
  const at = loneSurrogate(text)
  return at < 0 ? [] : [{ ...noteOf('character-halved'), start: at, end: at + 1 }]
}

/** Says in an input's place why it could not be taken. */
export function refusal(error: unknown, { from, member }: Pick<Input, 'from' | 'member'>, { now }: TakeOptions): Taken {
  const failed = (error as NodeJS.ErrnoException).syscall ? unreadable(from, error as NodeJS.ErrnoException) : error
  const code = failed instanceof Failure ? failed.code : 'input-broken'
  const message = failed instanceof Error ? failed.message : String(failed)
  return { refused: { from, member, at: now(), code, message } }
}

/** The SHA-256 of bytes, or of a text as UTF-8, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What an input is called in messages: its address, or its name in its archive. */
export const nameOfInput = ({ name, url, from }: Pick<Input, 'name' | 'url' | 'from'>): string => name ?? url ?? from

/** The member that a part of an input is: of a file in an archive, with the file's name before it. */
export function memberOf({ member }: Pick<Input, 'member'>, part: string): string {
  return member === undefined ? part : `${member}, ${part}`
}

/** The bytes of a stream. @throws Failure where they are more than `most` */
export async function hold({ stream, ...input }: Input, most: number): Promise<Held> {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of stream) {
      size += piece.length
      if (size > most) throw tooLarge(nameOfInput(input), most)
      pieces.push(piece)
    }
  } catch (error) {
    // as gzip does: what is packed is whole
    if (!(error instanceof Failure && error.code === 'input-bytes-behind')) throw error
  }
  return { ...input, bytes: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces) }
}

export function tooLarge(from: string, most: number): Failure {
  return new Failure(
    'input-too-large',
    `${from} is larger than ${Math.round(most / 1024 / 1024)} MiB; cut it into parts`,
  )
}
