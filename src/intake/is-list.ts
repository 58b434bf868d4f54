/** Fewest stories of a page that lists them. */
const FEWEST = 4
/** Most words that a list gives of a story. */
const MOST_WORDS = 90

/**
 * Whether a page lists several stories and is none itself: linked headings, each with a short text of its own, from near the beginning of what was
 * taken as its text to the end.
 */
export function isStoryList(document: Document, text: string): boolean {
  const paragraphs = text.split('\n\n')
  const headings = new Set(
    ([...document.querySelectorAll('h2, h3, h4')] as Element[])
      .filter(
        (heading) =>
          (heading.querySelector('a[href]') ?? heading.closest('a[href]')) && !heading.closest('aside, nav, footer'),
      )
      .map((heading) => (heading.textContent ?? '').replace(/\s+/g, ' ').trim())
      .filter((words) => words !== ''),
  )
  if (headings.size < FEWEST) return false
  const starts = paragraphs.flatMap((paragraph, at) => (headings.has(paragraph) ? [at] : []))
  if (starts.length === 0) return countedInTree(document, paragraphs)
  const words = paragraphs.map((paragraph) => paragraph.split(/\s+/).length)
  const sum = (from: number, to: number) => words.slice(from, to).reduce((all, some) => all + some, 0)
  const told = starts.filter((start, n) => {
    const size = sum(start + 1, starts[n + 1] ?? paragraphs.length)
    return size >= 5 && size <= MOST_WORDS
  })
  return told.length >= FEWEST && told.length * 2 > starts.length && sum(0, starts[0]) * 4 < sum(0, words.length)
}

/** Where the headings are not in the text: whether nearly all of its paragraphs stand beside a linked heading of their own. */
function countedInTree(document: Document, paragraphs: readonly string[]): boolean {
  const cards = ([...document.querySelectorAll('p')] as Element[]).filter((paragraph) => {
    const words = (paragraph.textContent ?? '').replace(/\s+/g, ' ').trim()
    const card = paragraph.parentElement
    if (!paragraphs.includes(words) || !card || words.split(' ').length > MOST_WORDS) return false
    const linked = [...card.children].filter((child) => /^(?:A|H[2-4])$/.test(child.nodeName) && child !== paragraph)
    return (
      linked.some((child) =>
        child.matches('a[href]') ? child.querySelector('h2, h3, h4') : child.querySelector('a[href]'),
      ) && card.querySelectorAll('p').length <= 2
    )
  })
  return cards.length >= FEWEST && cards.length * 2 > paragraphs.length
}
