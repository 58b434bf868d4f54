import type { Span } from '../record/types.ts'
import { type ReadDate, readDate } from './date.ts'
import type { Header } from './index.ts'

const ADDRESS = /^(?:https?:\/\/|www\.)[^\s/]+\.[^\s/.]{2,}(?:\/\S*)?$/i
const NAME = "\\p{Lu}[\\p{L}\\p{M}’'.-]*"
const PARTICLE = '(?:al|bin|da|de|del|den|der|di|dos|el|ibn|la|le|ter|van|von)'
const PERSON = `${NAME}(?: (?:${PARTICLE} )*${NAME}){1,3}`
const BYLINE = new RegExp(
  `^(?:By|BY) (${PERSON}(?:(?:, and|,| and| AND| &) ${PERSON}){0,4}(?:(?:,| \\|| of| for| in|/)[ ]?[\\p{Lu}][\\p{L}\\p{M} .&’'-]{1,60})?)$`,
  'u',
)
/** What parts a byline from the date on its line. */
const BAR = /\s*[|•·]\s*/
const CLOCK = /^,?(?: at)? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?$/i

const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}.’'-]+(?: [\p{Lu}][\p{Lu}\p{M}.’'-]*){1,3}$/u

const LONGEST_TITLE = 160

/**
 * Reads a line without a key word into `header`: an address, a byline, a date by itself, or the title beside one of these.
 *
 * @returns where the header's part of the line ends, or undefined where it is no header
 */
export function readBareLine(text: string, { start, end }: Span, header: Header): number | undefined {
  const line = text.slice(start, end).trimEnd()
  if (line === '') return undefined
  return readAddress(line, header) ||
    readByline(line, start, header) ||
    readDay(line, start, header) ||
    readTitle(text, { start, end }, header)
    ? end
    : undefined
}

function readAddress(line: string, header: Header): boolean {
  if (header.url !== undefined || !ADDRESS.test(line)) return false
  header.url = line
  const host = line
    .replace(/^https?:\/\//i, '')
    .split(/[/:?#]/, 1)[0]
    .toLowerCase()
  header.outlet ??= host.replace(/^www\./, '')
  return true
}

function readByline(line: string, start: number, header: Header): boolean {
  if (header.byline !== undefined) return false
  const [words, ...rest] = line.replace(/[.:]$/, '').split(BAR)
  const byline = BYLINE.exec(words)
  if (!byline) return false
  if (rest.length > 0 && (rest.length > 1 || !readDay(rest[0], start + line.lastIndexOf(rest[0]), header))) return false
  header.byline = byline[1]
  return true
}

/** A date that takes up its line, with the time of day after it. */
function readDay(line: string, start: number, header: Header): boolean {
  const date = header.published === undefined ? wholeDate(line) : undefined
  if (!date) return false
  header.published = date.value
  header.dated = { start, end: start + date.length }
  return true
}

function wholeDate(line: string): ReadDate | undefined {
  const date = readDate(line)
  if (!date) return undefined
  const rest = line.slice(date.length).trim()
  return rest === '' || CLOCK.test(` ${rest}`) ? date : undefined
}

/** A line without a full stop is the title where an address stands before it and an empty line after it, or a byline or a date follows. */
function readTitle(text: string, { start, end }: Span, header: Header): boolean {
  const line = text.slice(start, end).trim()
  if (header.title !== undefined || line.length > LONGEST_TITLE) return false
  if (!/^[\p{Lu}\p{N}“"‘']/u.test(line) || !line.includes(' ') || /[.:;,][’”"']?$|[.] \p{Lu}/u.test(line)) return false
  const after = /^[^\S\n]*\n([^\S\n]*\n)?\s*([^\n]*)/.exec(text.slice(end, end + 400))
  if (!after || after[2] === '') return false
  const next = after[2].trim()
  const beside = BYLINE.test(next.split(BAR, 1)[0]) || wholeDate(next) !== undefined
  if (!beside && !(header.url !== undefined && after[1] !== undefined)) return false
  // 'ILSE MAREK' below an address
  if (CAPITALS.test(line) && header.byline === undefined) header.byline = line
  else header.title = line
  return true
}
