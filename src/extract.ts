import { type ArticlePage, readPage } from './intake/page.ts'
import { refuseUnknown } from './known-keys.ts'
import { withCode } from './record/failure.ts'
import type { ReportInput } from './record/report.ts'
import type { Note } from './record/types.ts'

/** What `extract` is told beside the page. */
export interface ExtractOptions {
  /** the page's address: links, the outlet's name and the canonical address are told by it */
  url?: string
  /** of bytes, the Content-Type that they came with, which may name their encoding */
  contentType?: string
}

/** A page's report, but for its id, and what is to be known of how it was taken. */
export interface ExtractedPage {
  /** text, and title, outlet, byline, published and url where the page tells them */
  report: Omit<ReportInput, 'id'>
  /** what is odd about the page: coded remarks as in a record */
  notes: Note[]
  /** whether it is a report rather than a list of links, a search, a form */
  newsLike: boolean
  /** whether it lists several stories and is none itself */
  isList: boolean
}

/**
 * Takes the report out of a page of HTML: the article's text, paragraphs parted by blank lines, without menus and captions; title, date, byline
 * and outlet from what the page says of itself. Nothing of the page is run or loaded. In Node and in browsers; needs the packages
 * @mozilla/readability, linkedom and tldts.
 *
 * @param html the page, as a string or as the bytes that came
 * @throws TypeError `bad-argument`; Failure `page-no-article` where the page holds no text
 * @example
 * import { extract } from 'onrecord/extract'
 * const { report } = extract('<title>Port to open - Almeth Post</title><article><p>The port will open, the mayor said.</p></article>')
 * report.text // 'The port will open, the mayor said.'
 */
export function extract(html: string | Uint8Array, options: ExtractOptions = {}): ExtractedPage {
  if (typeof html !== 'string' && !(html instanceof Uint8Array))
    throw withCode('bad-argument', new TypeError('html must be a string or bytes (Uint8Array)'))
  refuseUnknown('extract', options, ['url', 'contentType'])
  const page = readPage(typeof html === 'string' ? marked(html) : html, options.url ?? 'this', options)
  return { report: reportOf(page), notes: page.notes, newsLike: page.newsLike, isList: page.isList }
}

/** A string as bytes with a byte order mark, so that no encoding that the page declares is tried on it. */
const marked = (html: string): Uint8Array =>
  new TextEncoder().encode(html.startsWith('\ufeff') ? html : `\ufeff${html}`)

function reportOf({ text, title, outlet, byline, published, url }: ArticlePage): ExtractedPage['report'] {
  const known = Object.entries({ title, outlet, byline, published, url }).filter(([, value]) => value)
  return { text, ...Object.fromEntries(known) }
}
