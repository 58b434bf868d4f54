import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { Failure } from '../record/failure.ts'
import type { Note } from '../record/types.ts'
import { type About, aboutPage } from './about.ts'
import { decodeMarkup, noteOf } from './encoding.ts'
import { flattenMarkup } from './flatten.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A page's report: its text and what the page says of it. */
export interface Page extends About {
  text: string
  notes: Note[]
  /** whether it is a report rather than a list of links, a search, a form */
  newsLike: boolean
}

/** Fewest words that a page of news has. */
const FEWEST = 40
/** More elements than any article's page has: beyond, the article is looked for by its own element only. */
const MOST_ELEMENTS = 60_000

/**
 * Takes the report out of a page of HTML: the article's text, paragraphs parted by blank lines, without menus, captions and programs;
 * nothing of the page is run or loaded.
 *
 * @throws Failure `page-no-article`
 */
export function readPage(
  bytes: Uint8Array,
  from: string,
  { url, contentType }: { url?: string; contentType?: string } = {},
): Page {
  const { text: html, notes } = decodeMarkup(bytes, contentType)
  const flat = flattenMarkup(html)
  if (flat.deep) notes.push(noteOf('page-too-deep'))
  if (isCutOff(html)) notes.push(noteOf('input-cut-off'))
  const { document } = parseHTML(wrapped(flat.html))
  const { about, odd } = aboutPage(document, url)
  notes.push(...odd.map(noteOf))
  const text = articleText(document, flat.deep)
  if (text === '') throw new Failure('page-no-article', `${from} is a page without a report's text`)
  const words = text.split(/\s+/).length
  return { ...about, text, notes, newsLike: words >= FEWEST && (about.article || about.published !== undefined) }
}

/** A fragment of HTML, as feeds hold it, as plain text. */
export function plainText(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${flattenMarkup(html).html}</body></html>`)
  return paragraphsOf(document.body)
}

function articleText(document: Document, deep: boolean): string {
  const whole = [...document.querySelectorAll('article, [itemprop="articleBody"], main')]
  // Readability's time grows with the square of a page's depth, and no page of news is deep.
  const most = deep || document.querySelectorAll('*').length > MOST_ELEMENTS
  // Readability changes the tree, so the words are counted before.
  const fallback = paragraphsOf(whole[0] ?? document.body ?? document.documentElement)
  const found = most ? null : new Readability<Element>(document, { serializer: (node) => node as Element }).parse()
  const text = found?.content ? paragraphsOf(found.content) : ''
  return text === '' ? fallback : text
}

/** linkedom puts content outside of `html` and `body` nowhere: a page without them gets them. */
function wrapped(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
}

/** A page that ends within a tag, or that began and does not end. */
function isCutOff(html: string): boolean {
  const end = html.slice(-2048).toLowerCase()
  return (
    end.lastIndexOf('<') > end.lastIndexOf('>') ||
    (/<(?:body|article)[\s>]/i.test(html) && !/<\/(?:body|html|article)\s*>/i.test(html))
  )
}
