import { momentAt } from './moment.ts'

/** A date that stands in a page's own words. */
export interface SeenDate {
  value: string
  /** 'published' where a word says so, 'changed' where one says that the page was updated then */
  kind: 'published' | 'changed' | 'plain'
}

/** A paragraph from so many characters on is the article's own: its head ends there. */
const PARAGRAPH = 120
/** Most elements behind the title that belong to the head. */
const MOST = 150
/** Longest words in which a date stands by itself, beside a byline or a label. */
const SHORT = 160

/** Parts of a page that tell of something else than its article. */
const ELSEWHERE =
  'aside, nav, footer, figure, blockquote, table, [class*="related"], [class*="comment"], [id*="comment"], [class*="ticker"], [class*="popular"], [class*="most-read"], [class*="mostread"], [class*="trending"], [class*="sidebar"], [class*="recirc"], [class*="copyright"], [class*="correction"]'

const DATE_LIKE = /date|time|publish|posted|byline|meta|author|info|stamp/i
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const MAY_BEGIN = new RegExp(
  `(?<![\\w/.-])(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]? )?(?:\\d{1,2}(?:st|nd|rd|th)?[ -](?:${MONTHS})|(?:${MONTHS})[a-z]{0,6}\\.? \\d|\\d{4}[-/.]\\d\\d[-/.]\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})`,
  'gi',
)
const CHANGED = /(?:updated|modified|revised|edited|corrected|reviewed|checked|last)\b[^|•·]{0,12}$/i
const PUBLISHED = /(?:published|posted|publication date|first published|date)\b[^|•·]{0,12}$/i
/** Words before a day that is another's: a deadline, a day that something begins, one of somebody's life. */
const OTHERS =
  /(?:\b(?:after|before|begins?|born|closes?|deadline|died|due|ends?|event|expires?|opens?|since|starts?|through|till?|until|valid)\b[^|•·]{0,12}|\b(?!(?:by|created|date|filed|issued|news|on|online|released|time|uploaded)\b)[\p{Ll}]{3,}:\s*)$/iu
/** What may stand beside a date: a byline, an outlet's place, a clock, counts; no sentence. */
const BESIDE = /^(?:by\b|from\b|posted|published|updated|\||•|·|[-–—]|@)/i

/** The elements of an article's head: those around its title, down to its first paragraph. Where the page has no heading, none. */
export function headOf(document: Document): Element[] {
  const heading = headingOf(document)
  if (!heading) return []
  const all = [...document.querySelectorAll('body *')] as Element[]
  const at = all.indexOf(heading)
  const around = heading.closest('header, article') ?? heading.parentElement
  const before =
    around && around.nodeName !== 'BODY' ? all.slice(Math.max(0, at - 40), at).filter((e) => around.contains(e)) : []
  const head = before
  for (const element of all.slice(at + 1, at + 1 + MOST)) {
    if (/^(?:P|DIV)$/.test(element.nodeName) && isParagraph(element)) break
    head.push(element)
  }
  return head.filter((element) => !element.closest(ELSEWHERE))
}

/** The page's heading: the longest that its title holds for the most part, else that of the article, else the first. */
export function headingOf(document: Document): Element | undefined {
  const title = spaced(document.querySelector('title')?.textContent)
  const inTitle = (heading: Element) => {
    const words = spaced(heading.textContent)
    return words.length > 8 && words.length * 3 > title.length && title.includes(words)
  }
  const headings = [...document.querySelectorAll('h1')] as Element[]
  const found = headings.find(inTitle) ?? ([...document.querySelectorAll('h2')] as Element[]).slice(0, 40).find(inTitle)
  return found ?? headings.find((heading) => heading.closest('article, main')) ?? headings[0]
}

/** An element whose own words, not those of elements in it that are paragraphs themselves, are long. */
function isParagraph(element: Element): boolean {
  let length = 0
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 || (element.nodeName === 'P' && /^(?:A|B|I|EM|STRONG|SPAN)$/.test(node.nodeName)))
      length += (node.textContent ?? '').trim().length
  return length >= PARAGRAPH
}

/** Dates in the head's `time` elements and short lines, in their order; and dates that a word calls those of publication, all over the article. */
export function datesIn(document: Document, head: readonly Element[]): SeenDate[] {
  const found: SeenDate[] = []
  const done = new Set<Element>()
  for (const element of head) {
    if (element.parentElement && done.has(element.parentElement)) {
      done.add(element)
      continue
    }
    const words = spaced(element.textContent)
    if (element.nodeName === 'TIME') {
      const value = momentAt(element.getAttribute('datetime'))?.value ?? momentAt(withoutLabel(words))?.value
      if (value) found.push({ value, kind: kindOf(words, element) })
      done.add(element)
    } else if (words.length <= SHORT && words !== '' && !element.querySelector('time')) {
      found.push(...datesInLine(words, DATE_LIKE.test(`${element.getAttribute('class')} ${element.id}`)))
      done.add(element)
    }
  }
  return found.length > 0 ? found : labelled(document)
}

/** 'Published: Monday, November 18th, 2019' in a short line of its own, wherever it stands in the page's main part. */
function labelled(document: Document): SeenDate[] {
  const lines = [...document.querySelectorAll('p, div, span, li, small')] as Element[]
  for (const line of lines.slice(0, 5000)) {
    if (line.children.length > 3) continue
    const words = spaced(line.textContent)
    if (words.length > 80 || !/^(?:published|posted|first published|publication date)\b/i.test(words)) continue
    if (line.closest(ELSEWHERE)) continue
    const [date] = datesInLine(words, true)
    if (date?.kind === 'published') return [date]
  }
  return []
}

/** The dates of a short line that holds nothing else but labels, a byline, a clock. */
export function datesInLine(words: string, isDateLike: boolean): SeenDate[] {
  const found: SeenDate[] = []
  let rest = ''
  let from = 0
  for (const { index } of words.matchAll(MAY_BEGIN)) {
    if (index < from) continue
    const moment = momentAt(words.slice(index))
    if (!moment) continue
    const before = words.slice(from, index)
    rest += before
    from = index + moment.length
    const kind = CHANGED.test(before) ? 'changed' : PUBLISHED.test(before) ? 'published' : 'plain'
    if (kind === 'plain' && OTHERS.test(before)) continue
    found.push({ value: moment.value, kind })
  }
  if (found.length === 0) return found
  rest = `${rest} ${words.slice(from)}`.trim()
  const isAlone = rest.length <= 24 || BESIDE.test(rest) || (isDateLike && rest.length <= 110)
  return isAlone && !/[a-z]{3}[.!?]["”]?(?:\s|$)/.test(rest) ? found : found.filter(({ kind }) => kind === 'published')
}

function kindOf(words: string, element: Element): SeenDate['kind'] {
  const around = `${labelBefore(element)} ${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${words}`
  if (/updated|modified|changed|revised/i.test(around)) return /publi/i.test(words) ? 'published' : 'changed'
  return /publi|posted/i.test(around) || element.hasAttribute('pubdate') ? 'published' : 'plain'
}

/** The words before an element on its line; those of another time are that one's. */
function labelBefore({ previousSibling: before }: Element): string {
  return before && before.nodeName !== 'TIME' ? (before.textContent ?? '').slice(-40) : ''
}

const withoutLabel = (words: string) => words.replace(/^(?:(?:first )?published|posted|updated)(?: on| at)?:?\s*/i, '')

const spaced = (text: string | null | undefined) => (text ?? '').slice(0, 4000).replace(/\s+/g, ' ').trim()
