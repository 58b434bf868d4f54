import type { Language, Name } from '../language/types.ts'
import type { EntityCodebook } from './codebook.ts'
import type { PhraseWords } from './pieces.ts'

const MOST_WORDS = 8

/**
 * The office that stands right before a person's name with what it is of: 'Minister of Health and Welfare' before 'Ilse Marek'; where it
 * begins, and its noun. Undefined where there is none.
 */
export function officeBefore(
  { lower, form, sentence }: Language,
  book: EntityCodebook,
  { folded, singular }: PhraseWords,
  name: number,
): { from: number; noun: number } | undefined {
  for (let of = name - 1; of > Math.max(0, name - MOST_WORDS); of--) {
    if (sentence[of] !== sentence[name]) return undefined
    if (lower[of] === 'of') {
      const office = name - of > 1 ? officeAt(book, { folded, singular }, of - 1) : undefined
      return office !== undefined && /^\p{Lu}/u.test(form[of - 1]) ? { from: office, noun: of - 1 } : undefined
    }
    if (!/^(?:and|&|the|,|\p{Lu}.*)$/u.test(form[of])) return undefined
  }
  return undefined
}

/** Where the longest office that ends at a word begins: 'Deputy Minister' at 'Minister'. */
function officeAt(
  book: EntityCodebook,
  { folded, singular }: Pick<PhraseWords, 'folded' | 'singular'>,
  end: number,
): number | undefined {
  const known = (at: number) => {
    const noun = book.nouns.match(singular, at, end + 1)
    if (noun?.to === end + 1) return noun.value.kind === 'person' && noun.value.sector !== 'CVL'
    return book.titles.match(folded, at, end + 1)?.to === end + 1
  }
  let from: number | undefined
  for (let at = end; at >= Math.max(0, end - 3); at--)
    if (known(at) || (from === at + 1 && book.lists['before-titles'].has(folded[at]))) from = at
  return from
}

/**
 * Names with what an office is of cut off from the person behind it, where the tagger took both for one name: 'Mayor of [Almeth Dario Venn]', 'Minister of
 * Health and [Welfare Ilse Marek]'. What is cut off stays a name where it is a place's.
 */
export function splitOffices(
  language: Language,
  book: EntityCodebook,
  words: PhraseWords,
  names: readonly Name[],
): readonly Name[] {
  if (!names.some((name) => isGlued(language, book, words, name))) return names
  return names.flatMap((name) => {
    if (!isGlued(language, book, words, name)) return [name]
    const at = firstOfPerson(book, words, name)
    const person = { ...name, from: at }
    const isPlace = book.atlas.find(book.placeKeyOf(words, name.from, at)).length > 0
    return isPlace ? [{ ...name, to: at, kind: 'place' as const }, person] : [person]
  })
}

function isGlued(
  { lower, form }: Language,
  book: EntityCodebook,
  words: PhraseWords,
  { from, to, kind }: Name,
): boolean {
  if (kind !== 'person' || to - from < 2 || from < 2) return false
  let of = from - 1
  while (of > from - MOST_WORDS && of > 0 && /^(?:and|&|the|,)$/.test(lower[of])) {
    of--
    while (of > from - MOST_WORDS && of > 0 && lower[of] !== 'of' && /^\p{Lu}/u.test(form[of])) of--
  }
  if (of < 1 || lower[of] !== 'of' || !/^\p{Lu}/u.test(form[of - 1])) return false
  if (officeAt(book, words, of - 1) === undefined || book.firstNames.has(words.folded[from])) return false
  const long = form.slice(from, to).filter((word) => /^\p{Lu}/u.test(word)).length > 2
  return long || hasFirstName(book, words, { from, to })
}

const hasFirstName = (book: EntityCodebook, { folded }: PhraseWords, { from, to }: { from: number; to: number }) => {
  for (let w = from + 1; w < to - 1; w++) if (book.firstNames.has(folded[w])) return true
  return false
}

/** The first word of the person's own name: the first that is a first name, else the second. */
function firstOfPerson(book: EntityCodebook, { folded }: PhraseWords, { from, to }: Name): number {
  for (let w = from + 1; w < to - 1; w++) if (book.firstNames.has(folded[w])) return w
  return from + 1
}
