import type { Language, Name } from '../language/types.ts'
import type { EntityCodebook } from './codebook.ts'
import type { FoundMention } from './mention.ts'
import { officeBefore, splitOffices } from './office-names.ts'
import type { PhraseWords } from './pieces.ts'
import { repeatNames } from './repeat-names.ts'
import { type EntityKind, entityKind, type Gender } from './traits.ts'

/** Names of people, organizations, places, facilities and groups, with the titles that stand before them. */
export function findNames(language: Language, book: EntityCodebook, words: PhraseWords): FoundMention[] {
  const names = splitOffices(language, book, words, repeatNames(language, words))
  const lands = landsOf(names, words, book.lists['named-adjectives'])
  const surnames = surnamesOf(names, words)
  return names.flatMap((name) => {
    const kind = isSurname(book, words, name, surnames)
      ? 'person'
      : (knownKind(book, words, name) ??
        (isLand(name, words, lands) ? 'place' : (thingKind(language, book, name) ?? entityKind(name.kind))))
    if (!kind || name.to <= name.from) return []
    const tops = topWords(language, name)
    const before = kind === 'person' ? titleBefore(language, book, words, name) : undefined
    const title = before && titleHead(language, tops[0], before)
    const besides = before && title === undefined ? [before.noun] : []
    const key = nameKey(words, kind === 'person' ? withoutTitle(book, words, name) : name)
    const found: FoundMention = {
      form: 'name',
      from: name.from,
      to: name.to,
      head: title ?? tops[0],
      heads: title === undefined ? [...tops.slice(1), ...besides] : tops,
      kind,
      number: kind === 'group' ? groupNumber(language, name) : 's',
      gender: kind === 'person' ? personGender(book, words, name, before) : '',
      person: 3,
      key,
      titles: before ? [{ from: before.from, to: before.to }] : [],
      definite: name.from > 0 && language.lower[name.from - 1] === 'the' ? 'the' : '',
      quote: -1,
    }
    return [found]
  })
}

/** Words that a people of the report is named after, and no person of it: 'Kestria' where 'Kestrian troops' are told of, 'Tessal' where 'Tessalese'. */
function landsOf(names: readonly Name[], { folded }: PhraseWords, endings: ReadonlySet<string>): ReadonlySet<string> {
  const lands = new Set<string>()
  for (const { from, to, kind } of names) {
    if (kind !== 'group' || to - from !== 1) continue
    const people = folded[from].endsWith('s') ? folded[from].slice(0, -1) : folded[from]
    for (const ending of endings)
      if (people.endsWith(ending) && people.length > ending.length + 3) lands.add(people.slice(0, -ending.length))
  }
  if (lands.size > 0)
    for (const { from, to, kind } of names)
      if (kind === 'person' && to - from > 1) for (let w = from; w < to; w++) lands.delete(folded[w])
  return lands
}

/** Whether a name taken for a person or a thing is a land's. */
function isLand({ from, to, kind }: Name, { folded }: PhraseWords, lands: ReadonlySet<string>): boolean {
  return to - from === 1 && lands.has(folded[from]) && (kind === 'person' || kind === 'misc' || kind === 'product')
}

/** What a name of one word is that was taken for a person's and whose deed is told with 'its' ('Kestria closed its ports'): by its ending a land's, else a body's. */
function thingKind(
  { head, relation, lower, sentence, sentences }: Language,
  book: EntityCodebook,
  { from, to, kind }: Name,
): EntityKind | undefined {
  if (kind !== 'person' || to - from !== 1 || relation[from] !== 'nsubj') return undefined
  const verb = head[from]
  const { to: end } = sentences[sentence[from]]
  for (let w = verb + 1; w < end; w++) {
    if (lower[w] !== 'its' || relation[w] !== 'nmod:poss' || head[head[w]] !== verb) continue
    return book.lists['land-endings'].has(lower[from].slice(-2)) ? 'place' : 'organization'
  }
  return undefined
}

/** Last words of the names of two words or more that the report gives people. */
function surnamesOf(names: readonly Name[], { folded }: PhraseWords): ReadonlySet<string> {
  return new Set(names.flatMap(({ from, to, kind }) => (kind === 'person' && to - from > 1 ? [folded[to - 1]] : [])))
}

/** Whether a name of one word, taken for a body or a thing, is the last name of somebody in the report, and no country's. */
function isSurname(
  book: EntityCodebook,
  { folded }: PhraseWords,
  { from, to, kind }: Name,
  surnames: ReadonlySet<string>,
): boolean {
  if (to - from !== 1 || kind === 'place' || kind === 'group' || !surnames.has(folded[from])) return false
  return !book.actors.match(folded, from, to)?.value.some(({ as }) => as === 'country')
}

/** What the registry knows to be a country or an organization, or what ends like a company, is no person and no thing. */
function knownKind(
  book: EntityCodebook,
  { folded, form }: PhraseWords,
  { from, to, kind }: Name,
): EntityKind | undefined {
  if (kind !== 'person' && kind !== 'misc' && kind !== 'product') return undefined
  if (to - from > 1 && book.lists['company-endings'].has(folded[to - 1])) return 'organization'
  const match = book.actors.match(folded, from, to)
  if (match?.to !== to) return undefined
  const actor = match.value.find(({ exact }) => !exact || form[from] === form[from].toUpperCase())
  if (actor?.as === 'organization') return 'organization'
  return actor?.as === 'country' ? 'place' : undefined
}

/** Words of the name whose head lies outside it, in text order. */
function topWords({ head }: Language, { from, to }: Name): number[] {
  const tops: number[] = []
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) tops.push(w)
  return tops.length > 0 ? tops : [to - 1]
}

/** A name's words, folded, without an article in front and a possessive behind. */
export function nameKey({ folded }: PhraseWords, { from, to }: { from: number; to: number }): string {
  let [start, end] = [from, to]
  if (end - start > 1 && folded[start] === 'the') start++
  if (end - start > 1 && (folded[end - 1] === "'s" || folded[end - 1] === "'")) end--
  return folded.slice(start, end).join(' ')
}

/** A person's name without a title that was taken for its first word: 'Mr. Venn'. */
function withoutTitle(book: EntityCodebook, { folded }: PhraseWords, { from, to }: Name): { from: number; to: number } {
  const title = book.titles.match(folded, from, to - 1)
  return title ? { from: title.to, to } : { from, to }
}

/** Adjectives of a nation are singular or not known; 'Iranians' are many. */
function groupNumber({ upos, xpos, lower }: Language, { to }: Name): '' | 's' | 'p' {
  if (upos[to - 1] === 'ADJ') return ''
  return xpos[to - 1].endsWith('S') || lower[to - 1].endsWith('s') ? 'p' : ''
}

const LONGEST_TITLE = 7

/** The run of title words right before a person's name: 'Foreign Minister', 'Brig. Gen.', 'Minister of Health'; and its noun. */
function titleBefore(
  language: Language,
  book: EntityCodebook,
  words: PhraseWords,
  { from }: Name,
): { from: number; to: number; noun: number } | undefined {
  const { lower, upos, sentence } = language
  const { folded, singular } = words
  const first = Math.max(0, from - LONGEST_TITLE)
  let start = from
  for (let at = from - 1; at >= first && sentence[at] === sentence[from]; at--) {
    const title = book.titles.match(folded, at, from) ?? book.nouns.match(singular, at, from)
    const reaches = title !== undefined && (title.to === start || title.to === from)
    if (reaches && (!('kind' in title.value) || title.value.kind === 'person')) start = at
    else if (start < from && book.lists['before-titles'].has(lower[at])) start = at
    else if (start === from && from - at >= 3) break
    else if (start < from && !(upos[at] === 'PROPN' || upos[at] === 'ADJ' || upos[at] === 'NOUN')) break
    else if (start === from && !(upos[at] === 'PROPN' || upos[at] === 'NOUN' || lower[at] === '.')) break
  }
  if (start < from) return { from: start, to: from, noun: from - 1 }
  const office = officeBefore(language, book, words, from)
  return office && { ...office, to: from }
}

/** The title's word that governs the name in the tree, where it does. */
function titleHead({ head }: Language, top: number, title: { from: number; to: number }): number | undefined {
  const governor = head[top]
  return governor >= title.from && governor < title.to ? governor : undefined
}

function personGender(
  book: EntityCodebook,
  { folded, singular }: PhraseWords,
  name: Name,
  before: { from: number; to: number } | undefined,
): Gender {
  if (before)
    for (let at = before.from; at < before.to; at++) {
      const title = book.titles.match(folded, at, before.to) ?? book.nouns.match(singular, at, before.to)
      if (title?.value.gender) return title.value.gender
    }
  return book.titles.match(folded, name.from, name.to)?.value.gender || (book.firstNames.get(folded[name.from]) ?? '')
}
