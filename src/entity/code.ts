import type { Code } from '../record/types.ts'
import type { Resources } from '../resources.ts'
import { BeginsIn, type EntityCodebook, openCodebook, type Term } from './codebook.ts'
import { splitPhrase } from './fold.ts'
import { findPieces, openNameWords, type PhrasePiece, type PhraseWords } from './pieces.ts'

/** What a phrase says of an actor: a code, and whether the country was named (not only the sector). */
export type Coder = (phrase: string, date?: string, context?: string) => Code | undefined

/**
 * Opens the coder: PLOVER country and sectors of a phrase that names an actor, at a date (ISO; without one, the last that is
 * known counts). `context` is text that stood near the phrase and may name the country. Nothing known: undefined.
 *
 * @example openCoder(resources)('police in Kenya') // { country: 'KEN', sectors: ['COP'], basis: 'title' }
 */
export function openCoder(resources: Resources): Coder {
  const book = openCodebook(resources)
  const wordsOf = openNameWords(book)
  return (phrase, date, context) => {
    const words = wordsOf(splitPhrase(phrase))
    const whole = wholeCode(book, words) ?? surnameCode(book, words.folded[words.folded.length - 1], date, words.form)
    if (whole) return whole
    const code = codeWords(book, words, { from: 0, to: words.form.length, date })
    if (code?.country || !context) return code
    const near = wordsOf(splitPhrase(context))
    const country = findPieces(book, near, 0, near.form.length).map(countryOf).find(Boolean)
    if (!country) return code
    return { country, sectors: code?.sectors ?? [], basis: code ? code.basis : 'context' }
  }
}

/** A bare capital stands for its government, a bare town for its people. */
function wholeCode(book: EntityCodebook, words: PhraseWords): Code | undefined {
  const pieces = findPieces(book, words, words.folded[0] === 'the' ? 1 : 0, words.form.length)
  const [only] = pieces
  if (pieces.length !== 1 || only.to < words.form.length || only.from > 1) return undefined
  if (only.type !== 'place' || !only.spot.country) return undefined
  return { country: only.spot.country, sectors: ['CVL'], basis: 'registry' }
}

/**
 * A last name alone ('Venn', 'Kestria's Venn'), where the registry has one person of that name, and one who holds office at the date:
 * a namesake is likelier than somebody who left long ago.
 */
export function surnameCode(
  book: EntityCodebook,
  name: string | undefined,
  date: string | undefined,
  words: readonly string[],
): Code | undefined {
  const alone = words.length === 1 || (words.length === 3 && words[1] === "'s")
  if (!name || !alone || !/^\p{Lu}/u.test(words[words.length - 1])) return undefined
  const terms = book.surnames.get(name)
  if (!terms || book.firstNames.has(name)) return undefined
  const { sectors, country } = termSectors(terms, date)
  if (!country || sectors.length === 0 || sectors[0] === 'ELI') return undefined
  return { country, sectors: [...sectors], basis: 'registry' }
}

export interface CodeOptions {
  from: number
  to: number
  date?: string
}

/** Code of the phrase in words [from, to): the head's part first, then what hangs on it. */
export function codeWords(book: EntityCodebook, words: PhraseWords, { from, to, date }: CodeOptions): Code | undefined {
  const parts = splitParts(book, words, from, to).map((part) => findPieces(book, words, part.from, part.to))
  const sector = sectorOf(parts, words, date)
  const country = sector.country ?? firstCountry(parts, date)
  if (!country && sector.sectors.length === 0) return undefined
  const named = parts.flat().some((p) => p.type === 'actor' || p.type === 'place')
  const basis = sector.basis ?? (named ? 'registry' : 'nationality')
  return country ? { country, sectors: sector.sectors, basis } : { sectors: sector.sectors, basis }
}

/** The phrase cut at prepositions, commas and relative pronouns; names and nouns of the codebook keep theirs ('Bank of England'). */
function splitParts(
  book: EntityCodebook,
  words: PhraseWords,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = []
  let start = from
  const { breaks } = book.lists
  let cut = nextBreak(words, breaks, { from, to })
  for (let at = from; at < to; ) {
    const whole = cut < to && at < cut ? wholeUntil(book, words, at, to) : at
    if (whole > cut) {
      at = whole
      cut = nextBreak(words, breaks, { from: at, to })
    } else if (at === cut) {
      if (at > start) parts.push({ from: start, to: at })
      start = ++at
      cut = nextBreak(words, breaks, { from: at, to })
    } else at = cut < to ? at + 1 : to
  }
  if (to > start) parts.push({ from: start, to })
  return parts
}

function nextBreak(
  { folded }: PhraseWords,
  breaks: ReadonlySet<string>,
  { from, to }: { from: number; to: number },
): number {
  for (let at = from; at < to; at++) if (breaks.has(folded[at])) return at
  return to
}

/** The word after the longest name or noun of the codebook that begins at a word. */
function wholeUntil(book: EntityCodebook, { folded, form, begins }: PhraseWords, at: number, to: number): number {
  const noun = begins[at] & BeginsIn.nouns ? book.nouns.match(folded, at, to)?.to : undefined
  const isName = begins[at] & BeginsIn.actors && form[at] !== folded[at]
  const actor = isName ? book.actors.match(folded, at, to)?.to : undefined
  return Math.max(noun ?? at, actor ?? at)
}

interface Sectors {
  sectors: readonly string[]
  country?: string
  basis?: Code['basis']
}
type Settled = { sectors: string[]; country?: string; basis?: Code['basis'] }

function sectorOf(parts: PhrasePiece[][], words: PhraseWords, date: string | undefined): Settled {
  let fallback: Sectors = { sectors: [] }
  for (let i = 0; i < parts.length; i++) {
    const own = partSectors(parts[i], words, date)
    const next = own.weak && i + 1 < parts.length ? organizationSectors(parts[i + 1]) : undefined
    if (next) return settle({ ...next, basis: 'title', country: own.country }, parts[i])
    if (own.sectors.length > 0 && own.sectors[0] !== 'UNK') return settle(own, parts[i])
    if (own.country && !fallback.country) fallback = own
    else if (own.sectors.length > 0 && fallback.sectors.length === 0) fallback = { ...own, country: fallback.country }
  }
  return settle(fallback, [])
}

/** A former holder of office is one of the elite. */
function settle({ sectors, country, basis }: Sectors, pieces: PhrasePiece[]): Settled {
  const former = pieces.some((p) => p.type === 'modifier' && p.modifier.effect === 'former')
  const list = former && (sectors[0] === 'GOV' || sectors[0] === 'LEG') ? ['ELI'] : [...sectors]
  return { sectors: list, country, basis }
}

const weakSector = (sector: string) => sector === '' || sector.endsWith('?')
const bare = (sector: string) => (sector.endsWith('?') ? sector.slice(0, -1) : sector)

/** Sectors of one part: its last noun's, unless that is weak and something beside it says more. */
function partSectors(pieces: PhrasePiece[], words: PhraseWords, date: string | undefined): Sectors & { weak: boolean } {
  const person = pieces.find((p) => p.type === 'person')
  const held = person ? termSectors(person.terms, date) : undefined
  const nouns = pieces.filter((p) => p.type === 'noun' || p.type === 'title')
  const head = nouns.at(-1)
  const own = head ? (head.type === 'noun' ? head.noun.sector : head.title.sector) : ''
  if (held && (held.sectors.length > 0 || !own)) return { ...held, basis: 'registry', weak: false }
  const country = held?.country
  if (head && !weakSector(own)) return { sectors: [own], country, basis: 'title', weak: false }
  const isBody = head?.type === 'noun' && head.noun.kind === 'organization'
  const beside = pieces.filter((p) => p !== head && (!head || p.to <= head.from || p.type === 'actor')).reverse()
  for (const piece of beside) {
    const sectors = besideSectors(piece, words, pieces.length === 1)
    // 'the diaspora office' is no civilian, nor are 'tribal fighters'.
    if ((isBody || own) && (sectors[0] === 'CVL' || sectors[0] === 'UNK')) continue
    if (sectors.length > 0) return { sectors, country, basis: basisOf(piece), weak: false }
  }
  return { sectors: own ? [bare(own)] : [], country, basis: own ? 'title' : undefined, weak: true }
}

const basisOf = (piece: PhrasePiece): Code['basis'] => (piece.type === 'actor' ? 'registry' : 'title')

function besideSectors(piece: PhrasePiece, { form }: PhraseWords, alone: boolean): readonly string[] {
  if (piece.type === 'modifier') return piece.modifier.effect === 'sector' ? [piece.modifier.sector] : []
  if (piece.type === 'noun') return piece.noun.sector ? [bare(piece.noun.sector)] : []
  if (piece.type === 'title') return piece.title.sector ? [piece.title.sector] : []
  if (piece.type !== 'actor') return []
  // 'Tehran' alone is a government; 'Minsk police' only says where.
  return piece.actor.as === 'capital' && (!alone || form.length > piece.to) ? [] : piece.actor.sectors
}

/** 'president of the [party]': what an organization in the next part gives a weak head. */
function organizationSectors(pieces: PhrasePiece[]): Sectors | undefined {
  for (const piece of pieces) {
    if (piece.type === 'actor' && piece.actor.as === 'organization') return { sectors: piece.actor.sectors }
    if (piece.type === 'noun' && piece.noun.kind === 'organization' && piece.noun.sector)
      return { sectors: [bare(piece.noun.sector)] }
  }
  return undefined
}

function termSectors(terms: Term[], date: string | undefined): { sectors: readonly string[]; country: string } {
  const sorted = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1))
  const last = sorted[sorted.length - 1]
  if (date === undefined) return { sectors: last.sectors, country: last.country }
  const active = sorted.filter(({ from, to }) => starts(from, date) && !(to !== '' && ended(to, date))).at(-1)
  if (active) return active
  const past = sorted.filter(({ to }) => to !== '' && ended(to, date)).at(-1)
  if (!past) return { sectors: [], country: sorted[0].country }
  const office = past.sectors[0]
  return { sectors: office === 'GOV' || office === 'LEG' ? ['ELI'] : past.sectors, country: past.country }
}

/** Dates of terms may be years or months: compared as far as they go, and the last month still counts. */
const starts = (from: string, date: string) => date.slice(0, from.length) >= from
const ended = (to: string, date: string) => date.slice(0, to.length) > to

export function countryOf(piece: PhrasePiece): string | undefined {
  if (piece.type === 'actor') return piece.actor.country || undefined
  if (piece.type === 'adjective') return piece.country
  if (piece.type === 'place') return piece.spot.country || undefined
  return undefined
}

/** The country that stands first; in one part, places and nations come before organizations. */
function firstCountry(parts: PhrasePiece[][], date: string | undefined): string | undefined {
  for (const pieces of parts) {
    const person = pieces.find((p) => p.type === 'person')
    if (person) return termSectors(person.terms, date).country
    const nation = pieces.find((p) => countryOf(p) && !(p.type === 'actor' && p.actor.as === 'organization'))
    const found = nation ?? pieces.find(countryOf)
    if (found) return countryOf(found)
  }
  return undefined
}
