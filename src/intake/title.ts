import { parseHTML } from 'linkedom'
import { compact } from './outlet.ts'

/** What parts a headline from the name of its site. */
const BETWEEN = /\s+[|•·»«:–—-]{1,2}\s+|\s*[|»]\s*/g
/** What is left of markup and entities in words that were escaped twice. */
const ESCAPED =
  /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d{0,2});|<\/?(?:b|i|em|strong|span|br|cite|u|sup|sub)(?:\s[^<>]*)?\/?>/i

/**
 * A headline without the names of its site, section and writer before and behind it: a part goes where it is one of these names, or where what is
 * left is the page's own heading.
 *
 * @example withoutSite('Port opens | Almeth Post', ['Almeth Post']) // 'Port opens'
 */
export function withoutSite(title: string, names: readonly (string | undefined)[], heading?: string): string {
  const known = new Set(names.flatMap((name) => (name ? [compact(name), compact(name).replace(/^the/, '')] : [])))
  const head = compact(heading ?? '')
  if (head.length > 8 && compact(title) !== head) {
    const parts = partsOf(title)
    for (let from = 0; from < parts.length; from++)
      for (let to = parts.length; to > from; to--) {
        if (to - from === parts.length) continue
        const words = title.slice(parts[from].start, parts[to - 1].end)
        if (compact(words) === head) return words
      }
  }
  for (let parts = partsOf(title), left = title; parts.length > 1; parts = partsOf(left)) {
    const isSite = ({ start, end }: Part) => {
      const name = compact(left.slice(start, end))
      return known.has(name) || known.has(name.replace(/^the/, ''))
    }
    if (isSite(parts[parts.length - 1])) left = left.slice(0, parts[parts.length - 2].end)
    else if (isSite(parts[0])) left = left.slice(parts[1].start)
    else return left
    if (partsOf(left).length === 1) return left
  }
  return title
}

interface Part {
  start: number
  end: number
}

function partsOf(title: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const { 0: all, index } of title.matchAll(BETWEEN)) {
    if (index > start) parts.push({ start, end: index })
    start = index + all.length
  }
  if (start < title.length) parts.push({ start, end: title.length })
  return parts
}

/** Words without the entities and tags that are left in them where they were escaped twice. */
export function unescaped(words: string): string {
  if (!ESCAPED.test(words)) return words
  const { document } = parseHTML(`<!doctype html><html><body>${words.replace(/<(?![a-z/])/gi, '&lt;')}</body></html>`)
  const plain = (document.body.textContent ?? '').replace(/\s+/g, ' ').trim()
  return plain === '' ? words : plain
}
