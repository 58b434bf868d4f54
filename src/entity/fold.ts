/**
 * A word as the codebook's tables are looked up: lower case, without accents, straight apostrophes.
 *
 * @example fold('Türkiye’s') // "turkiye's"
 */
export function fold(word: string): string {
  let plain = true
  for (let i = 0; i < word.length && plain; i++) plain = word.charCodeAt(i) < 128
  if (plain) return word.toLowerCase()
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/ı/g, 'i')
    .replace(/[đĐ]/g, 'd')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .toLowerCase()
}

/**
 * Splits a phrase the way the language stage splits words, as far as actor phrases need it: possessive 's, commas and
 * brackets stand alone; "St. John's" and "U.S." stay whole.
 *
 * @example splitPhrase("Somalia's prime minister") // ['Somalia', "'s", 'prime', 'minister']
 */
export function splitPhrase(phrase: string): string[] {
  const words: string[] = []
  for (const piece of phrase.replace(/[’‘]/g, "'").split(/\s+/)) {
    let rest = piece.replace(/^["“(]+/, '')
    if (rest === '') continue
    const tail: string[] = []
    for (let last = rest.at(-1); last !== undefined && ',;:)"”'.includes(last); last = rest.at(-1)) {
      tail.unshift(last)
      rest = rest.slice(0, -1)
    }
    if (/.'s$/i.test(rest)) words.push(rest.slice(0, -2), "'s")
    else if (/s'$/i.test(rest) && rest.length > 2) words.push(rest.slice(0, -1), "'")
    else if (rest !== '') words.push(rest)
    words.push(...tail)
  }
  return words
}
