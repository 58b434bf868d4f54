/** Fewest stories of a page that lists them. */
const FEWEST = 4
/** Most words that a list gives of a story. */
const MOST_WORDS = 90

/** What stands at the head of a story in a list where no heading does: a link of several words, with a day beside it at most. */
const HEADS =
  'li > a[href]:first-child, article > a[href]:first-child, section > a[href]:first-child, header > a[href], dt > a[href]'
/** Fewest words of such a link. */
const FEWEST_WORDS = 4

/** The words of a page's headings that lead elsewhere, and of links that stand as headings. */
export function linkedHeadings(document: Document): ReadonlySet<string> {
  const headings = [...document.querySelectorAll('h2, h3, h4')] as Element[]
  const linked = headings.filter(
    (heading) =>
      (heading.querySelector('a[href]') ?? heading.closest('a[href]')) && !heading.closest('aside, nav, footer'),
  )
  const heads = ([...document.querySelectorAll(HEADS)] as Element[]).filter(
    (link) =>
      !link.closest('aside, nav, footer') && (link.textContent ?? '').trim().split(/\s+/).length >= FEWEST_WORDS,
  )
  return new Set(
    [...linked, ...heads]
      .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())
      .filter((words) => words !== ''),
  )
}

/**
 * Whether a page lists several stories and is none itself: linked headings, each with a short text of its own, from near the beginning of what was
 * taken as its text to the end.
 */
export function isStoryList(headings: ReadonlySet<string>, text: string): boolean {
  if (headings.size < FEWEST) return false
  const paragraphs = text.split('\n\n')
  const starts = paragraphs.flatMap((paragraph, at) => (headings.has(withoutDay(paragraph)) ? [at] : []))
  if (starts.length < FEWEST) return false
  const words = paragraphs.map((paragraph) => paragraph.split(/\s+/).length)
  const sum = (from: number, to: number) => words.slice(from, to).reduce((all, some) => all + some, 0)
  const told = starts.filter((start, n) => {
    const size = sum(start + 1, starts[n + 1] ?? paragraphs.length)
    return size >= 5 && size <= MOST_WORDS
  })
  return told.length >= FEWEST && told.length * 2 > starts.length && sum(0, starts[0]) * 4 < sum(0, words.length)
}

const DAY =
  /(?<=\S) (?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{1,2} \p{L}{3,9},? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,4}[./-]\d\d?[./-]\d{2,4})$/iu

/** A heading without the day that a list writes behind it. */
const withoutDay = (heading: string) => (heading.length > 300 ? heading : heading.replace(DAY, ''))
