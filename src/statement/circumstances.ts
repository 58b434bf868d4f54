import type { EntityReading } from '../entity/types.ts'
import { markOf } from '../language/clause/mark-of.ts'
import type { Span } from '../record/types.ts'
import type { StatementBook } from './codebook.ts'
import type { Range } from './extend.ts'
import type { Proposal } from './find.ts'
import type { View } from './view.ts'

/** Entities that were told: objects of verbs of telling, and phrases with 'to' or 'with'. */
export function findTold(
  view: View,
  entities: EntityReading,
  proposal: Proposal & { act: string },
  { lists, addressed }: Pick<StatementBook, 'lists' | 'addressed'>,
): string[] {
  const { language, first, next } = view
  const { relation } = language
  const told: string[] = []
  if (!addressed.has(proposal.act) || quotesSomebody(view, proposal.head)) return told
  for (let c = first[proposal.head]; c >= 0; c = next[c]) {
    if (inside(proposal.content, c)) continue
    const object = relation[c] === 'obj' || relation[c] === 'iobj'
    if (!object && !(relation[c].startsWith('obl') && broughtIn(view, c, lists['told-by']))) continue
    for (const word of [c, ...joined(view, c)]) {
      const entity = entities.entities[entities.entityAt[word]]
      if (entity && !told.includes(entity.id)) told.push(entity.id)
    }
  }
  return told
}

/** "quoted residents as saying": the object says it, and is not told. */
function quotesSomebody(view: View, head: number): boolean {
  const { language, tree } = view
  return tree.children(head).some((c) => language.relation[c].startsWith('advcl') && markOf(view, c) === 'as')
}

/**
 * Where it was said: a place in a phrase of the cue's own that a preposition of place brings in ('in Almeth', 'in the town of Almeth', 'during a visit to
 * Almeth'), not what else stands there ('on the frontier with Kestria').
 */
export function findWhere(
  view: View,
  entities: EntityReading,
  { head, content }: Proposal,
  lists: StatementBook['lists'],
): string | undefined {
  const { language, tree, first, next } = view
  for (let c = first[head]; c >= 0; c = next[c]) {
    if (!language.relation[c].startsWith('obl') || inside(content, c)) continue
    const words: Range = { from: tree.left(c), to: tree.right(c) }
    const start = language.start[words.from]
    const end = language.end[words.to - 1]
    const place = entities.places.find((p) => p.start >= start && p.end <= end && isWhere(view, words, p, lists))
    if (place) return place.id
  }
  return undefined
}

function isWhere(view: View, { from, to }: Range, { start, end }: Span, lists: StatementBook['lists']): boolean {
  const { language } = view
  const within = (w: number) => language.start[w] < end && language.end[w] > start
  let w = from
  while (w < to && !(within(w) && (language.head[w] < 0 || !within(language.head[w])))) w++
  // 'the capital, Almeth', 'the town of Almeth': how the noun is brought in counts
  while (language.head[w] >= from && (language.relation[w] === 'appos' || broughtIn(view, w, OF))) w = language.head[w]
  if (broughtIn(view, w, lists['where-by'])) return true
  return broughtIn(view, w, TO) && language.head[w] >= from && lists.journeys.has(language.lemma[language.head[w]])
}

const OF: ReadonlySet<string> = new Set(['of'])
const TO: ReadonlySet<string> = new Set(['to'])

/** The phrase of the cue's own that names an occasion or a medium, by the nouns of `codebook/statement/occasions.txt`. */
export function findOccasion(
  view: View,
  { head, content }: Proposal,
  { lists, occasions }: Pick<StatementBook, 'lists' | 'occasions'>,
): Span | undefined {
  const { language, tree, first, next } = view
  for (let c = first[head]; c >= 0; c = next[c]) {
    const { relation } = language
    if (!relation[c].startsWith('obl') || inside(content, c) || !broughtIn(view, c, lists['occasions-by'])) continue
    if (!occasions.has(language.lemma[c].toLowerCase())) continue
    const words: Range = { from: tree.left(c), to: tree.right(c) }
    if (content.some(({ from, to }) => from < words.to && to > words.from)) continue
    return { start: language.start[words.from], end: language.end[words.to - 1] }
  }
  return undefined
}

const inside = (ranges: readonly Range[], word: number) => ranges.some(({ from, to }) => from <= word && word < to)

function broughtIn({ language, first, next }: View, word: number, by: ReadonlySet<string>): boolean {
  for (let x = first[word]; x >= 0; x = next[x])
    if (language.relation[x] === 'case' && by.has(language.lower[x])) return true
  return false
}

function joined({ language, first, next }: View, word: number): number[] {
  const found: number[] = []
  for (let x = first[word]; x >= 0; x = next[x]) if (language.relation[x] === 'conj') found.push(x)
  return found
}
