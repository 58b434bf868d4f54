/**
 * Lights up a row's words and its card together. Done by hand on the elements: pointing at a word must not draw a long
 * report again.
 */
export interface Lights {
  /** rows that are pointed at */
  point(rows: readonly string[]): void
  /** the row that is looked at */
  choose(row: string | undefined): void
}

export function lightsOf(root: HTMLElement): Lights {
  const mark = (name: string, rows: readonly string[]) => {
    const wanted = new Set<Element>(rows.flatMap((row) => elementsOf(root, row)))
    for (const element of root.getElementsByClassName(name)) if (!wanted.has(element)) lit.push(element)
    for (const element of lit.splice(0)) element.classList.remove(name)
    for (const element of wanted) element.classList.add(name)
  }
  const lit: Element[] = []
  return {
    point: (rows) => mark('pointed', rows),
    choose: (row) => mark('chosen', row === undefined ? [] : [row]),
  }
}

function elementsOf(root: HTMLElement, row: string): Element[] {
  const id = CSS.escape(row)
  return [...root.querySelectorAll(`[data-rows~="${id}"], [data-row="${id}"]`)]
}

/** The rows of what stands under the pointer or has the focus, the innermost first. */
export function rowsAt(target: EventTarget | null): string[] {
  const element = (target as Element | null)?.closest?.('[data-rows], [data-row]') as HTMLElement | null
  if (!element) return []
  return element.dataset.row !== undefined ? [element.dataset.row] : (element.dataset.rows ?? '').split(' ')
}

/** Brings a row's words and its card into view, each in its own column, and moves no more than is needed. */
export function bringIntoView(root: HTMLElement, row: string, where: { text?: boolean; card?: boolean }): void {
  const id = CSS.escape(row)
  const words = root.querySelector(`[data-rows~="${id}"]`)
  const card = root.querySelector(`.panel [data-row="${id}"]`)
  if (where.text && words) showWords(words, root.querySelector('.panel-frame'))
  if (where.card && card) scrollPanel(card)
}

/** Room below the bar and above the window's lower edge, in pixels. */
const ABOVE = 64
const BELOW = 24

/** Scrolls words that the bar, the cards over the lower part of a narrow window, or the window's edge hide: to the upper third of what is free. */
function showWords(words: Element, cards: Element | null): void {
  const { top, bottom, left } = words.getBoundingClientRect()
  const over = cards?.getBoundingClientRect()
  const floor = over && over.left <= left ? Math.min(over.top, innerHeight) : innerHeight
  if (top > ABOVE && bottom < floor - BELOW) return
  scrollBy(0, top - ABOVE - (floor - ABOVE) / 3)
}

/** Scrolls only the panel: `scrollIntoView` would move the page as well. */
function scrollPanel(card: Element): void {
  const panel = card.closest<HTMLElement>('.panel-rows')
  if (!panel || panel.scrollHeight <= panel.clientHeight) return
  const box = card.getBoundingClientRect()
  const frame = panel.getBoundingClientRect()
  if (box.top < frame.top) panel.scrollTop += box.top - frame.top - 8
  else if (box.bottom > frame.bottom)
    panel.scrollTop += Math.min(box.bottom - frame.bottom + 8, box.top - frame.top - 8)
}
