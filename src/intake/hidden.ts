/** Elements that a browser does not show until something is clicked. */
const HIDDEN =
  '[aria-hidden="true"], [hidden], [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"], [style*="visibility: hidden"], noscript'
/** Parts of a page whose words are none of the article's, hidden or not. */
const ELSEWHERE =
  'nav, aside, footer, form, dialog, figure, [role="dialog"], [class*="comment"], [id*="comment"], [class*="cookie"], [class*="consent"], [class*="modal"], [class*="popup"], [class*="newsletter"], [class*="related"], [class*="menu"], [class*="share"]'
/** Elements that only hold others. */
const BOX = /^(?:DIV|SECTION)$/
/** Fewest characters of a paragraph of prose. */
const PROSE = 60
/** From this share of what is shown on, what is hidden is much of the article. */
const MUCH = 0.25

/**
 * Shows the hidden paragraphs of an article where they are much of it: those that stand in the article's own element, or beside paragraphs that are
 * shown, and whose words are not shown too.
 *
 * @returns whether anything was shown
 */
export function showHidden(document: Document): boolean {
  const paragraphs = [...document.querySelectorAll('p')].slice(0, 3000) as Element[]
  const hidden = new Map<Element, Element[]>()
  const shown: Element[] = []
  for (const paragraph of paragraphs) {
    if (wordsOf(paragraph).length < PROSE || isLinks(paragraph)) continue
    const cover = paragraph.closest(HIDDEN)
    if (!cover) shown.push(paragraph)
    else if (!cover.closest(ELSEWHERE) && !paragraph.closest(ELSEWHERE))
      hidden.set(cover, [...(hidden.get(cover) ?? []), paragraph])
  }
  if (hidden.size === 0) return false
  const seen = new Set(shown.map(wordsOf))
  const homes = new Set(shown.map((paragraph) => paragraph.parentElement))
  const homesOfHomes = new Set([...homes].map((home) => home?.parentElement))
  const covers = [...hidden].filter(
    ([cover, inside]) =>
      inside.some((paragraph) => !seen.has(wordsOf(paragraph))) &&
      (cover.closest('article, main, [itemprop="articleBody"]') ||
        homes.has(cover.parentElement) ||
        homesOfHomes.has(cover.parentElement)),
  )
  const size = (all: readonly Element[]) => all.reduce((sum, paragraph) => sum + wordsOf(paragraph).length, 0)
  const most = size(covers.flatMap(([, inside]) => inside))
  if (most === 0 || most < MUCH * size(shown.filter((paragraph) => !paragraph.closest(ELSEWHERE)))) return false
  for (const [cover] of covers) {
    show(cover, document)
    // Beside a part that is shown it would be weighed as another article, and the lead would be lost for it.
    const home = cover.parentElement
    if (BOX.test(cover.nodeName) && home && home !== document.body && homesOfHomes.has(home))
      cover.replaceWith(...cover.childNodes)
  }
  return true
}

/** Takes away what hides an element, and whatever it stands in. */
function show(cover: Element, document: Document): void {
  for (let element: Element | null = cover; element; element = element.parentElement?.closest(HIDDEN) ?? null) {
    element.removeAttribute('aria-hidden')
    element.removeAttribute('hidden')
    const style = element.getAttribute('style')
    if (style) element.setAttribute('style', style.replace(/(?:display|visibility)\s*:\s*(?:none|hidden)/gi, ''))
    if (element.nodeName !== 'NOSCRIPT') continue
    const shown = document.createElement('div')
    while (element.firstChild) shown.appendChild(element.firstChild)
    element.replaceWith(shown)
    element = shown
  }
}

const wordsOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

function isLinks(element: Element): boolean {
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + (link.textContent ?? '').length, 0)
  return linked * 2 > (element.textContent ?? '').length
}
