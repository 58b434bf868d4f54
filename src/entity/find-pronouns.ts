import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { EntityCodebook } from './codebook.ts'
import type { FoundMention } from './mention.ts'

/** Pronouns that refer: not 'you', not the 'it' of 'it rains', relative ones only where their noun is known. */
export function findPronouns(language: Language, tree: Tree, book: EntityCodebook): FoundMention[] {
  const found: FoundMention[] = []
  for (let w = 0; w < language.size; w++) {
    if (language.upos[w] !== 'PRON' && language.upos[w] !== 'DET') continue
    const lower = language.lower[w]
    const relative = isRelative(language, w, lower)
    const pronoun = book.pronouns.get(lower)
    if ((!pronoun && !relative) || pronoun?.person === 2) continue
    if (!relative && !/^(?:PRP|WP\$)/.test(language.xpos[w])) continue
    if (book.lists['empty-subjects'].has(lower) && isEmpty(language, tree, w, book)) continue
    found.push({
      form: 'pronoun',
      from: w,
      to: w + 1,
      head: w,
      heads: [],
      kind: pronoun?.animate === 'yes' && pronoun.number === 's' ? 'person' : '',
      number: pronoun?.number ?? '',
      gender: pronoun?.gender ?? '',
      person: pronoun?.person ?? 3,
      key: lower,
      titles: [],
      definite: '',
      quote: -1,
      relative,
    })
  }
  return found
}

/** 'who', 'which', 'whose', 'that' inside a relative clause. */
function isRelative(language: Language, w: number, lower: string): boolean {
  if (lower !== 'who' && lower !== 'whom' && lower !== 'which' && lower !== 'whose' && lower !== 'that') return false
  if (!/^W/.test(language.xpos[w])) return false
  return relativeNoun(language, w) >= 0
}

/** The noun that the relative clause of w hangs on, or -1. */
export function relativeNoun({ relation, head }: Language, w: number): number {
  for (let x = w, steps = 0; x >= 0 && steps < 4; x = head[x], steps++)
    if (relation[x] === 'acl:relcl' && head[x] >= 0 && head[x] < w) return head[x]
  return -1
}

/** 'It is clear that ...', 'it seems', 'it rained': nothing is meant by the pronoun. */
function isEmpty(
  { relation, head, lemma, upos, lower }: Language,
  tree: Tree,
  w: number,
  { lists }: EntityCodebook,
): boolean {
  if (relation[w] === 'expl') return true
  if (!relation[w].startsWith('nsubj')) return false
  const verb = head[w]
  if (verb < 0) return false
  const clause = tree.child(verb, 'csubj', 'ccomp', 'advcl', 'xcomp')
  if (lists['empty-verbs'].has(lemma[verb]) && clause > verb)
    return lemma[verb] !== 'follow' || lower[verb + 1] === 'that'
  if (relation[w] === 'nsubj:pass' && tree.child(verb, 'ccomp', 'csubj') > verb) return true
  const said = upos[verb] === 'ADJ' || upos[verb] === 'NOUN'
  return said && tree.child(verb, 'cop') >= 0 && tree.child(verb, 'csubj', 'ccomp', 'advcl', 'acl:relcl', 'acl') > verb
}
