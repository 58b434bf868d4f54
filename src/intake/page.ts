import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { Failure } from '../record/failure.ts'
import type { Note } from '../record/types.ts'
import { type About, aboutPage } from './about.ts'
import { claimLines, claimsOf } from './claims.ts'
import { clearMenus, clearPage } from './clear-page.ts'
import { decodeMarkup, noteOf } from './encoding.ts'
import { flattenMarkup } from './flatten.ts'
import { showHidden } from './hidden.ts'
import { isStoryList, linkedHeadings } from './is-list.ts'
import type { JsonObject } from './json-object.ts'
import { paragraphsOf } from './paragraphs.ts'
import { settleBody } from './settle-body.ts'
import { withoutTail } from './tail.ts'

/** A page's report: its text and what the page says of it. */
export interface ArticlePage extends About {
  text: string
  notes: Note[]
  /** whether it is a report rather than a list of links, a search, a form */
  newsLike: boolean
  /** whether it lists several stories and is none itself */
  isList: boolean
}

/** Fewest words that a page of news has, and one that says that it is an article and when it was published. */
const FEWEST = 40
const FEWEST_TOLD = 15
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
): ArticlePage {
  const { text: html, notes } = decodeMarkup(bytes, contentType)
  const flat = flattenMarkup(html)
  if (flat.deep) notes.push(noteOf('page-too-deep'))
  if (isCutOff(html)) notes.push(noteOf('input-cut-off'))
  const { document } = parseHTML(wrapped(flat.html))
  settleBody(document)
  const { about, odd, data } = aboutPage(document, url)
  clearPage(document)
  const hasHidden = showHidden(document)
  const isArticle = about.article
  const { text: shown, isList, isWalled } = articleText(document, flat.deep, isArticle)
  const { text: told, isFromData } = withData(shown, data.article)
  const claims = told === '' ? [] : claimLines(claimsOf(data), told)
  const text = [told, ...claims].join('\n\n')
  if (text === '') throw new Failure('page-no-article', `${from} is a page without a report's text`)
  if (isFromData) odd.push('text-from-data')
  else if (hasHidden) odd.push('hidden-text-taken')
  if (claims.length > 0) odd.push('claims-from-data')
  if (isStub(told, isFromData ? {} : { article: data.article, isWalled })) odd.push('text-stub')
  notes.push(...odd.map(noteOf))
  const isDated = about.published !== undefined
  const isReport = isLongEnough(text, about.article && isDated ? FEWEST_TOLD : FEWEST) && (about.article || isDated)
  const newsLike = isReport && !isList
  return { ...about, text, notes, newsLike, isList }
}

/** Whether a text has as many words as a page of news has. */
export function isLongEnough(text: string, fewest = FEWEST): boolean {
  return text.trim().split(/\s+/).length >= fewest
}

/** Words up to which the text of a page that is not for everybody is taken for its beginning. */
const STUB = 250

/** Whether a page shows no more than the beginning of its article: it breaks off in the midst of a sentence, or is short and says that it is not for everybody. */
function isStub(text: string, { article, isWalled = false }: { article?: JsonObject; isWalled?: boolean }): boolean {
  if (/[\p{L}\p{N},](?:\.\.\.|…)$/u.test(text.trimEnd())) return true
  const isForFew = isWalled || /^false$/i.test(String(article?.isAccessibleForFree))
  return isForFew && text.split(/\s+/).length < STUB
}

/** The text that the page's data holds whole, where the page shows no more than the beginning of it. */
function withData(shown: string, article: JsonObject | undefined): { text: string; isFromData: boolean } {
  const body = typeof article?.articleBody === 'string' ? article.articleBody : ''
  if (body.length < 200 || body.length < 1.5 * shown.length) return { text: shown, isFromData: false }
  const text = plainText(body.replace(/<(?![a-z/])/gi, '&lt;').replace(/\r?\n(?:\s*\r?\n)*/g, '<p>'))
  const whole = text.replace(/\s+/g, ' ')
  const beginnings = shown.split('\n\n').filter((paragraph) => paragraph.length >= 60)
  const isShown = shown === '' || beginnings.some((paragraph) => whole.includes(paragraph.slice(0, 60)))
  return isShown ? { text, isFromData: true } : { text: shown, isFromData: false }
}

/** A fragment of HTML, as feeds hold it, as plain text. */
export function plainText(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${flattenMarkup(html).html}</body></html>`)
  return paragraphsOf(document.body)
}

interface Shown {
  text: string
  /** whether a notice said that there is more for whoever pays */
  isWalled: boolean
  isList: boolean
}

function articleText(document: Document, deep: boolean, isArticle: boolean): Shown {
  const whole = [...document.querySelectorAll('article, [itemprop="articleBody"], main')]
  // Readability's time grows with the square of a page's depth, and no page of news is deep.
  const most = deep || document.querySelectorAll('*').length > MOST_ELEMENTS
  // Readability changes the tree, so the words are counted before.
  const fallback = paragraphsOf(whole[0] ?? document.body ?? document.documentElement)
  const headings = most || isArticle ? undefined : linkedHeadings(document)
  const found = most ? null : new Readability<Element>(document, { serializer: (node) => node as Element }).parse()
  if (found?.content) clearMenus(found.content)
  const text = found?.content ? paragraphsOf(found.content) : ''
  return {
    ...withoutTail(text === '' ? fallback : text),
    isList: headings !== undefined && isStoryList(headings, text),
  }
}

/** linkedom puts content outside of `html` and `body` nowhere: a page without them gets them. */
function wrapped(html: string): string {
  if (!/<body[\s>]/i.test(html)) return `<!doctype html><html><head></head><body>${html}</body></html>`
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html>${html}</html>`
}

/** A page that ends within a tag, or that began and does not end. */
function isCutOff(html: string): boolean {
  const end = html.slice(-2048).toLowerCase()
  return (
    end.lastIndexOf('<') > end.lastIndexOf('>') ||
    (/<(?:body|article)[\s>]/i.test(html) && !/<\/(?:body|html|article)\s*>/i.test(html))
  )
}
