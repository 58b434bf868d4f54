import { compact } from './outlet.ts'
import { datesInLine } from './page-head.ts'

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
/** Where a byline's names end: at a date, a clock, how long the reading takes, what can be done with the page. */
const ENDS = new RegExp(
  [
    '\\s*[|•·▪●]\\s*',
    '\\s[–—-]\\s(?=\\d|(?:updated|published|posted)\\b)',
    `,?\\s*\\b(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s)?(?:${MONTH}\\.?\\s\\d{1,2}\\b|\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}\\b)`,
    '\\s*\\b\\d{1,2}[:.]\\d\\d(?:\\s?[ap]\\.?m\\b\\.?)?(?:\\s[A-Z]{2,4}\\b)?',
    '\\s*\\b\\d{4}-\\d\\d-\\d\\d',
    '\\s*\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b',
    '\\s*\\b\\d+\\s?(?:min(?:ute)?s?|hours?|hrs?|days?|h)\\b(?:\\s(?:read|ago))?',
    '\\s*\\b(?:print this|share this|follow (?:on|@|us)|updated|published|posted|last updated|first published|read more|more (?:from|by|stories)|see all|view comments|comments?\\b|email (?:the )?author|contact|get (?:daily )?updates|bio\\b|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))',
  ].join('|'),
  'i',
)
const HANDLE = /(?:^|\s|\()(?:twitter:?\s*)?@\w{2,30}\)?/g
const MAIL = /\S+@\S+\.\w{2,}/g
/** Names of accounts, not of people. */
const NOBODY =
  /^(?:admin(?:istrator)?|editor|editors|staff|webmaster|web desk|guest|user|author|unknown|none|null|undefined|by|\W*|\p{L}\.? \p{L}\.?)$/iu
const FIRM =
  /\b(?:broadcasting|corporation|corp|inc|ltd|llc|limited|company|media group|news service|network|gmbh|holdings?)\b/i

/**
 * The names in a byline: without 'By', handles, dates, times, 'min read' and what else pages write beside them; undefined where nobody is named.
 *
 * @example bylineOf('By Ida Klee @idaklee | March 13, 2025 • 2 min read') // 'Ida Klee'
 */
export function bylineOf(written: string | undefined): string | undefined {
  if (!written) return undefined
  const plain = written.replace(/\s+/g, ' ').trim()
  const names = withoutBy(plain.replace(MAIL, ' ').replace(HANDLE, ' '))
  const end = ENDS.exec(names)
  const kept = (end ? (end.index > 0 ? names.slice(0, end.index) : names.slice(end[0].length)) : names)
    .replace(/\s+/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,;:|•·–—-]+|[\s,;:|•·–—(-]+$/g, '')
  const again = end?.index === 0 && kept !== '' && kept.length < plain.length ? bylineOf(kept) : kept
  if (
    !again ||
    !/\p{L}{2}/u.test(again) ||
    NOBODY.test(again) ||
    /^https?:/.test(again) ||
    datesInLine(again, true).length > 0
  )
    return undefined
  return again.length <= 200 ? again : undefined
}

const withoutBy = (byline: string) =>
  byline.trim().replace(/^(?:(?:written|reported|posted|story|text|words|report|reporting|article) )?by\b:?\s+/i, '')

/** Whether a name is that of the outlet or of a firm, rather than of who wrote. */
export function isFirm(name: string, outlet: string | undefined): boolean {
  return FIRM.test(name) || (outlet !== undefined && compact(name) === compact(outlet))
}

/** The byline in the page's own words: marked as one, in the article's head before anywhere else. */
export function visibleByline(document: Document, head: readonly Element[]): string | undefined {
  const marked = head.filter((element) => element.matches(MARKED))
  const lines = head.filter(
    (element) =>
      element.children.length <= 4 &&
      /^\s*(?:(?:written|story|text|words|report|article) )?by:?\s+\p{Lu}/iu.test(element.textContent ?? ''),
  )
  const anywhere = ([...document.querySelectorAll(MARKED)] as Element[]).slice(0, 20)
  for (const element of [...lines, ...marked, ...anywhere]) {
    if (element.closest('[itemprop="itemReviewed"], aside, nav, footer, [class*="comment"], [class*="related"]'))
      continue
    const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    const found = words.length <= 200 ? bylineOf(words) : undefined
    if (found && found.length <= 120) return found
  }
  return undefined
}

const MARKED =
  '[rel="author"], [itemprop="author"], .byline, .author, .byline-name, .author-name, .c-byline, .article-byline'
