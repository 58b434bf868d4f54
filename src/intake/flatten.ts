import { flatNames } from './meta-names.ts'

/** Three times as deep as pages of news nest elements. */
const DEEPEST = 150
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

/**
 * Takes the tags of elements that nest deeper than pages do out of a page, and leaves their content. One pass, however the page is built.
 *
 * @returns the page, and whether it was too deep
 */
export function flattenMarkup(html: string, deepest = DEEPEST): { html: string; deep: boolean } {
  const kept: string[] = []
  let from = 0
  let depth = 0
  const lower = html.toLowerCase()
  for (let at = lower.indexOf('<'); at >= 0; at = lower.indexOf('<', at)) {
    if (lower.startsWith('<!--', at)) {
      at = after(lower, '-->', at + 4)
      continue
    }
    const closing = lower[at + 1] === '/'
    const name = nameAt(lower, closing ? at + 2 : at + 1)
    if (name === '') {
      at++
      continue
    }
    const end = after(lower, '>', at)
    if (!flatNames.has(name) && lower[end - 2] !== '/') {
      const outside = depth > deepest
      depth = closing ? Math.max(0, depth - 1) : depth + 1
      if (closing ? outside : depth > deepest) {
        kept.push(html.slice(from, at), ' ')
        from = end
      }
    }
    at = !closing && RAW.has(name) ? Math.max(end, indexOr(lower, `</${name}`, end)) : end
  }
  return from === 0 ? { html, deep: false } : { html: kept.join('') + html.slice(from), deep: true }
}

function nameAt(lower: string, from: number): string {
  let end = from
  while (end < lower.length && end < from + 32 && isNameLetter(lower.charCodeAt(end))) end++
  return lower.slice(from, end)
}

const isNameLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 58

const indexOr = (text: string, what: string, from: number) => {
  const found = text.indexOf(what, from)
  return found < 0 ? text.length : found
}

const after = (text: string, what: string, from: number) =>
  Math.min(text.length, indexOr(text, what, from) + what.length)
