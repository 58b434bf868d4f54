import { sameRelation, type Tree } from '../tree.ts'
import type { Language } from '../types.ts'
import type { GrammarWords } from './grammar-words.ts'
import { leftNeighbour, theOnes } from './subjects.ts'

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
  /** whether w is the head of a person's name */
  isPersonName(w: number): boolean
  /** the infinitive that w governs, or -1; parsers also hang it on w's object */
  infinitive(w: number): number
  /** the clause that w governs, or -1 */
  inner(w: number): number
}

const DEEPEST = 6
const FINITE = new Set(['VBD', 'VBZ', 'VBP'])
const isNominal = (upos: string) => upos === 'PROPN' || upos === 'NOUN'
const BEFORE_HEAD = new Set(['nmod:desc', 'compound', 'amod', 'nummod', 'flat'])

/** What the grammar must know besides the trees. */
export interface Known extends GrammarWords {
  /** 1 for words of time expressions, which are no subjects */
  timeAt: Uint8Array
}

/** Opens the grammar of a report. */
export function openGrammar(language: Language, tree: Tree, { timeAt, titles, lists }: Known): Grammar {
  const { head, relation, upos, xpos, lemma, lower } = language
  const persons = new Uint8Array(language.size)
  for (const { from, to, kind } of language.names) if (kind === 'person') persons.fill(1, from, to)
  const is = (w: number, wanted: string) => sameRelation(relation[w], wanted)

  const passive = (w: number): boolean => {
    if (tree.child(w, 'aux:pass', 'nsubj:pass') >= 0) return true
    if (xpos[w] !== 'VBN' || tree.child(w, 'aux', 'obj') >= 0) return false
    // 'with the editor killed', 'had the editor killed': the subject is what it is done to
    if (tree.child(w, 'nsubj') >= 0) return tree.child(w, 'ccomp') < 0 && infinitive(w) < 0
    if (is(w, 'conj') && head[w] >= 0) return xpos[head[w]] === 'VBN' && passive(head[w])
    return relation[w] === 'acl' || relation[w] === 'advcl' || relation[w] === 'xcomp'
  }

  /** 'Marek, former chief of the port': an apposition that a parser takes for coordination. */
  const isTitleOf = (w: number, c: number): boolean =>
    persons[w] === 1 && upos[c] === 'NOUN' && xpos[c] === 'NN' && tree.child(c, 'det', 'cc') < 0 && titles.has(lemma[c])

  const coordinated = (w: number): readonly number[] => {
    const list = [w]
    for (const c of tree.children(w)) {
      const conjunct = is(c, 'conj') && upos[c] !== 'VERB' && !isTitleOf(w, c)
      // 'Venn, Marek and Oduya': two people's names in apposition are a list
      const listed = relation[c] === 'appos' && persons[w] === 1 && persons[c] === 1
      if (conjunct || listed) list.push(...coordinated(c))
    }
    return list
  }

  const antecedent = (w: number): number => {
    if (upos[w] !== 'PRON' || !lists.relatives.has(lower[w])) return w
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
    const marker = markerOf(c)
    if (marker < 0) return ''
    const fixed = tree.children(marker).filter((x) => is(x, 'fixed'))
    return [marker, ...fixed].map((x) => lower[x]).join(' ')
  }

  /** The case marker of a phrase; parsers hang it on the title before a name as well. */
  const markerOf = (c: number): number => {
    for (const x of tree.children(c)) {
      if (is(x, 'case') && x < c) return x
      const marker = x < c && BEFORE_HEAD.has(relation[x]) ? tree.child(x, 'case') : -1
      if (marker >= 0 && marker < x && upos[marker] === 'ADP') return marker
    }
    return -1
  }

  const activeSubjects = (w: number, depth: number): readonly number[] => {
    const own = tree.children(w).filter((c) => (relation[c] === 'nsubj' || relation[c] === 'nsubj:outer') && !timeAt[c])
    if (own.length > 0) return theOnes(language, own, w).flatMap(all)
    const found = depth < DEEPEST && head[w] >= 0 ? shared(w, head[w], depth + 1) : []
    if (found.length > 0 || relation[w] === 'acl:relcl') return found
    const beside = leftNeighbour(language, w)
    return beside < 0 || timeAt[beside] ? found : [beside]
  }

  const doers = (w: number, depth: number): readonly number[] => (passive(w) ? agents(w) : activeSubjects(w, depth))

  /** The grammatical subject: who acts, or what a passive is about. */
  const surface = (w: number, depth: number): readonly number[] =>
    passive(w) ? undergoers(w, depth) : activeSubjects(w, depth)

  const shared = (w: number, h: number, depth: number): readonly number[] => {
    if (is(w, 'conj') && upos[h] !== 'NOUN') return surface(h, depth)
    if (is(w, 'xcomp')) return controller(h, depth)
    // 'Kestria, which ..., lifted' where a parser hangs the verb on its own subject
    if ((is(w, 'advcl') || is(w, 'acl')) && h < w && FINITE.has(xpos[w]) && isNominal(upos[h])) return coordinated(h)
    if (is(w, 'advcl')) return ofMarked(w) && tree.child(h, 'obj') >= 0 ? undergoers(h, depth) : surface(h, depth)
    if (relation[w] === 'acl') {
      // 'accused the editor of stealing' where a parser hangs the clause on the editor
      const own = xpos[w] === 'VBG' && (!ofMarked(w) || is(h, 'obj'))
      return own ? coordinated(h) : ofNoun(h, depth)
    }
    if (relation[w] === 'acl:relcl' && tree.child(w, 'nsubj', 'obj') < 0) return [h]
    return []
  }

  const ofMarked = (w: number): boolean => {
    const mark = tree.child(w, 'mark')
    return mark >= 0 && lists['of-whom'].has(lower[mark])
  }

  const controller = (h: number, depth: number): readonly number[] => {
    if (upos[h] === 'NOUN' || upos[h] === 'ADJ') return activeSubjects(h, depth)
    if (lists['subject-control'].has(lemma[h])) return surface(h, depth)
    const objects = undergoers(h, depth)
    if (objects.length > 0) return objects
    const called = lists['called-upon'].has(lemma[h]) ? complements(h).find((c) => c.preposition !== 'for') : undefined
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
    if (list.length === 0 && passive(w))
      for (const c of tree.children(w)) if (relation[c] === 'nsubj') list.push(...all(c))
    if (list.length === 0) for (const c of tree.children(w)) if (relation[c] === 'iobj') list.push(...coordinated(c))
    if (list.length > 0) return list
    // 'Kestria reduced military aid' where a parser takes the verb for an adjective of its object
    if (relation[w] === 'amod' && head[w] > w && tree.child(w, 'nsubj') >= 0) return coordinated(head[w])
    const mistaken = mistakenObject(w)
    if (mistaken >= 0) return coordinated(mistaken)
    if (depth >= DEEPEST || head[w] < 0) return list
    if (passive(w)) {
      if (relation[w] === 'acl') return coordinated(head[w])
      if (relation[w] === 'acl:relcl') return [head[w]]
      return shared(w, head[w], depth + 1)
    }
    return relation[w] === 'acl:relcl' && gap(w) ? [head[w]] : list
  }

  /** What a parser may take for something else: 'arrested a man suspected of ...', 'arrested more than 100 men'. */
  const mistakenObject = (w: number): number => {
    if (passive(w) || tree.child(w, 'ccomp', 'xcomp') >= 0) return -1
    for (const c of tree.children(w)) {
      if (c < w) continue
      if (is(c, 'obl') && preposition(c) === 'than') return c
      const reduced =
        is(c, 'advcl') && tree.child(c, 'mark', 'aux', 'aux:pass') < 0 ? tree.child(c, 'nsubj', 'nsubj:pass') : -1
      if (reduced > w && reduced < c && tree.left(reduced) - w <= 2) return reduced
    }
    return -1
  }

  /** Whether a relative clause with a subject of its own leaves its object out: 'the men (that) police arrested'. */
  const gap = (w: number): boolean => {
    const subject = tree.child(w, 'nsubj')
    return subject >= 0 && antecedent(subject) === subject && tree.child(w, 'ccomp', 'xcomp') < 0
  }

  const complements = (w: number): readonly Complement[] => {
    const list: Complement[] = []
    for (const c of tree.children(w)) {
      if ((is(c, 'obl') || is(c, 'nmod')) && !timeAt[c] && relation[c] !== 'nmod:poss' && relation[c] !== 'obl:agent') {
        list.push({ preposition: preposition(c), head: c })
      }
    }
    return list
  }

  const infinitive = (w: number): number => {
    const clause = tree.child(w, 'xcomp')
    if (clause >= 0) return clause
    for (const c of tree.children(w)) {
      if (c < w) continue
      if (relation[c] === 'advcl' && toInfinitive(c)) return c
      if (relation[c] !== 'obj' && relation[c] !== 'nsubj:pass') continue
      const acl = tree.child(c, 'acl')
      if (acl > w && toInfinitive(acl)) return acl
    }
    return -1
  }

  const toInfinitive = (c: number): boolean => {
    const mark = tree.child(c, 'mark')
    return mark >= 0 && lower[mark] === 'to' && xpos[c] === 'VB'
  }

  const inner = (w: number): number => {
    const clause = infinitive(w)
    if (clause >= 0) return clause
    const finite = tree.child(w, 'ccomp')
    if (finite >= 0) return finite
    for (const c of tree.children(w)) {
      if (is(c, 'advcl') && tree.child(c, 'mark') >= 0 && lower[tree.child(c, 'mark')] === 'for') return c
    }
    return -1
  }

  return {
    language,
    tree,
    subjects: kept(language.size, (w) => doers(w, 0)),
    objects: kept(language.size, (w) => undergoers(w, 0)),
    complements: kept(language.size, complements),
    passive,
    coordinated,
    antecedent,
    infinitive: kept(language.size, infinitive),
    inner,
    isPersonName: (w) => persons[w] === 1,
  }
}

/** Keeps what was found for each word: rows of the codebook ask for the same again and again. */
function kept<Found>(size: number, find: (w: number) => Found): (w: number) => Found {
  const found: (Found | undefined)[] = new Array(size)
  return (w) => (found[w] ??= find(w))
}
