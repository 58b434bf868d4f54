/**
 * What the network knows of a word: a row of the word table (by its form in lower case) and rows of a table of hashed
 * affixes and shapes. The same for training and for reading.
 */

/** Names what this file makes; a model trained on other features is refused. Change it with any change here. */
export const WORD_FEATURES = 'words-8-affixes/1'

/** Number of hashed features of a word. */
export const HASHED = 8
/** Rows of the hashed table: a power of two. */
export const HASHED_ROWS = 1 << 14

/** Fills `out` from `at` with the HASHED rows of a form. */
export function hashedFeatures(form: string, lower: string, out: Int32Array | number[], at: number): void {
  const n = lower.length
  out[at] = row(form, 0, form.length, 1)
  out[at + 1] = row(lower, 0, Math.min(2, n), 2)
  out[at + 2] = row(lower, 0, Math.min(3, n), 3)
  out[at + 3] = row(lower, 0, Math.min(4, n), 4)
  out[at + 4] = row(lower, Math.max(0, n - 2), n, 5)
  out[at + 5] = row(lower, Math.max(0, n - 3), n, 6)
  out[at + 6] = row(lower, Math.max(0, n - 4), n, 7)
  out[at + 7] = row(shape(form), 0, 99, 8)
}

function row(text: string, from: number, to: number, seed: number): number {
  return hash32(text, from, Math.min(to, text.length), seed) & (HASHED_ROWS - 1)
}

/** FNV-1a with a final mix, over UTF-16 code units. */
export function hash32(text: string, from: number, to: number, seed: number): number {
  let h = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) | 0
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  return h >>> 0
}

/** 'Iran’s' is "Xx'x", '1,200' is 'd,d', 'IRGC' is 'XX': runs of one class shortened to two at most. */
export function shape(form: string): string {
  let out = ''
  let last = ''
  let run = 0
  for (let i = 0; i < form.length && out.length < 10; i++) {
    const c = classOf(form.charCodeAt(i), form[i])
    run = c === last ? run + 1 : 0
    last = c
    if (run < 2) out += c
  }
  return out
}

function classOf(code: number, char: string): string {
  if (code >= 97 && code <= 122) return 'x'
  if (code >= 65 && code <= 90) return 'X'
  if (code >= 48 && code <= 57) return 'd'
  if (code < 128) return char
  if (code === 0x2019 || code === 0x2018) return "'"
  if (code === 0x201c || code === 0x201d) return '"'
  if (code === 0x2013 || code === 0x2014) return '-'
  const lower = char.toLowerCase()
  if (lower !== char) return 'X'
  return char.toUpperCase() !== char ? 'x' : '*'
}

const LIKE = new Map(
  Object.entries({
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '``': '"',
    "''": '"',
    '‘': "'",
    '’': "'",
    '–': '-',
    '—': '--',
    '…': '...',
  }),
)

/** The form by which a word is looked up: lower case, typographic marks as plain ones. */
export function lookupForm(lower: string): string {
  const same = LIKE.get(lower)
  if (same !== undefined) return same
  // 'shouldn‘t': a mark that turns the wrong way
  return lower.includes('’') || lower.includes('‘') ? lower.replace(/[’‘]/g, "'") : lower
}

/** The second try for a word with digits: every digit as 0. */
export function digitsAsZero(form: string): string {
  let out = ''
  let digits = false
  for (const char of form) {
    if (char >= '0' && char <= '9') {
      out += '0'
      digits = true
    } else out += char
  }
  return digits ? out : form
}
