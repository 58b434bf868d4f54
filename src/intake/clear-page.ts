/** Captions and credits that stand in paragraphs, words that only show while a pointer rests on a name, and words for screen readers alone. */
const NOT_TOLD =
  '[class*="rollover"][class*="block"], [class*="tooltip"], [class*="popover"], [class*="hovercard"], [class*="hover-card"], [role="tooltip"], [role="dialog"], [class*="visually-hidden"], [class*="visuallyhidden"], [class*="sr-only"], [class*="screen-reader"], p[class*="caption"], p[class*="credit"], span[class*="caption"], span[class*="photo-credit"], small[class*="caption"], em[class*="caption"], dd[class*="caption"], p[class*="cutline"], div[class*="cutline"]'
/** Fewest links of a menu, and the share of its words that they are. */
const FEWEST = 5
const SHARE = 0.85
/** Mean length of a menu's link, in characters, at most. */
const LONGEST = 28

/** Takes out of a page what is none of its article's words and what the weighing of elements does not tell from them. */
export function clearPage(document: Document): void {
  for (const element of [...document.querySelectorAll(NOT_TOLD)] as Element[])
    if (!element.querySelector('p + p') && (element.textContent ?? '').length < 600) element.remove()
  for (const element of [...document.querySelectorAll(WITHIN_WORDS)] as Element[])
    if (isGlued(element)) element.remove()
  for (const picture of [...document.querySelectorAll('p > img, p > a > img')] as Element[]) {
    const paragraph = picture.closest('p')
    if (paragraph && CREDITED.test((paragraph.textContent ?? '').slice(0, 600))) paragraph.remove()
  }
  for (const mark of [...document.querySelectorAll('sup')] as Element[]) if (isFootnoteMark(mark)) mark.remove()
}

/** The words of a paragraph under a picture that end with who took it. */
const CREDITED =
  /^.{0,400}(?:\(|\b)(?:photo(?:graph)?|picture|image|file photo|credit)s?\s*(?::|\/|by\b|courtesy\b).{0,60}$/is

/** Elements within a name or a word. */
const WITHIN_WORDS = 'a > span, abbr > span, button > span, dfn > span, span > span'

/** Whether an element's words stand right behind a name without a blank, as words do that show only beside a pointer: 'VennPresident of Varlonia'. */
function isGlued(element: Element): boolean {
  const before = element.previousSibling
  return (
    before?.nodeType === 3 &&
    /\p{Ll}/u.test((before.textContent ?? '').slice(-1)) &&
    /^\p{Lu}\S*(?:\s+\S+){2}/u.test(element.textContent ?? '') &&
    (element.nextSibling?.textContent ?? '').trim() === ''
  )
}

/** '[1]', linked to what stands at the page's end. */
const isFootnoteMark = (mark: Element): boolean =>
  /^\s*\[?\d{1,3}\]?\s*$/.test(mark.textContent ?? '') && (mark.querySelector('a') ?? mark.closest('a')) !== null

/** Takes menus out of an article's element: lists that are little else but short links. */
export function clearMenus(root: Element): void {
  for (const list of [...root.querySelectorAll('ul, ol, nav, div')] as Element[]) {
    const links = [...list.querySelectorAll('a')] as Element[]
    if (links.length < FEWEST) continue
    const linked = links.reduce((sum, link) => sum + lengthOf(link), 0)
    if (linked >= SHARE * lengthOf(list) && linked <= LONGEST * links.length) list.remove()
  }
}

const lengthOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim().length
