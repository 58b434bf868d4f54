import { parseTable, type Resources } from '../resources.ts'
import { readBareLine } from './bare-line.ts'
import { readDate } from './date.ts'

/** What the lines at a text's beginning say about the report; `end` is where the report itself begins. */
export interface Header {
  end: number
  /** where the publication date stands */
  dated?: { start: number; end: number }
  published?: string
  title?: string
  outlet?: string
  url?: string
  byline?: string
}

type Field = 'published' | 'title' | 'outlet' | 'url' | 'byline'

const LONGEST_KEY = 24
const MOST_LINES = 12
/** What may follow a date on its line and still belong to it: ' 09:30', ', 9:30 a.m. GMT'. */
const TAIL = /^,?(?: at)? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?(?=\s|$)/i

/**
 * Opens the reading of headers: lines such as 'date 2024-10-03', 'Published: October 3, 2024' or 'Title: ...' before the
 * report's own words. A text without them gives `{ end: 0 }`.
 *
 * @example openHeader(resources)('date 2024-10-03 The river rose.') // { end: 15, published: '2024-10-03', ... }
 */
export function openHeader(resources: Resources): (text: string) => Header {
  const fields = new Map(parseTable(resources.text('codebook/header.tsv')).map(([key, field]) => [key, field as Field]))

  return (text) => {
    const header: Header = { end: 0 }
    for (let at = 0, lines = 0; at < text.length && lines < MOST_LINES; lines++) {
      const start = skipSpace(text, at)
      const newline = text.indexOf('\n', start)
      const line = newline < 0 ? text.length : newline
      const stop = text[line - 1] === '\r' ? line - 1 : line
      const end = readLine(text, start, stop, header, fields) ?? readBareLine(text, { start, end: stop }, header)
      if (end === undefined) break
      header.end = end
      if (end < stop) break
      at = line + 1
    }
    return header
  }
}

/** Reads one line into `header`; where the header's part of the line ends, or undefined where it is no header. */
function readLine(
  text: string,
  start: number,
  stop: number,
  header: Header,
  fields: ReadonlyMap<string, Field>,
): number | undefined {
  const { key, value } = splitLine(text, start, stop, fields)
  const field = key === undefined ? undefined : fields.get(key)
  if (field === undefined || header[field] !== undefined) return undefined
  if (field !== 'published') {
    const words = text.slice(value, stop).trim()
    if (words === '') return undefined
    header[field] = words
    return stop
  }
  const date = readDate(text.slice(value, Math.min(stop, value + 64)))
  if (!date) return undefined
  header.published = date.value
  header.dated = { start: value, end: value + date.length }
  const rest = text.slice(header.dated.end, stop)
  const end = header.dated.end + (TAIL.exec(rest)?.[0].length ?? 0)
  return text.slice(end, stop).trim() === '' ? stop : end
}

/** The line's key, and where its value begins: at a colon, or for dates after the word itself. */
function splitLine(text: string, start: number, stop: number, fields: ReadonlyMap<string, Field>) {
  const head = text.slice(start, Math.min(stop, start + LONGEST_KEY + 1))
  const colon = head.indexOf(':')
  if (colon > 0) return { key: head.slice(0, colon).trim().toLowerCase(), value: skipSpace(text, start + colon + 1) }
  for (let space = head.lastIndexOf(' '); space > 0; space = head.lastIndexOf(' ', space - 1)) {
    const key = head.slice(0, space).toLowerCase()
    if (fields.get(key) === 'published') return { key, value: start + space + 1 }
  }
  return { key: undefined, value: start }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && (text[at].trim() === '' || text[at] === '\uFEFF')) at++
  return at
}

/** The text with the header's characters turned to spaces (line breaks stay): same length, so offsets stay true. */
export function blankHeader(text: string, { end }: Header): string {
  return end === 0 ? text : text.slice(0, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
}
