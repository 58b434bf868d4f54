import { type ColumnField, columnNames, plainName } from './table/column-names.ts'
import { utf16Of } from './utf16.ts'

/** The formats that reports are taken from. */
export type IntakeFormat = keyof typeof formatNames

/** The formats, and what they are called in messages. */
const formatNames = {
  text: 'text',
  html: 'HTML',
  feed: 'a feed',
  opml: 'OPML',
  warc: 'WARC',
  lines: 'JSON Lines',
  json: 'JSON',
  csv: 'CSV',
  zip: 'a ZIP archive',
  pdf: 'PDF',
  mail: 'e-mail or MHTML',
  unknown: 'an unknown format',
  'old-office': 'an Office file of the old kind (.doc, .xls, .ppt, .msg)',
  rtf: 'RTF',
  mailbox: 'a mailbox of several messages',
} as const

/** What to do with what cannot be taken, but can be made into what can. */
export const waysOut: { readonly [format in IntakeFormat]?: string } = {
  'old-office': 'save it as .docx or .xlsx, and add that',
  rtf: 'save it as .docx or as text, and add that',
  mailbox: 'save each message as .eml, and add those',
}

/** A format as messages call it. */
export const formatName = (format: IntakeFormat): string => formatNames[format]

/** How many bytes of an input are looked at to tell its format. */
export const HEAD_BYTES = 64 * 1024

const NAMES: readonly [RegExp, IntakeFormat][] = [
  [/\.(txt|text)$/i, 'text'],
  [/\.(html?|xhtml)$/i, 'html'],
  [/\.(jsonl|ndjson)$/i, 'lines'],
  [/\.json$/i, 'json'],
  [/\.(csv|tsv|tab)$/i, 'csv'],
]

/** First bytes that only files of one format have. */
const MAGIC: readonly [string, IntakeFormat][] = [
  ['%PDF-', 'pdf'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
  ['{\\rtf', 'rtf'],
]

/**
 * Tells a format by the input's first bytes, and by its name or Content-Type only where they leave it open.
 *
 * @param head the first bytes, unpacked
 * @returns 'unknown' for what is neither text nor anything else that reports are taken from
 */
export function formatOf(head: Uint8Array, name: string, contentType = ''): IntakeFormat {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 1024)).trimStart()
  const magic = MAGIC.find(([bytes]) => start.startsWith(bytes))
  if (magic) return magic[1]
  const text = new TextDecoder(utf16Of(head) ?? 'utf-8').decode(head).trimStart()
  if (text.startsWith('WARC/')) return 'warc'
  if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return jsonFormat(text, name)
  if (text.startsWith('<')) {
    const markup = markupFormat(text)
    if (markup) return markup
  }
  const named = NAMES.find(([ending]) => ending.test(name))?.[1]
  if (named === 'lines') return 'lines'
  if (named === 'csv' || /\b(?:csv|tab-separated-values)\b/.test(contentType)) return 'csv'
  if (named === 'html' || /\bhtml\b/.test(contentType)) return head.length > 0 && isBinary(head) ? 'unknown' : 'html'
  if (text.startsWith('<?xml')) return 'unknown'
  if (MAILBOX.test(text)) return 'mailbox'
  if (isMail(text)) return 'mail'
  return named === undefined && isTable(text) ? 'csv' : 'text'
}

/** 'From ilse@almeth.example Fri Mar 14 08:30:00 2025', and a header behind it. */
const MAILBOX = /^From \S+ .*\d{4}\r?\n[\w-]+: /

/** Whether a text begins with the header of a message: such as programs write, not people (who write 'Date: ...' over a report). */
function isMail(text: string): boolean {
  if (!/^[A-Za-z][\w-]*: ?\S/.test(text)) return false
  const header = text.split(/\r?\n\r?\n/, 1)[0]
  const isHeader = header.split(/\r?\n/).every((line) => /^(?:[\w-]+:|[ \t])/.test(line))
  return isHeader && /^(?:MIME-Version|Content-Type|Message-ID|Received|Snapshot-Content-Location):/im.test(header)
}

/** Whether the first line of a text is the header of a table of reports: short names, one of a text's column and one more that such tables have. */
function isTable(text: string): boolean {
  const [line] = text.split(/\r?\n/, 1)
  if (line.length > 1000 || line.length === text.length) return false
  return [',', ';', '\t', '|'].some((mark) => {
    const names = line.split(mark).map((name) => plainName(name.replace(/^"|"$/g, '')))
    const isOf = (fields: readonly ColumnField[]) =>
      names.filter((name) => fields.some((field) => (columnNames[field] as readonly string[]).includes(name))).length
    return names.length > 1 && isOf(['text']) >= 1 && isOf(['id', 'published', 'url', 'title', 'outlet']) >= 1
  })
}

function isBinary(head: Uint8Array): boolean {
  return !utf16Of(head) && head.subarray(0, 4096).includes(0)
}

/** The format that the first element, after declarations and comments, tells. */
function markupFormat(text: string): IntakeFormat | undefined {
  for (let at = 0; at >= 0 && at < text.length; at = text.indexOf('<', at + 1)) {
    const found = /^<(?:!doctype\s+([a-z]+)|([a-z]+)(?::([a-z]+))?)[\s>/[]/i.exec(text.slice(at, at + 64))
    if (text.startsWith('<!--', at)) {
      at = text.indexOf('-->', at)
      if (at < 0) return undefined
    }
    if (!found) continue
    const name = (found[1] ?? found[3] ?? found[2]).toLowerCase()
    if (name in ROOTS) return ROOTS[name]
    if (!found[1]) return HTML.test(text) ? 'html' : undefined
  }
  return undefined
}

const ROOTS: { readonly [name: string]: IntakeFormat } = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  opml: 'opml',
  html: 'html',
}
/** Elements that only pages have. */
const HTML = /<(?:head|body|article|main|section|div|p|h1|meta|title|script)[\s>]/i

/** JSON a line, where the first line is JSON of its own and no feed; or where the name says so. */
function jsonFormat(text: string, name: string): IntakeFormat {
  const newline = text.indexOf('\n')
  const first = newline < 0 ? text : text.slice(0, newline)
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org/.test(text)) return 'feed'
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'lines'
  // the first of a stream of records may be longer than what is looked at
  if (newline < 0 && text.startsWith('{"schema":"onrecord/')) return 'lines'
  return newline >= 0 && /^\{.*"/.test(first) && first.trimEnd().endsWith('}') ? 'lines' : 'json'
}
