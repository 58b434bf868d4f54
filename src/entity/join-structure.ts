import type { Context } from './context.ts'
import { relativeNoun } from './find-pronouns.ts'

/** Joins what the sentence's build says is the same: appositions, 'X is the ...', relative and reflexive pronouns. */
export function joinStructure(context: Context): void {
  const { mentions, clusters, language, mentionAt } = context
  mentions.forEach((mention, m) => {
    const other = mention.relative
      ? relativeOf(context, m)
      : firstOf(firstOf(apposed(context, m), afterComma(context, m)), beforeName(context, m))
    const named = besideName(context, m)
    if (named >= 0) clusters.join(named, m)
    if (other >= 0 && other !== m) clusters.join(other, m)
    const subject = mention.form === 'pronoun' ? reflexiveSubject(context, m) : copulaSubject(context, m)
    if (subject >= 0 && subject !== m) clusters.join(subject, m)
  })
  // 'former chief and current leader': what is joined to an apposition or a predicate belongs to the same.
  mentions.forEach((mention, m) => {
    const { head, relation } = language
    const first = relation[mention.head] === 'conj' ? mentionAt[head[mention.head]] : -1
    if (first < 0 || mention.form !== 'nominal' || mention.number !== 's') return
    const isPredicate =
      relation[mentions[first].head] === 'appos' ||
      copulaSubject(context, first) >= 0 ||
      afterComma(context, first) >= 0
    const bare = mention.definite === '' && context.tree.child(mention.head, 'det') < 0
    if (isPredicate && bare && mentions[first].number === 's' && mention.kind === mentions[first].kind)
      clusters.join(first, m)
  })
}

function relativeOf({ mentions, mentionAt, language }: Context, m: number): number {
  const noun = relativeNoun(language, mentions[m].head)
  return noun < 0 ? -1 : mentionAt[noun]
}

/** The mention that m stands in apposition to, or -1. */
function apposed({ mentions, mentionAt, clusters, language }: Context, m: number): number {
  const mention = mentions[m]
  if (mention.form === 'pronoun' || language.relation[mention.head] !== 'appos') return -1
  const first = mentionAt[language.head[mention.head]]
  if (first < 0 || mentions[first].form === 'pronoun') return -1
  const other = mentions[first]
  if (other.form === 'name' && mention.form === 'name') return -1
  if (!clusters.agrees(first, m)) return -1
  return compatible(other.kind, mention.kind) ? first : -1
}

const SORTS = new Set(['organization', 'group', 'place', 'facility'])

const JOINED = /^(?:flat|appos|compound|nmod:unmarked)$/

/** 'the airline Orvane', 'port city Almeth': the name that follows a noun of its sort, where one hangs on the other; or -1. */
function beforeName({ mentions, mentionAt, clusters, language }: Context, m: number): number {
  const { form, kind, head: noun, number } = mentions[m]
  if (form !== 'nominal' || number !== 's' || !SORTS.has(kind)) return -1
  let name = -1
  for (let w = noun + 1; w < Math.min(noun + LONGEST_NAME, language.size) && name < 0; w++) name = mentionAt[w]
  if (name < 0 || mentions[name].form !== 'name' || mentions[name].from !== noun + 1) return -1
  const { head, relation } = language
  const top = mentions[name].head
  const isAbove = head[noun] === top && relation[noun] === 'compound'
  const isBelow = head[top] === noun && JOINED.test(relation[top])
  // a parser may give one verb both for its subject
  const isBeside = head[top] === head[noun] && relation[top] === relation[noun] && relation[top] !== 'conj'
  if (!isAbove && !isBelow && !isBeside) return -1
  return compatible(mentions[name].kind, kind) && clusters.agrees(name, m) ? name : -1
}

const LONGEST_NAME = 6

/** 'the town of Almeth', 'Almeth district', 'the Varnews news agency': the name that the noun is one with, or -1. */
function besideName({ mentions, mentionAt, language, tree, book }: Context, m: number): number {
  const { form, kind, head, key, number, from } = mentions[m]
  const where = form === 'nominal' && number === 's' ? book.namedNouns.get(key) : undefined
  if (!where) return -1
  const noun = head - key.split(' ').length + 1
  let name = -1
  if (where !== 'of' && noun > from) name = mentionAt[noun - 1]
  if (name < 0 && where !== 'after' && language.lower[head + 1] === 'of') {
    const below = tree.children(head).find((c) => c > head && language.relation[c] === 'nmod')
    if (below !== undefined && tree.left(below) === head + 1) name = mentionAt[below]
    if (name >= 0 && mentions[name].from > head + 3) name = -1
  } else if (name >= 0 && mentions[name].to !== noun) name = -1
  // 'the Kestrian newspaper': the nation's word is no name of it
  if (name < 0 || mentions[name].form !== 'name' || language.upos[mentions[name].head] === 'ADJ') return -1
  const other = mentions[name].kind
  return other === kind || (collective.has(other) && collective.has(kind)) ? name : -1
}

const firstOf = (a: number, b: number) => (a >= 0 ? a : b)

/**
 * 'Ilse Marek, former head of the port, said': the words alone show the apposition, also where the tree is wrong. A person's name, a comma,
 * and one person's role; not where the role begins a list ('Marek, a driver and two guards').
 */
function afterComma({ mentions, mentionAt, clusters, language, tree }: Context, m: number): number {
  const mention = mentions[m]
  if (mention.form !== 'nominal' || mention.kind !== 'person' || mention.number !== 's') return -1
  const comma = mention.from - 1
  if (comma < 1 || language.lower[comma] !== ',' || language.relation[mention.head].startsWith('nsubj')) return -1
  if (tree.child(mention.head, 'conj') >= 0 && mention.definite !== '') return -1
  for (let w = comma - 1; w >= Math.max(0, comma - 4); w--) {
    const other = mentionAt[w]
    if (other < 0) continue
    const { form, kind, to } = mentions[other]
    if (form !== 'name' || kind !== 'person' || to !== comma) continue
    return clusters.agrees(other, m) ? other : -1
  }
  return -1
}

const collective = new Set(['organization', 'group'])
function compatible(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true
  if (collective.has(a) && collective.has(b)) return true
  return (a === 'place' && b === 'facility') || (a === 'facility' && b === 'place')
}

/** The subject of 'X is m', or -1. */
function copulaSubject({ mentions, mentionAt, clusters, language, tree, book }: Context, m: number): number {
  const { head, form } = mentions[m]
  if (form !== 'nominal' || tree.child(head, 'cop') < 0) return -1
  const subject = tree.child(head, 'nsubj')
  if (subject < 0 || subject > head) return -1
  if (tree.children(head).some((c) => language.lower[c] === 'not' || language.lower[c] === "n't")) return -1
  const other = mentionAt[subject]
  if (other < 0 || book.lists.pointers.has(mentions[other].key)) return -1
  return clusters.agrees(other, m) && compatible(mentions[other].kind, mentions[m].kind) ? other : -1
}

/** 'himself': the subject of the nearest verb above, where it is of the same person: 'myself' is no 'it'. */
function reflexiveSubject({ mentions, mentionAt, clusters, language, tree }: Context, m: number): number {
  const { key, head, person } = mentions[m]
  if (!key.endsWith('self') && !key.endsWith('selves')) return -1
  for (let up = language.head[head], steps = 0; up >= 0 && steps < 5; up = language.head[up], steps++) {
    const subject = tree.child(up, 'nsubj')
    const other = subject < 0 ? -1 : mentionAt[subject]
    if (other >= 0 && other !== m && mentions[other].person === person && clusters.agrees(other, m)) return other
  }
  return -1
}
