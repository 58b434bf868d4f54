/** A piece of a text, and whether it is among the words that were looked for. */
export interface MarkedPiece {
  text: string
  found: boolean
}

/** The words and phrases that a search wants, as they are typed: those that it leaves out are not among them. */
function wantedWords(typed: string): string[] {
  return [...typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)].flatMap(([, minus, phrase, word]) => {
    const term = (phrase ?? word).trim()
    return minus || !/[\p{L}\p{N}]/u.test(term) ? [] : [term]
  })
}

/**
 * A text cut at the words that a search looks for, capitals or not; together the pieces are the text.
 *
 * @example markWords('the port', 'port') // [{ text: 'the ', found: false }, { text: 'port', found: true }]
 */
export function markWords(text: string, typed: string): MarkedPiece[] {
  const terms = wantedWords(typed).map(patternOf)
  if (terms.length === 0) return [{ text, found: false }]
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const hit of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join('|')})`, 'giu'))) {
    if (hit.index > at) pieces.push({ text: text.slice(at, hit.index), found: false })
    pieces.push({ text: hit[0], found: true })
    at = hit.index + hit[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}

/** A word as a pattern: whole, or as a beginning where it ends in a star; what is no letter or digit stands for anything like it. */
function patternOf(term: string): string {
  const letters = term.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return `${letters.join('[^\\p{L}\\p{N}]+')}${term.endsWith('*') ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])'}`
}
