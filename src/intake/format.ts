/** The formats that reports are taken from. */
export type Format = 'text' | 'html' | 'feed' | 'opml' | 'warc' | 'lines' | 'json' | 'unknown'

/** How many bytes of an input are looked at to tell its format. */
export const HEAD = 64 * 1024

const NAMES: readonly [RegExp, Format][] = [
  [/\.(txt|text)$/i, 'text'],
  [/\.(html?|xhtml)$/i, 'html'],
  [/\.(jsonl|ndjson)$/i, 'lines'],
  [/\.json$/i, 'json'],
]

/**
 * Tells a format by the input's first bytes, and by its name or Content-Type only where they leave it open.
 *
 * @param head the first bytes, unpacked
 * @returns 'unknown' for what is neither text nor anything else that reports are taken from
 */
export function formatOf(head: Uint8Array, name: string, contentType = ''): Format {
  const text = new TextDecoder(utf16(head) ?? 'utf-8').decode(head).trimStart()
  if (text.startsWith('WARC/')) return 'warc'
  if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return jsonFormat(text, name)
  if (text.startsWith('<')) {
    const markup = markupFormat(text)
    if (markup) return markup
  }
  const named = NAMES.find(([ending]) => ending.test(name))?.[1]
  if (named === 'lines') return 'lines'
  if (named === 'html' || /\bhtml\b/.test(contentType)) return head.length > 0 && isBinary(head) ? 'unknown' : 'html'
  if (text.startsWith('<?xml')) return 'unknown'
  return 'text'
}

function utf16(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

function isBinary(head: Uint8Array): boolean {
  return !utf16(head) && head.subarray(0, 4096).includes(0)
}

/** The format that the first element, after declarations and comments, tells. */
function markupFormat(text: string): Format | undefined {
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

const ROOTS: { readonly [name: string]: Format } = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  opml: 'opml',
  html: 'html',
}
/** Elements that only pages have. */
const HTML = /<(?:head|body|article|main|section|div|p|h1|meta|title|script)[\s>]/i

/** JSON a line, where the first line is JSON of its own and no feed; or where the name says so. */
function jsonFormat(text: string, name: string): Format {
  const newline = text.indexOf('\n')
  const first = newline < 0 ? text : text.slice(0, newline)
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org/.test(text)) return 'feed'
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'lines'
  return newline >= 0 && /^\{.*"/.test(first) && first.trimEnd().endsWith('}') ? 'lines' : 'json'
}
