/** Fewest stories of a page that lists them. */
const FEWEST = 4
/** Most words that a list gives of a story. */
const MOST_WORDS = 90

/** The words of a page's headings that lead elsewhere. */
export function linkedHeadings(document: Document): ReadonlySet<string> {
  const headings = [...document.querySelectorAll('h2, h3, h4')] as Element[]
  const linked = headings.filter(
    (heading) =>
      (heading.querySelector('a[href]') ?? heading.closest('a[href]')) && !heading.closest('aside, nav, footer'),
  )
  return new Set(
    linked.map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim()).filter((words) => words !== ''),
  )
}

/**
 * Whether a page lists several stories and is none itself: linked headings, each with a short text of its own, from near the beginning of what was
 * taken as its text to the end.
 */
export function isStoryList(headings: ReadonlySet<string>, text: string): boolean {
  if (headings.size < FEWEST) return false
  const paragraphs = text.split('\n\n')
  const starts = paragraphs.flatMap((paragraph, at) => (headings.has(paragraph) ? [at] : []))
  if (starts.length < FEWEST) return false
  const words = paragraphs.map((paragraph) => paragraph.split(/\s+/).length)
  const sum = (from: number, to: number) => words.slice(from, to).reduce((all, some) => all + some, 0)
  const told = starts.filter((start, n) => {
    const size = sum(start + 1, starts[n + 1] ?? paragraphs.length)
    return size >= 5 && size <= MOST_WORDS
  })
  return told.length >= FEWEST && told.length * 2 > starts.length && sum(0, starts[0]) * 4 < sum(0, words.length)
}
