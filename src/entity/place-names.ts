import type { Context } from './context.ts'
import type { FoundMention } from './mention.ts'

/** A stretch of words that names a place, before it is known which. */
export interface PlaceName {
  from: number
  to: number
  /** the mention that it is, or stands in */
  mention: number
  /** 'own': the mention is the place; 'whole': a body called by its place's name alone; 'inside': a part of a body's name; 'behind': what tells where the name before it lies */
  role: 'own' | 'whole' | 'inside' | 'behind'
  /** for 'behind': the name that it settles */
  settles?: number
}

type Names = Pick<Context, 'language' | 'words' | 'book' | 'mentions'>

/** Towns of fewer people make no body's place: too many are called like people and things. */
const WELL_KNOWN = 100_000

/** Every name of a place in the report: those that are mentions, those inside the names of bodies, and states and countries behind towns. */
export function findPlaceNames(context: Names): PlaceName[] {
  const found: PlaceName[] = []
  context.mentions.forEach((mention, m) => {
    if (mention.form !== 'name') return
    const [own, ...behind] = split(context, mention)
    if (mention.kind === 'place' || isTownOf(context, mention)) {
      found.push({ ...own, mention: m, role: 'own' })
      const at = found.length - 1
      if (!isKnown(context, own))
        for (const part of insidePlaces(context, own.from, own.to)) found.push({ ...part, mention: m })
      const isList = behind.length > 1 || context.book.lists.joiners.has(context.language.lower[mention.to])
      for (const part of behind)
        found.push(
          isList ? { ...part, mention: m, role: 'inside' } : { ...part, mention: m, role: 'behind', settles: at },
        )
      const next = behind.length === 0 ? placeBehind(context, mention.to) : undefined
      // Where it is a mention of its own, it gets its row from that.
      if (next) found.push({ ...next, mention: -1, role: 'behind', settles: at })
    } else if (mention.kind === 'organization' || mention.kind === 'facility' || mention.kind === 'other')
      found.push(...bodyPlaces(context, mention).map((name) => ({ ...name, mention: m })))
  })
  return found
}

/** 'the city of Almeth', though the name was taken for a person's. */
function isTownOf({ language: { lower }, words, book }: Names, { kind, from, to, titles }: FoundMention): boolean {
  if (kind !== 'person' || to - from > 2 || titles.length > 0 || from < 2 || lower[from - 1] !== 'of') return false
  return book.placeWords.get(words.singular[from - 2])?.role === 'behind'
}

function isKnown({ words, book }: Names, { from, to }: Stretch): boolean {
  const isName = (at: number, end: number) =>
    book.atlas.find(book.placeKeyOf(words, at, end)).length > 0 ||
    (book.actors.get(words.folded.slice(at, end).join(' '))?.some(({ as }) => as === 'country') ?? false)
  return isName(from, to) || book.bareNames(words, from, to).some(({ at, end }) => isName(at, end))
}

interface Stretch {
  from: number
  to: number
}

/** 'Almeth, Varlonia' in one mention: its parts, without article and possessive. */
function split({ language: { lower } }: Names, { from, to }: FoundMention): Stretch[] {
  const parts: Stretch[] = []
  let start = from
  for (let w = from; w <= to; w++)
    if (w === to || lower[w] === ',' || lower[w] === '(' || lower[w] === ')') {
      if (w > start) parts.push({ from: start, to: w })
      start = w + 1
    }
  return (parts.length > 0 ? parts : [{ from, to }]).map(({ from, to }) => ({
    from: to - from > 1 && lower[from] === 'the' ? from + 1 : from,
    to: to - from > 1 && (lower[to - 1] === "'s" || lower[to - 1] === '’s' || lower[to - 1] === "'") ? to - 1 : to,
  }))
}

/** A state's or a country's name behind ', ' or '(' at a word; not the next of a list: 'Almeth, Kestria and Varlonia'. */
export function placeBehind(context: Names, at: number): Stretch | undefined {
  const { lower, sentence, size, form } = context.language
  const { joiners } = context.book.lists
  if (at + 1 >= size || sentence[at] !== sentence[at + 1] || (lower[at] !== ',' && lower[at] !== '(')) return undefined
  const from = lower[at + 1] === 'the' ? at + 2 : at + 1
  const to = from < size ? unitEnd(context, from, true) : 0
  if (to <= from || joiners.has(lower[to])) return undefined
  // ', Varlonia, Kestria and Tessaly'
  for (let w = to; w < size && sentence[w] === sentence[at] && w < to + LONGEST_LIST; w++) {
    if (joiners.has(lower[w]) && lower[to] === ',' && isCapital(form[w - 1])) return undefined
    if (lower[w] !== ',' && !isCapital(form[w])) break
  }
  return { from, to }
}

const LONGEST_LIST = 12
const LONGEST = 5

/** The word after the longest name of a country or first division that begins at a word; 0 where none does. */
export function unitEnd({ language, words, book }: Names, from: number, behind: boolean): number {
  if (!isCapital(words.form[from])) return 0
  const { sentence, size } = language
  if (book.atlas.short(words.form[from], behind)) return from + 1
  let end = from
  while (end < size && end < from + LONGEST && sentence[end] === sentence[from]) end++
  for (let to = end; to > from; to--) {
    const name = words.folded.slice(from, to).join(' ')
    if (book.actors.get(name)?.some(({ as }) => as === 'country' || as === 'disputed')) return to
    const key = book.placeKeyOf(words, from, to)
    if (!book.atlas.isDoubtful(key) && book.atlas.find(key).some(({ level }) => level === 'division')) return to
  }
  return 0
}

/** Places inside a body's name, or the body's whole name where that is a place's. */
function bodyPlaces(context: Names, mention: FoundMention): Omit<PlaceName, 'mention'>[] {
  const { words, book } = context
  const [{ from, to }] = split(context, mention)
  const rows = book.actors.get(words.folded.slice(from, to).join(' '))
  const as = rows?.find(({ exact }) => !exact || words.form[from] === words.form[from].toUpperCase())?.as
  if (as === 'country' || as === 'disputed' || as === 'capital') return [{ from, to, role: 'whole' }]
  if (as) return as === 'organization' ? insidePlaces(context, from, to) : []
  const spots = book.atlas.find(book.placeKeyOf(words, from, to))
  const isAlone = !book.atlas.isDoubtful(book.placeKeyOf(words, from, to)) && spots.some(isWellKnown)
  if (isAlone) return mention.kind === 'organization' ? [{ from, to, role: 'whole' }] : []
  return insidePlaces(context, from, to)
}

const isWellKnown = ({ level, people, usual }: { level: string; people: number; usual?: true }) =>
  usual || people >= (level === 'division' ? WELL_KNOWN / 2 : WELL_KNOWN)

function insidePlaces(context: Names, from: number, to: number): Omit<PlaceName, 'mention'>[] {
  const { words, book } = context
  if (book.placeWords.get(words.folded[to - 1])?.role === 'paper') return []
  const found: Omit<PlaceName, 'mention'>[] = []
  for (let at = from; at < to; at++) {
    const isEdge =
      at === from || book.placeWords.get(words.folded[at - 1])?.role === 'link' || words.form[at - 1] === ','
    const end = isCapital(words.form[at]) ? knownEnd(context, at, to) : 0
    if (end === 0 || (at === from && end === to) || !(isEdge || end === to || isLand(context, at, end))) continue
    found.push({ from: at, to: end, role: 'inside' })
    at = end - 1
  }
  return found
}

const isLand = ({ words, book }: Names, from: number, to: number) =>
  book.actors.get(words.folded.slice(from, to).join(' '))?.some(({ as }) => as === 'country') ?? false

/** The word after the longest name of a country, division or well-known town that begins at a word. */
function knownEnd({ words, book }: Names, from: number, end: number): number {
  if (book.firstNames.has(words.folded[from])) return 0
  for (let to = Math.min(end, from + LONGEST); to > from; to--) {
    const actors = book.actors.get(words.folded.slice(from, to).join(' '))
    if (actors?.some(({ as }) => as === 'country' || as === 'disputed' || as === 'capital')) return to
    if (actors) return 0
    const key = book.placeKeyOf(words, from, to)
    if (book.atlas.isDoubtful(key)) continue
    if (book.atlas.find(key).some(isWellKnown)) return to
  }
  return 0
}

const isCapital = (word: string) => word[0] !== word[0].toLowerCase()
