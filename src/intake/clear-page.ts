/** Captions and credits that stand in paragraphs, and words that only show while a pointer rests on a name. */
const NOT_TOLD =
  '[class*="rollover"][class*="block"], [class*="tooltip"], [class*="popover"], [class*="hovercard"], [role="tooltip"], p[class*="caption"], p[class*="credit"], p[class*="cutline"], div[class*="cutline"]'
/** Fewest links of a menu, and the share of its words that they are. */
const FEWEST = 5
const SHARE = 0.85
/** Mean length of a menu's link, in characters, at most. */
const LONGEST = 28

/** Takes out of a page what is none of its article's words and what the weighing of elements does not tell from them. */
export function clearPage(document: Document): void {
  for (const element of [...document.querySelectorAll(NOT_TOLD)] as Element[])
    if (!element.querySelector('p + p') && (element.textContent ?? '').length < 600) element.remove()
}

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
