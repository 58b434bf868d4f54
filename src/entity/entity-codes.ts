import type { Code } from '../record/types.ts'
import { codeWords, countryOf, surnameCode } from './code.ts'
import type { Context } from './context.ts'
import type { FoundMention } from './mention.ts'
import { findPieces } from './pieces.ts'

/**
 * Code of every mention's own words (with the title before a name); undefined for pronouns. A mention's country also becomes a
 * nation of its cluster, which keeps 'the Varlonian president' apart from the Kestrian one.
 */
export function codeMentions(context: Context): (Code | undefined)[] {
  const { mentions, published, clusters } = context
  const date = published?.slice(0, 10)
  return mentions.map((mention, m) => {
    if (mention.form === 'pronoun' || isSpelledOut(context, m)) return undefined
    const found = wordsCode(context, mention, date) ?? lastNameCode(context, m, date)
    const code = found?.country && isOfTwoNations(context, mention) ? withoutCountry(found) : found
    if (code?.country) clusters.addNation(m, code.country)
    // A place's name may hold a word that is a noun elsewhere; only the registry says that it stands for somebody.
    const isPlain = code?.basis === 'title' && mention.form === 'name' && mention.kind === 'place'
    return isPlain ? (code.country ? { ...code, sectors: [], basis: 'registry' } : undefined) : code
  })
}

/** Whether letters stand for what the report spells out ('PPP', the Port Pilots' Party): then no namesake of the registry is meant. */
function isSpelledOut({ mentions, clusters, words, book }: Context, m: number): boolean {
  const { form, from, to, kind } = mentions[m]
  if (form !== 'name' || kind === 'place' || to - from !== 1 || !/^[A-Z]{2,6}s?$/.test(words.form[from])) return false
  const rows = book.actors.match(words.folded, from, to)?.value
  if (!rows?.some(({ as }) => as === 'organization')) return false
  const long = clusters.of(m).names.filter((name) => name.includes(' '))
  return (
    long.length > 0 &&
    !long.some((name) => book.actors.get(name)?.some(({ usual }) => rows.some((row) => row.usual === usual)))
  )
}

const withoutCountry = ({ sectors, basis }: Code): Code | undefined =>
  sectors.length > 0 ? { sectors, basis: basis === 'nationality' ? 'title' : basis } : undefined

/** 'the Kenyan and Chilean ministers': many, with two nations before the noun. */
export function isOfTwoNations({ book, words }: Context, { form, number, from, head }: FoundMention): boolean {
  if (form !== 'nominal' || number !== 'p' || head - from < 3) return false
  const nations = new Set(findPieces(book, words, from, head).map(countryOf).filter(Boolean))
  return nations.size > 1
}

function wordsCode(context: Context, mention: FoundMention, date: string | undefined): Code | undefined {
  const { book, words } = context
  const { from, to } = phraseOf(context, mention)
  const code = codeWords(book, words, { from, to, date })
  // 'Petra Solen' is not the agency Petra, nor is 'Jordan Venn' a country: of a first name with what
  // follows it, the registry is asked for people alone.
  const isWholeName = mention.kind === 'person' && mention.form === 'name' && mention.titles.length === 0
  const isElse = isWholeName && to - from > 1 && book.firstNames.has(words.folded[from]) && code?.basis !== 'title'
  return isElse && !findPieces(book, words, from, to).some(({ type }) => type === 'person') ? undefined : code
}

/** A person whom the report calls by one word only, and whom the registry knows by it. */
function lastNameCode(
  { mentions, clusters, book, words }: Context,
  m: number,
  date: string | undefined,
): Code | undefined {
  const { form, kind, key, from, to } = mentions[m]
  if (form !== 'name' || kind !== 'person' || to - from !== 1) return undefined
  if (clusters.of(m).names.some((name) => name.includes(' '))) return undefined
  return surnameCode(book, key, date, [words.form[from]])
}

const LONGEST_PHRASE = 24

/** The whole noun phrase of a mention: from before its titles to the 'of' phrase behind it. */
function phraseOf(
  { tree, language }: Context,
  { head, from, to, titles, form }: FoundMention,
): { from: number; to: number } {
  if (form === 'nominal') return { from, to: Math.max(to, place(tree, language, head, to)) }
  if (titles.length === 0) return { from, to }
  const left = Math.min(titles[0].from, Math.max(tree.left(head), titles[0].from - 4))
  let right = to
  if (to < language.size && language.lower[to] === 'of') right = Math.min(tree.right(head), to + LONGEST_PHRASE)
  return { from: left, to: Math.max(right, to) }
}

/** A nominal's phrase goes on over 'in Kestria' and 'from Almeth', which its span leaves out. */
function place(tree: Context['tree'], { relation }: Context['language'], head: number, to: number): number {
  for (const c of tree.children(head))
    if (c > head && relation[c] === 'nmod' && tree.left(c) === to) return Math.min(tree.right(c), to + 6)
  return to
}

const rank: Record<Code['basis'], number> = { title: 3, registry: 2, nationality: 1, context: 0 }

/** One code for an entity, from its mentions' codes: the best founded sectors, and the first country. */
export function entityCode(codes: readonly (Code | undefined)[]): Code | undefined {
  const given = codes.filter((code) => code !== undefined)
  if (given.length === 0) return undefined
  const useful = (code: Code) => code.sectors.length > 0 && code.sectors[0] !== 'UNK' && code.sectors[0] !== 'CVL'
  let best = given[0]
  for (const code of given) if (useful(code) && (!useful(best) || rank[code.basis] > rank[best.basis])) best = code
  const country = best.country ?? given.find((code) => code.country)?.country
  return { ...(country ? { country } : {}), sectors: [...best.sectors], basis: best.basis }
}
