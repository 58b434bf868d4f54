/**
 * The stem of an English word: the algorithm of M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980), which SQLite's `porter` follows too, so
 * that what is marked as a hit is what was found by it.
 *
 * @param word in small letters
 * @example stem('negotiations') // 'negoti'
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  let w = plural(word)
  w = past(w)
  if (w.endsWith('y') && classes(w.slice(0, -1)).includes('v')) w = `${w.slice(0, -1)}i`
  w = replaced(w, DOUBLE, 0)
  w = replaced(w, SINGLE, 0)
  w = dropped(w)
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1)
    if (measure(rest) > 1 || (measure(rest) === 1 && !isShort(rest))) w = rest
  }
  return measure(w) > 1 && w.endsWith('ll') ? w.slice(0, -1) : w
}

/** How often a vowel is followed by a consonant. */
const measure = (w: string): number => [...classes(w).matchAll(/v+c+/g)].length

/** The word with every letter as what it is: a vowel or a consonant. */
function classes(w: string): string {
  let out = ''
  for (const letter of w) out += 'aeiou'.includes(letter) || (letter === 'y' && out.endsWith('c')) ? 'v' : 'c'
  return out
}

const isShort = (w: string): boolean => classes(w).endsWith('cvc') && !/[wxy]$/.test(w)

function plural(w: string): string {
  if (/sses$|ies$/.test(w)) return w.slice(0, -2)
  return w.endsWith('s') && !w.endsWith('ss') ? w.slice(0, -1) : w
}

function past(w: string): string {
  if (w.endsWith('eed')) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w
  const rest = /(?:ed|ing)$/.test(w) ? w.replace(/(?:ed|ing)$/, '') : undefined
  if (rest === undefined || !classes(rest).includes('v')) return w
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`
  if (/([^aeioulsz])\1$/.test(rest) && classes(rest).endsWith('cc')) return rest.slice(0, -1)
  return measure(rest) === 1 && isShort(rest) ? `${rest}e` : rest
}

type Endings = readonly (readonly [ending: string, by: string])[]

const DOUBLE: Endings = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
]

const SINGLE: Endings = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

function replaced(w: string, endings: Endings, least: number): string {
  const found = endings.find(([ending]) => w.endsWith(ending))
  if (!found) return w
  const rest = w.slice(0, w.length - found[0].length)
  return measure(rest) > least ? rest + found[1] : w
}

const DROPPED = /(?:ement|ance|ence|able|ible|ment|ent|ant|ism|ate|iti|ous|ive|ize|ion|al|er|ic|ou)$/

function dropped(w: string): string {
  const [ending] = DROPPED.exec(w) ?? []
  if (ending === undefined) return w
  const rest = w.slice(0, w.length - ending.length)
  return measure(rest) > 1 && (ending !== 'ion' || /[st]$/.test(rest)) ? rest : w
}
