import {
  APOSTROPHE,
  COMBINING,
  DIGIT,
  HYPHEN,
  isCapital,
  kindOf,
  kindOfPair,
  LETTER,
  pairAt,
  REPEAT,
  SPACE,
  STOP,
  SURROGATE,
  SYMBOL,
} from './characters.ts'
import type { SplitLists } from './split-lists.ts'

/** Words found so far: parallel arrays of offsets that grow as needed; the first `size` entries count. */
export interface WordOffsets {
  start: Int32Array
  end: Int32Array
  size: number
}

/** Splits text[from, to) into words and adds them to `words`. */
export type SplitWords = (text: string, from: number, to: number, words: WordOffsets) => void

export function emptyWords(capacity: number): WordOffsets {
  return { start: new Int32Array(capacity), end: new Int32Array(capacity), size: 0 }
}

/** How far the scanner looks ahead to tell what it sees: keeps reading linear in any text. */
const LOOK = 256

/**
 * Splits words as the English Universal Dependencies treebanks do: `don't` is `do` + `n't`, `Almeth's` is `Almeth` +
 * `'s`, `well-known` is three words and `anti-war` one, `U.S.` keeps its stops, `10km` is `10` + `km`. One pass, by
 * hand, with bounded look-ahead. Never splits a surrogate pair, nor an accent from its letter.
 */
export function openWords(lists: SplitLists): SplitWords {
  const { prefixes, suffixes, units, domains, emoticons, abbreviations, joined } = lists
  let text = ''
  /** end of the stretch to split, and of the run of visible characters being split */
  let limit = 0
  let end = 0
  let words: WordOffsets

  /** adds a word, with the accents and joiners behind it, and gives its end */
  const emit = (from: number, to: number): number => {
    if (words.size === words.start.length) grow(words)
    const after = to < end ? marksEnd(to) : to
    words.start[words.size] = from
    words.end[words.size++] = after
    return after
  }

  /** class of the character at `at`, a surrogate pair being one character */
  const kindAt = (at: number): number => {
    const kind = kindOf(text.charCodeAt(at))
    if (kind !== SURROGATE) return kind
    const point = pairAt(text, at)
    return point < 0 ? SYMBOL : kindOfPair(point)
  }
  const widthAt = (at: number): number => (pairAt(text, at) < 0 ? 1 : 2)
  const isAlnum = (at: number): boolean => {
    if (at >= end) return false
    const kind = kindAt(at)
    return kind === LETTER || kind === DIGIT
  }
  const isLetter = (at: number): boolean => at < end && kindAt(at) === LETTER
  const isDigit = (at: number): boolean => at < end && kindAt(at) === DIGIT

  /** end of the run of letters, digits and marks that begins at `at` */
  const runEnd = (at: number): number => {
    let i = at
    while (i < end) {
      const kind = kindAt(i)
      if (kind !== LETTER && kind !== DIGIT && kind !== COMBINING) break
      i += widthAt(i)
    }
    return i
  }
  /** end of the marks that begin at `at` */
  const marksEnd = (at: number): number => {
    let i = at
    while (i < end && kindAt(i) === COMBINING) i += widthAt(i)
    return i
  }

  /** length of the clitic whose apostrophe stands at `at` ('s, 're, ...), or 0 */
  const clitic = (at: number): number => {
    const run = runEnd(at + 1)
    if (run < end && kindOf(text.charCodeAt(run)) === APOSTROPHE && isLetter(run + 1)) return 0
    const length = run - at - 1
    if (length === 1) return 'smdSMD'.includes(text[at + 1]) ? 2 : 0
    if (length !== 2) return 0
    const rest = text.slice(at + 1, run).toLowerCase()
    return rest === 're' || rest === 've' || rest === 'll' ? 3 : 0
  }

  /** emits text[from, to), which is a plain word, in two where the codebook says that it is two ('cannot') */
  const emitPlain = (from: number, to: number): number => {
    const length = to - from
    if (length >= 2 && length <= 8) {
      const first = joined.get(text.slice(from, to).toLowerCase())
      if (first !== undefined && first > 0) {
        emit(from, from + first)
        return emit(from + first, to)
      }
    }
    return emit(from, to)
  }

  /** the class of what follows `at` across white space, SPACE where nothing does in this stretch */
  const nextVisible = (at: number): number => {
    let i = at
    const stop = Math.min(limit, at + LOOK)
    while (i < stop && kindOf(text.charCodeAt(i)) === SPACE) i++
    return i
  }

  /** whether the stop at `at` belongs to the word text[from, at) */
  const keepsStop = (from: number, at: number): boolean => {
    if (at + 1 < end && text[at + 1] === '.' && (text[at + 2] === '.' || at + 2 < end)) return false
    const next = nextVisible(at + 1)
    const ended = next >= limit
    if (at - from === 1) {
      if (!isCapital(text, from)) return 'pcvbd'.includes(text[from]) && !ended && kindAt(next) === DIGIT
      if (ended) return false
      return isCapital(text, next) && (text[from] !== 'I' || followsName(from))
    }
    const word = text.slice(from, at)
    const kind =
      abbreviations.get(word) ?? (isShout(word) ? abbreviations.get(word[0] + word.slice(1).toLowerCase()) : undefined)
    if (kind === undefined) return false
    if (kind === 'word') return true
    if (ended) return false
    if (kind === 'title') return kindAt(next) !== STOP
    if (kind === 'number') return kindAt(next) === DIGIT
    return kindAt(next) === DIGIT || text[next] === ',' || (kindAt(next) === LETTER && !isCapital(text, next))
  }
  /** whether the word before `from` begins with a capital and stands right before it */
  const followsName = (from: number): boolean =>
    words.size > 0 && words.end[words.size - 1] === from - 1 && isCapital(text, words.start[words.size - 1])

  /** end of an acronym with stops inside ('U.S.', 'Ph.D.', 'p.m'), of which text[from, at) is the first part; or 0 */
  const acronymEnd = (from: number, at: number): number => {
    if (at - from > 2) return 0
    let i = at
    let parts = 1
    while (i + 1 < end && text[i] === '.' && isLetter(i + 1)) {
      const run = runEnd(i + 1)
      if (run - i - 1 > 2) break
      const stopped = run < end && text[run] === '.'
      if (run - i - 1 > 1 && !stopped) break
      i = run
      parts++
    }
    if (parts === 1) return 0
    return i < end && text[i] === '.' && !(text[i + 1] === '.' && i + 2 < end) ? i + 1 : i
  }

  /** end of a web address or file name whose first stop stands at `at`, or 0 */
  const domainEnd = (from: number, at: number): number => {
    let i = at
    let last = at
    let parts = 1
    const stop = Math.min(end, from + LOOK)
    while (i < stop) {
      const kind = kindAt(i)
      if (kind === STOP) {
        if (!isAlnum(i + 1)) break
        last = i
        parts++
      } else if (kind !== LETTER && kind !== DIGIT && kind !== HYPHEN && kind !== COMBINING && text[i] !== '_') break
      i += widthAt(i)
    }
    const label = text.slice(last + 1, Math.min(i, last + 8))
    const lower = label.toLowerCase()
    const even = label === lower || label === label.toUpperCase()
    if (even && domains.has(lower)) {
      if (i < end && text[i] === '/' && isAlnum(i + 1)) return trimAddress(from, addressEnd(i))
      return i
    }
    return parts >= 3 && isSmall(from, i) ? i : 0
  }
  /** whether text[from, to) has no capitals and no digits */
  const isSmall = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (isCapital(text, i) || kindOf(text.charCodeAt(i)) === DIGIT) return false
    return true
  }

  /** first character from `at` on that cannot stand in an address */
  const addressEnd = (at: number): number => {
    let i = at
    while (i < end && !'<>"\u201c\u201d\u00ab\u00bb|{}'.includes(text[i])) i++
    return i
  }
  /** leaves out stops, commas, closing marks and unmatched brackets from the end of an address */
  const trimAddress = (from: number, to: number): number => {
    let i = to
    let open = 0
    for (let k = from; k < i; k++)
      open += text[k] === '(' || text[k] === '[' ? 1 : text[k] === ')' || text[k] === ']' ? -1 : 0
    for (; i > from + 1; i--) {
      const c = text[i - 1]
      if ((c === ')' || c === ']') && open < 0) open++
      else if (!".,;:!?'\u2019*".includes(c)) break
    }
    return i
  }
  /** end of the address that begins at `at`, or 0 */
  const address = (at: number): number => {
    const head = text.slice(at, at + 8).toLowerCase()
    const known =
      head.startsWith('http://') || head === 'https://' || head.startsWith('ftp://') || head.startsWith('www.')
    if (known || (head.startsWith('mailto:') && isAlnum(at + 7))) return trimAddress(at, addressEnd(at))
    return mailEnd(at)
  }
  const mailEnd = (at: number): number => {
    let i = at
    let sign = 0
    const stop = Math.min(end, at + LOOK)
    while (i < stop) {
      const kind = kindAt(i)
      if (text[i] === '@') {
        if (sign > 0 || i === at || !isAlnum(i + 1)) return 0
        sign = i
      } else if (kind !== LETTER && kind !== DIGIT && kind !== STOP && kind !== HYPHEN && !'_+%~'.includes(text[i]))
        break
      i += widthAt(i)
    }
    if (sign === 0) return 0
    while (kindOf(text.charCodeAt(i - 1)) === STOP || kindOf(text.charCodeAt(i - 1)) === HYPHEN) i--
    return i > sign + 1 ? i : 0
  }

  /** whether the hyphen at `at`, after the word text[from, at), joins: 'anti-war', 'e-mail', 'career-wise' */
  const hyphenJoins = (from: number, at: number): boolean => {
    if (!isAlnum(at + 1) || at - from > 12) return false
    if (prefixes.has(text.slice(from, at).toLowerCase())) return true
    const run = runEnd(at + 1)
    return run - at <= 8 && suffixes.has(text.slice(at + 1, run).toLowerCase())
  }

  /** 'b/c', 'c/o': one small letter each */
  const isSlashed = (from: number, at: number): boolean =>
    text[at] === '/' && at - from === 1 && isLetter(at + 1) && runEnd(at + 1) === at + 2 && isSmall(from, at + 2)

  /** whether a speaker broke off at the hyphen at `at`: 'th- that', a few small letters and no vowel */
  const brokenOff = (from: number, at: number): boolean => {
    if (at - from > 3 || (at + 1 < end && text[at + 1] !== ',')) return false
    for (let i = from; i < at; i++) if (!'bcdfghjklmnpqrstvwxz'.includes(text[i])) return false
    return true
  }

  /** emits the word that begins with a letter at `from` and what clings to it; gives where it stopped */
  const letterWord = (from: number): number => {
    let i = runEnd(from)
    for (;;) {
      if (i >= end) return emitPlain(from, i)
      const kind = kindOf(text.charCodeAt(i))
      if (kind === APOSTROPHE && isAlnum(i + 1)) {
        const before = text[i - 1]
        const after = text[i + 1]
        if ((before === 'n' || before === 'N') && (after === 't' || after === 'T') && runEnd(i + 1) === i + 2) {
          if (i - 1 > from) emit(from, i - 1)
          return emit(Math.max(from, i - 1), i + 2)
        }
        const length = clitic(i)
        if (length > 0) {
          emitPlain(from, i)
          return emit(i, i + length)
        }
        if (text.charCodeAt(i) === 0x2018 || text.charCodeAt(i) === 0x60) return emitPlain(from, i)
      } else if (kind === STOP) {
        const stop = stopped(from, i)
        if (stop === 0) return emitPlain(from, i)
        if (stop < 0) return emit(from, -stop)
        i = stop
        continue
      } else if (kind === HYPHEN) {
        if (brokenOff(from, i)) return emit(from, i + 1)
        if (!hyphenJoins(from, i)) return emitPlain(from, i)
      } else if (!((text[i] === '&' || text[i] === '_') && isAlnum(i + 1)) && !isSlashed(from, i))
        return emitPlain(from, i)
      i = runEnd(i + 1)
    }
  }
  /** what the stop at `at` makes of the word text[from, at): 0 ends it, -n ends it at n, n goes on at n */
  const stopped = (from: number, at: number): number => {
    if (isAlnum(at + 1)) {
      const acronym = acronymEnd(from, at)
      if (acronym > 0) return -acronym
      const domain = domainEnd(from, at)
      return domain > 0 ? -domain : 0
    }
    return keepsStop(from, at) ? -(at + 1) : 0
  }

  /** emits the number that begins at `from`, and the unit written behind it */
  const numberWord = (from: number): number => {
    let i = from
    while (i < end) {
      const kind = kindAt(i)
      if (kind !== DIGIT && kind !== COMBINING) {
        if (!isDigit(i + 1) || !'.,:/'.includes(text[i])) break
      }
      i += widthAt(i)
    }
    if (i < end && text[i] === '-' && isDigit(i + 1)) return hyphenNumber(from, i)
    if (i < end && kindOf(text.charCodeAt(i)) === APOSTROPHE) {
      const decade = text[i - 1] === '0' && text[i + 1] === 's' && runEnd(i + 1) === i + 2
      return emit(from, decade ? i + 2 : i)
    }
    if (!isLetter(i)) return fileName(from, i)
    const run = runEnd(i)
    if (text[i] === 's' && run === i + 1 && text[i - 1] === '0') return emit(from, run)
    const tail = text.slice(i, Math.min(run, i + 16))
    if (units.has(tail)) {
      emit(from, i)
      return i
    }
    return fileName(from, run)
  }
  const fileName = (from: number, to: number): number => {
    const domain = to < end && text[to] === '.' && isLetter(to + 1) ? domainEnd(from, to) : 0
    return emit(from, Math.max(domain, to))
  }
  /** '5-10' is a range, three words; '713-555-0143' and '555-0143' are telephone numbers, one word */
  const hyphenNumber = (from: number, hyphen: number): number => {
    let i = hyphen
    let groups = 1
    const stop = Math.min(end, from + LOOK)
    while (i < stop && text[i] === '-' && isDigit(i + 1)) {
      i++
      while (i < stop && isDigit(i)) i += widthAt(i)
      groups++
    }
    let first = 0
    while (hyphen - first > from && isDigit(hyphen - first - 1)) first++
    const one = groups > 2 || ((first === 3 || first === 5) && i - hyphen === 5)
    return emit(from, one && !isLetter(i) ? i : hyphen)
  }

  /** an apostrophe that no word has taken: a clitic, a shortened word, or a quotation mark */
  const apostropheWord = (from: number, begin: number): number => {
    const unit = text.charCodeAt(from)
    const next = from + 1
    if (
      next < end &&
      kindOf(text.charCodeAt(next)) === APOSTROPHE &&
      (text.charCodeAt(next) === unit || unit === 0x2018)
    ) {
      return emit(from, next + 1)
    }
    const length = isLetter(next) ? clitic(from) : 0
    if (length > 0 && (from > begin || from + length === end)) return emit(from, from + length)
    if (isDigit(next) && isDigit(next + 1) && !isDigit(next + 2)) {
      const after = text[next + 2] === 's' ? next + 3 : next + 2
      if (after >= end || !isAlnum(after)) return emit(from, after)
    }
    if (isLetter(next) && lists.clipped.has(text.slice(from + 1, Math.min(runEnd(next), next + 8)).toLowerCase())) {
      return emit(from, runEnd(next))
    }
    return emit(from, next)
  }

  /** one symbol, or a picture made of several characters, or a run of the same mark */
  const symbolWord = (from: number, kind: number): number => {
    const unit = text.charCodeAt(from)
    let i = from + widthAt(from)
    if (kind === STOP || kind === HYPHEN) {
      while (i < end && text.charCodeAt(i) === unit) i++
      if (kind === STOP && i === from + 1 && (text[i] === '?' || text[i] === '!')) return emit(from, exclaimed(i))
      if (kind === STOP && i === from + 1 && isDigit(i) && (from === 0 || !isBoundDigit(from - 1)))
        return numberFrom(from)
      return emit(from, i)
    }
    if (unit === 0x21 || unit === 0x3f) {
      return emit(from, exclaimed(i))
    }
    if (unit === 0x2b && isDigit(i)) return numberFrom(from)
    if ((unit === 0x23 || unit === 0x40) && isLetter(i)) return emit(from, tagEnd(i))
    if (kind === REPEAT) {
      while (i < end && text.charCodeAt(i) === unit) i++
      return emit(from, i)
    }
    return emit(from, pictureEnd(i))
  }
  /** end of the run of question and exclamation marks that begins at `at` */
  const exclaimed = (at: number): number => {
    let i = at
    while (i < end && (text[i] === '!' || text[i] === '?')) i++
    return marksEnd(i)
  }
  const isBoundDigit = (at: number): boolean => {
    const kind = kindOf(text.charCodeAt(at))
    return kind === DIGIT || kind === LETTER
  }
  const numberFrom = (from: number): number => {
    const before = words.size
    const stop = numberWord(from + 1)
    words.start[before] = from
    return stop
  }
  const tagEnd = (at: number): number => {
    let i = runEnd(at)
    while (i < end && text[i] === '_' && isAlnum(i + 1)) i = runEnd(i + 1)
    return i
  }
  /** marks, and further pictures tied on by a joiner or making one flag */
  const pictureEnd = (at: number): number => {
    let i = marksEnd(at)
    const flag = (k: number) => k + 1 < end && text.charCodeAt(k) === 0xd83c && text.charCodeAt(k + 1) >= 0xdde6
    if (i === at && flag(at - 2) && flag(at) && pairAt(text, at - 2) >= 0) return at + 2
    while (i > at && text.charCodeAt(i - 1) === 0x200d && i < end && kindAt(i) === SYMBOL) i = marksEnd(i + widthAt(i))
    return i
  }

  /** splits the visible run text[begin, end) */
  const splitRun = (begin: number, flags: number): void => {
    if (end - begin <= 3 && end - begin >= 2 && emoticons.has(text.slice(begin, end))) {
      emit(begin, end)
      return
    }
    const mayAddress = (flags & ADDRESS) !== 0
    for (let i = begin; i < end; ) {
      const kind = kindAt(i)
      if (kind === LETTER || kind === COMBINING) {
        const stop = mayAddress ? address(i) : 0
        i = stop > 0 ? emit(i, stop) : letterWord(i)
      } else if (kind === DIGIT) {
        const stop = mayAddress ? mailEnd(i) : 0
        i = stop > 0 ? emit(i, stop) : numberWord(i)
      } else if (kind === APOSTROPHE) i = apostropheWord(i, begin)
      else {
        const stop = i > begin ? emoticonEnd(i) : 0
        i = stop > 0 ? emit(i, stop) : symbolWord(i, kind)
      }
    }
  }
  /** a face that ends the run: 'great:)' */
  const emoticonEnd = (at: number): number =>
    end - at <= 3 && end - at >= 2 && emoticons.has(text.slice(at, end)) ? end : 0

  return (source, from, to, into) => {
    text = source
    limit = to
    words = into
    let i = from
    while (i < to) {
      let kind = kindOf(source.charCodeAt(i))
      if (kind === SPACE) {
        i++
        continue
      }
      const begin = i
      let flags = 0
      do {
        const unit = source.charCodeAt(i)
        kind = kindOf(unit)
        if (kind === SPACE) break
        if (kind !== LETTER) flags |= unit === 0x40 || unit === 0x3a || unit === 0x2e ? OTHER | ADDRESS : OTHER
        i++
      } while (i < to)
      end = i
      if (flags === 0) emitPlain(begin, i)
      else splitRun(begin, flags)
    }
  }
}

const OTHER = 1
const ADDRESS = 2

/** 'LTD', but no word of two letters, which is a place or a pair of initials */
const isShout = (word: string): boolean => word.length > 2 && word === word.toUpperCase()

function grow(words: WordOffsets): void {
  const capacity = Math.max(64, words.start.length * 2)
  for (const key of ['start', 'end'] as const) {
    const wider = new Int32Array(capacity)
    wider.set(words[key])
    words[key] = wider
  }
}
