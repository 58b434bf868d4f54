import type { Spot } from './atlas.ts'
import {
  type Actor,
  BeginsIn,
  type EntityCodebook,
  type Modifier,
  type Noun,
  type Term,
  type Title,
} from './codebook.ts'
import { fold } from './fold.ts'

/** A stretch of a phrase that the codebook knows. */
export type PhrasePiece = { from: number; to: number } & (
  | { type: 'person'; terms: Term[] }
  | { type: 'actor'; actor: Actor }
  | { type: 'adjective'; country: string }
  | { type: 'noun'; noun: Noun }
  | { type: 'modifier'; modifier: Modifier }
  | { type: 'title'; title: Title }
  | { type: 'place'; spot: Spot; settled?: true }
)

/** Words to look up: as they stand, folded, and folded in the singular. */
export interface PhraseWords {
  form: readonly string[]
  folded: readonly string[]
  singular: readonly string[]
  /** `BeginsIn` bits of what begins at the word, in one or the other form */
  begins: Uint8Array
  /** places that the report's names were settled to mean, by the word that they begin with */
  settled?: ReadonlyMap<number, { to: number; spot: Spot }>
}

/** 'ministries' to 'ministry', 'gunmen' to 'gunman', 'police' stays; `irregular` holds plurals of their own: 'men' to 'man'. */
export function singular(word: string, irregular?: ReadonlyMap<string, string>): string {
  const known = irregular?.get(word)
  if (known) return known
  if (word.endsWith('women') || (word.endsWith('men') && word.length > 5)) return `${word.slice(0, -2)}an`
  if (!word.endsWith('s') || word.length < 4 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is'))
    return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

interface Known {
  folded: string
  singular: string
  begins: number
}

const MOST_KEPT = 50_000

/** Opens what prepares words for look-ups. It keeps the words that it has seen, as reports share most of theirs. */
export function openNameWords(book: EntityCodebook): (form: readonly string[]) => PhraseWords {
  const known = new Map<string, Known>()
  const know = (word: string): Known => {
    const folded = fold(word)
    const one = singular(folded, book.irregular)
    const begins = (book.begins.get(folded) ?? 0) | ((book.begins.get(one) ?? 0) & BeginsIn.nouns)
    const entry = { folded, singular: one, begins }
    if (known.size >= MOST_KEPT) known.clear()
    known.set(word, entry)
    return entry
  }
  return (form) => {
    const words = {
      form,
      folded: new Array(form.length),
      singular: new Array(form.length),
      begins: new Uint8Array(form.length),
    }
    for (let w = 0; w < form.length; w++) {
      const entry = known.get(form[w]) ?? know(form[w])
      words.folded[w] = entry.folded
      words.singular[w] = entry.singular
      words.begins[w] = entry.begins
    }
    return words
  }
}

/** What the codebook knows in words [from, to), left to right, the longest first; pieces do not overlap. */
export function findPieces(book: EntityCodebook, words: PhraseWords, from: number, to: number): PhrasePiece[] {
  const found: PhrasePiece[] = []
  for (let at = from; at < to; ) {
    if (words.begins[at] === 0) {
      at++
      continue
    }
    const piece = pieceAt(book, words, at, to) ?? surnameAt(book, words, { at, end: to, before: found.at(-1) })
    if (piece) found.push(piece)
    at = piece ? piece.to : at + 1
  }
  return found.filter(
    (piece) => piece.type !== 'place' || piece.settled || !insideName(words, piece, { from, to }, found),
  )
}

/** 'Minister Venn': a name after a title, where the registry has only one person of that name. */
function surnameAt(
  book: EntityCodebook,
  words: PhraseWords,
  { at, end, before }: { at: number; end: number; before: PhrasePiece | undefined },
): PhrasePiece | undefined {
  if (before?.to !== at || (before.type !== 'title' && before.type !== 'noun') || !isCapital(words.form[at])) return
  if (at + 1 < end && isCapital(words.form[at + 1])) return
  const terms = (words.begins[at] & BeginsIn.surnames) === 0 ? undefined : book.surnames.get(words.folded[at])
  return terms ? { type: 'person', from: at, to: at + 1, terms } : undefined
}

/** A town's name beside another capitalized word that nothing explains is part of somebody's name. */
function insideName(
  words: PhraseWords,
  place: PhrasePiece,
  part: { from: number; to: number },
  pieces: PhrasePiece[],
): boolean {
  const unexplained = (at: number) =>
    at >= part.from && at < part.to && isCapital(words.form[at]) && !pieces.some((p) => p.from <= at && at < p.to)
  return unexplained(place.from - 1) || unexplained(place.to)
}

const isCapital = (word: string) => word[0] !== word[0].toLowerCase()

function pieceAt(book: EntityCodebook, words: PhraseWords, at: number, end: number): PhrasePiece | undefined {
  const { form, folded, singular, begins } = words
  const mask = begins[at]
  let best: PhrasePiece | undefined
  const offer = (piece: PhrasePiece) => {
    if (!best || piece.to > best.to) best = piece
  }
  if (isCapital(form[at]) || form[at].startsWith('al-') || form[at] === 'the') {
    const person = mask & BeginsIn.people ? book.people.match(folded, at, end) : undefined
    if (person) offer({ type: 'person', from: at, to: person.to, terms: person.value })
    const actor = mask & BeginsIn.actors ? book.actors.match(folded, at, end) : undefined
    const row = actor?.value.find(({ exact }) => !exact || form[at] === form[at].toUpperCase())
    if (actor && row) offer({ type: 'actor', from: at, to: actor.to, actor: row })
    const adjective = mask & BeginsIn.adjectives ? book.adjectives.match(folded, at, end) : undefined
    if (adjective) offer({ type: 'adjective', from: at, to: adjective.to, country: adjective.value })
  }
  if (mask & BeginsIn.nouns)
    for (const list of [folded, singular]) {
      const noun = book.nouns.match(list, at, end)
      if (noun) offer({ type: 'noun', from: at, to: noun.to, noun: noun.value })
    }
  const title = mask & BeginsIn.titles && isCapital(form[at]) ? book.titles.match(folded, at, end) : undefined
  if (title) offer({ type: 'title', from: at, to: title.to, title: title.value })
  const modifier = mask & BeginsIn.modifiers ? book.modifiers.get(folded[at]) : undefined
  if (modifier) offer({ type: 'modifier', from: at, to: at + 1, modifier })
  const settled = mask & BeginsIn.spots ? settledAt(words, at, { end, best }) : undefined
  return settled ?? best ?? (mask & BeginsIn.spots ? placeAt(book, words, at, end) : undefined)
}

/** What the name at a word was settled to mean, where nothing else is known of it, or a land or capital of another country. */
function settledAt(
  { settled }: PhraseWords,
  at: number,
  { end, best }: { end: number; best: PhrasePiece | undefined },
): PhrasePiece | undefined {
  const place = settled?.get(at)
  if (!place || place.to > end || !place.spot.country) return undefined
  const isLand = best?.type === 'actor' && best.actor.as !== 'organization' && best.actor.as !== 'seat'
  if (best && best.to > place.to) return undefined
  if (best && !(isLand && best.type === 'actor' && best.actor.country !== place.spot.country)) {
    // 'British Columbia' is longer than 'British'.
    if (best.to === place.to || (best.type !== 'adjective' && best.type !== 'actor')) return undefined
  }
  return { type: 'place', from: at, to: place.to, spot: place.spot, settled: true }
}

function placeAt(
  book: EntityCodebook,
  { form, folded }: PhraseWords,
  at: number,
  end: number,
): PhrasePiece | undefined {
  if (!isCapital(form[at]) || form[at].length < 3) return undefined
  for (let to = Math.min(end, at + 3); to > at; to--) {
    const spot = book.spots.get(to === at + 1 ? folded[at] : folded.slice(at, to).join(' '))
    if (spot) return { type: 'place', from: at, to, spot }
  }
  return undefined
}
