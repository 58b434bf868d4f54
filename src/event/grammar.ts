import { sameRelation, type Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'

/** An oblique or nominal complement: its preposition ('' where none stands) and its head word. */
export interface Complement {
  preposition: string
  head: number
}

/** Who does what in a clause, read off the tree, with subjects shared by control, coordination and relative clauses. */
export interface Grammar {
  language: Language
  tree: Tree
  /** head words of those who do w: its subject, the agent of its passive, or whoever controls it */
  subjects(w: number): readonly number[]
  /** head words of what is done to: direct objects, the subject of a passive */
  objects(w: number): readonly number[]
  /** what hangs on w by a preposition */
  complements(w: number): readonly Complement[]
  passive(w: number): boolean
  /** w and what is coordinated with it */
  coordinated(w: number): readonly number[]
  /** the word that a relative pronoun stands for, or w */
  antecedent(w: number): number
  /** the verb (or noun) that w's clause hangs on by control, or the clause inside w, or -1 */
  inner(w: number): number
}

const DEEPEST = 6
const RELATIVES = new Set(['who', 'which', 'that', 'whom', 'whose'])
/** Verbs whose object is not the one who acts in what follows ('promised him to go'). */
const SUBJECT_CONTROL = new Set(['promise', 'vow', 'pledge', 'threaten', 'offer', 'use', 'take'])

export function openGrammar(language: Language, tree: Tree): Grammar {
  const { head, relation, upos, xpos, lemma, lower } = language
  const is = (w: number, wanted: string) => sameRelation(relation[w], wanted)

  const passive = (w: number): boolean => {
    if (tree.child(w, 'aux:pass', 'nsubj:pass') >= 0) return true
    if (xpos[w] !== 'VBN' || tree.child(w, 'aux', 'nsubj', 'obj') >= 0) return false
    if (is(w, 'conj') && head[w] >= 0) return xpos[head[w]] === 'VBN' && passive(head[w])
    return relation[w] === 'acl' || relation[w] === 'advcl'
  }

  const coordinated = (w: number): readonly number[] => {
    const list = [w]
    for (const c of tree.children(w)) if (is(c, 'conj') && upos[c] !== 'VERB') list.push(...coordinated(c))
    return list
  }

  const antecedent = (w: number): number => {
    if (upos[w] !== 'PRON' || !RELATIVES.has(lower[w])) return w
    for (let v = head[w], steps = 0; v >= 0 && steps < DEEPEST; v = head[v], steps++) {
      if (relation[v] === 'acl:relcl') return head[v]
    }
    return w
  }

  const all = (w: number): readonly number[] => (antecedent(w) === w ? coordinated(w) : [antecedent(w)])

  const agents = (w: number): readonly number[] => {
    for (const c of tree.children(w)) {
      if (relation[c] === 'obl:agent' || (is(c, 'obl') && preposition(c) === 'by')) return coordinated(c)
    }
    return []
  }

  const preposition = (c: number): string => {
    const marker = tree.child(c, 'case')
    if (marker < 0) return ''
    const fixed = tree.children(marker).filter((x) => is(x, 'fixed'))
    return [marker, ...fixed].map((x) => lower[x]).join(' ')
  }

  const activeSubjects = (w: number, depth: number): readonly number[] => {
    for (const c of tree.children(w)) if (relation[c] === 'nsubj' || relation[c] === 'nsubj:outer') return all(c)
    return depth < DEEPEST && head[w] >= 0 ? shared(w, head[w], depth + 1) : []
  }

  const doers = (w: number, depth: number): readonly number[] => (passive(w) ? agents(w) : activeSubjects(w, depth))

  /** The grammatical subject: who acts, or what a passive is about. */
  const surface = (w: number, depth: number): readonly number[] =>
    passive(w) ? undergoers(w, depth) : activeSubjects(w, depth)

  const shared = (w: number, h: number, depth: number): readonly number[] => {
    if (is(w, 'conj') && upos[h] !== 'NOUN') return surface(h, depth)
    if (is(w, 'xcomp')) return controller(h, depth)
    if (is(w, 'advcl')) return ofMarked(w) && tree.child(h, 'obj') >= 0 ? undergoers(h, depth) : surface(h, depth)
    if (relation[w] === 'acl') return xpos[w] === 'VBG' && !ofMarked(w) ? coordinated(h) : ofNoun(h, depth)
    if (relation[w] === 'acl:relcl' && tree.child(w, 'nsubj', 'obj') < 0) return [h]
    return []
  }

  const ofMarked = (w: number): boolean => {
    const mark = tree.child(w, 'mark')
    return mark >= 0 && (lower[mark] === 'of' || lower[mark] === 'for' || lower[mark] === 'from')
  }

  const controller = (h: number, depth: number): readonly number[] => {
    if (upos[h] === 'NOUN' || upos[h] === 'ADJ') return activeSubjects(h, depth)
    if (SUBJECT_CONTROL.has(lemma[h])) return surface(h, depth)
    const objects = undergoers(h, depth)
    if (objects.length > 0) return objects
    const called =
      lemma[h] === 'call' || lemma[h] === 'appeal' ? complements(h).find((c) => c.preposition !== 'for') : undefined
    return called ? coordinated(called.head) : surface(h, depth)
  }

  /** Whose a noun is: 'their plan to attack', 'they made a plan to attack'. */
  const ofNoun = (noun: number, depth: number): readonly number[] => {
    const owner = tree.child(noun, 'nmod:poss')
    if (owner >= 0) return coordinated(owner)
    const verb = head[noun]
    return verb >= 0 && upos[verb] === 'VERB' && depth < DEEPEST ? surface(verb, depth + 1) : []
  }

  const undergoers = (w: number, depth: number): readonly number[] => {
    const list: number[] = []
    for (const c of tree.children(w)) if (relation[c] === 'obj' || relation[c] === 'nsubj:pass') list.push(...all(c))
    if (list.length > 0 || depth >= DEEPEST || head[w] < 0) return list
    if (passive(w)) {
      if (relation[w] === 'acl') return coordinated(head[w])
      if (relation[w] === 'acl:relcl') return [head[w]]
      return shared(w, head[w], depth + 1)
    }
    return relation[w] === 'acl:relcl' && gap(w) ? [head[w]] : list
  }

  /** Whether a relative clause with a subject of its own leaves its object out: 'the men (that) police arrested'. */
  const gap = (w: number): boolean => {
    const subject = tree.child(w, 'nsubj')
    return subject >= 0 && antecedent(subject) === subject && tree.child(w, 'ccomp', 'xcomp') < 0
  }

  const complements = (w: number): readonly Complement[] => {
    const list: Complement[] = []
    for (const c of tree.children(w)) {
      if ((is(c, 'obl') || is(c, 'nmod')) && relation[c] !== 'nmod:poss' && relation[c] !== 'obl:agent') {
        list.push({ preposition: preposition(c), head: c })
      }
    }
    return list
  }

  const inner = (w: number): number => {
    const clause = tree.child(w, 'xcomp', 'ccomp')
    if (clause >= 0) return clause
    for (const c of tree.children(w))
      if (is(c, 'advcl') && tree.child(c, 'mark') >= 0 && lower[tree.child(c, 'mark')] === 'for') return c
    return -1
  }

  return {
    language,
    tree,
    subjects: (w) => doers(w, 0),
    objects: (w) => undergoers(w, 0),
    complements,
    passive,
    coordinated,
    antecedent,
    inner,
  }
}
