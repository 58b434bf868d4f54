import { isActor, isNamed, type RoleContext } from './party.ts'

/** For 'the proposal of Kestria' Kestria; for an actor itself; else the phrase. */
export function holder(context: RoleContext, w: number): readonly number[] {
  const { grammar, codebook } = context
  const { language, tree } = grammar
  if (language.upos[w] !== 'NOUN' || isActor(context, w)) return [w]
  for (const c of tree.children(w)) {
    const relation = language.relation[c]
    const of = relation === 'nmod' && codebook.words.holders.has(language.lower[tree.child(c, 'case')] ?? '')
    if ((relation === 'nmod:poss' || of) && isNamed(context, c) && isActor(context, c)) return grammar.coordinated(c)
  }
  return [w]
}

/** Who speaks in a text: of 'Kestria filed a motion denouncing' and 'Kestria's motion denounced' Kestria. */
export function author(context: RoleContext, w: number): readonly number[] {
  const { grammar, codebook } = context
  const { language } = grammar
  const { head, relation } = language
  if (language.upos[w] !== 'NOUN' || !codebook.classes.get('text')?.has(language.lemma[w])) return [w]
  const held = holder(context, w)
  if (held[0] !== w) return held
  const verb = head[w]
  const own = relation[w] === 'obj' && verb >= 0 ? grammar.subjects(verb) : []
  return own.length > 0 ? own : [w]
}

/** Who 'it' is in 'Kestria said it would ...', where the entity stage does not say. */
export function speakerFor({ grammar, codebook, entities }: RoleContext, w: number): number {
  const { head, lower, relation } = grammar.language
  if (entities.entityAt[w] >= 0 || !codebook.words.third.has(lower[w]) || relation[w] !== 'nsubj') return w
  const clause = head[w]
  const above = clause >= 0 && relation[clause] === 'ccomp' ? head[clause] : -1
  const speakers = above < 0 ? [] : grammar.subjects(above)
  return speakers.length === 1 ? speakers[0] : w
}

const INCLUDING_WITHIN = 16

/** Those named after 'including' right behind a phrase, wherever the tree hangs them: 'nine men, including Venn and Marek'. */
export function included({ grammar }: RoleContext, w: number): readonly number[] {
  const { language, tree } = grammar
  const { to } = language.sentences[language.sentence[w]]
  for (let x = w + 1; x < Math.min(to, tree.right(w) + 2, w + INCLUDING_WITHIN); x++) {
    if (language.lower[x] === 'including' && language.head[x] > x) return grammar.coordinated(language.head[x])
  }
  return []
}
