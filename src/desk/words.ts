/**
 * What a person types to find words, as FTS5 reads it: all words, "a phrase", -word to leave out, word* for a beginning. Everything else is
 * taken for words, so that nothing typed is ever an error; undefined where no word is left.
 *
 * @example matchOf('border "cease fire" -flood trade*') // '"border" AND "cease fire" AND "trade"* NOT "flood"'
 */
export function matchOf(typed: string): string | undefined {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const [, minus, phrase, word] of typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const star = word?.endsWith('*') ? '*' : ''
    // FTS5 ends its text with a NUL
    const term = (phrase ?? word).replace(/[*\0]/g, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(term)) continue
    ;(minus ? unwanted : wanted).push(`"${term}"${star}`)
  }
  if (wanted.length === 0) return undefined
  const joined = wanted.join(' AND ')
  return unwanted.length === 0
    ? joined
    : `${joined} NOT (${unwanted.join(' OR ')})`.replace(/NOT \(("[^"]*"\*?)\)$/, 'NOT $1')
}
