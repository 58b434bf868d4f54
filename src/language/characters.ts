/** What a UTF-16 code unit is to the scanner of words. */
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
/** goes on with whatever stands before it: combining accents, joiners, variation selectors */
export const COMBINING = 4
export const APOSTROPHE = 5
export const STOP = 6
export const HYPHEN = 7
/** a mark that makes one word with its own repetitions: '!!', '***', '----' */
export const REPEAT = 8
/** any other mark: a word by itself */
export const SYMBOL = 9
export const SURROGATE = 10

const kinds = new Uint8Array(65536)

/** The class of a UTF-16 code unit; surrogates are SURROGATE, ask `kindOfPair` for the character they make. */
export function kindOf(unit: number): number {
  const known = kinds[unit]
  return known !== 0 ? known : (kinds[unit] = classify(unit))
}

const pairs = new Map<number, number>()

/** The class of a character outside the basic plane: LETTER, DIGIT, MARK or SYMBOL. */
export function kindOfPair(point: number): number {
  const known = pairs.get(point)
  if (known !== undefined) return known
  if (pairs.size > 20000) pairs.clear()
  const kind = classify(point)
  pairs.set(point, kind)
  return kind
}

/** The character at `at` as a code point, or -1 where half a surrogate pair stands alone. */
export function pairAt(text: string, at: number): number {
  const point = text.codePointAt(at) ?? -1
  return point > 0xffff ? point : -1
}

function classify(point: number): number {
  if (point >= 0xd800 && point <= 0xdfff) return SURROGATE
  const marked = special.get(point)
  if (marked !== undefined) return marked
  if (point >= 0x1f3fb && point <= 0x1f3ff) return COMBINING
  const character = String.fromCodePoint(point)
  if (/[\p{L}\p{Nl}]/u.test(character)) return LETTER
  if (/\p{Nd}/u.test(character)) return DIGIT
  if (/\p{M}/u.test(character)) return COMBINING
  if (/[\s\p{Z}\p{Cc}\p{Cf}]/u.test(character)) return point >= 0xe0000 ? COMBINING : SPACE
  return SYMBOL
}

const special = new Map<number, number>([
  ...classed(APOSTROPHE, "'\u2019\u02bc`\u00b4\u2018\u201b"),
  ...classed(STOP, '.'),
  ...classed(HYPHEN, '-\u2010\u2011'),
  ...classed(REPEAT, '!?*=_~+#<>$'),
  ...classed(COMBINING, '\u00ad\u200c\u200d\ufe0e\ufe0f'),
])

function classed(kind: number, characters: string): [number, number][] {
  return [...characters].map((c) => [c.codePointAt(0) as number, kind])
}

/** Whether a code unit is an ASCII capital or a letter that lower-casing changes. */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit >= 65 && unit <= 90
  if (unit >= 0xd800 && unit <= 0xdfff) return false
  const letter = text[at]
  return letter !== undefined && letter !== letter.toLowerCase()
}
