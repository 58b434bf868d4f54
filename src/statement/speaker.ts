import type { EntityReading } from '../entity/types.ts'
import type { Grammar } from '../language/clause/grammar.ts'
import type { StatementBook } from './codebook.ts'
import type { Range } from './extend.ts'
import type { View } from './view.ts'

/** Index of the entity that answers for a statement, or -1; `inferred` where no source names it. */
export interface Speaker {
  entity: number
  inferred: boolean
}

/**
 * The speaker: the source's entity; for a relative pronoun, what it stands for; without a source, the clause's subject. A passive cue
 * ("is expected to", "was told") has none but who it is said to come from ("by Venn").
 */
export function findSpeaker(
  view: View,
  entities: EntityReading,
  { head, source }: { head: number; source: Range | undefined },
  { lists, grammar }: Pick<StatementBook, 'lists'> & { grammar: Grammar },
): Speaker {
  if (source) return { entity: entityOf(view, entities, source, lists['ends-name']), inferred: false }
  if (isPassive(view, head)) return { entity: agentOf(view, entities, head), inferred: true }
  const subject = subjectOf(grammar, head)
  return { entity: subject < 0 ? -1 : entities.entityAt[subject], inferred: true }
}

/**
 * The entity that a source of several words names: the named person among its heads, or whom it begins with; else the first head that is
 * an entity; for a relative pronoun, what its clause hangs on.
 */
function entityOf(
  { language }: View,
  { entityAt, entities }: EntityReading,
  { from, to }: Range,
  endsName: ReadonlySet<string>,
): number {
  const { head, xpos, relation, upos, lower } = language
  const tops: number[] = []
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) tops.push(w)
  const isNamed = (w: number) =>
    entityAt[w] >= 0 && upos[w] === 'PROPN' && entities[entityAt[w]].kind === 'person' && relation[w] !== 'nmod:poss'
  const named = tops.find(isNamed)
  if (named !== undefined) return entityAt[named]
  for (let w = from; w < to && !endsName.has(lower[w]); w++) if (isNamed(w)) return entityAt[w]
  for (const top of tops) {
    if (entityAt[top] >= 0) return entityAt[top]
    if (!/^W(?:P|DT|P\$)$/.test(xpos[top])) continue
    for (let w = top, steps = 0; w >= 0 && steps < 8; w = head[w], steps++)
      if (relation[w].startsWith('acl') && head[w] >= 0) return entityAt[head[w]]
  }
  for (let w = from; w < to; w++) if (entityAt[w] >= 0) return entityAt[w]
  return -1
}

function isPassive({ tree }: View, head: number): boolean {
  return tree.child(head, 'nsubj:pass', 'aux:pass') >= 0
}

/** The entity of 'by Venn' below a passive, or -1. */
function agentOf({ language, tree }: View, { entityAt }: EntityReading, head: number): number {
  for (const c of tree.children(head)) {
    if (!language.relation[c].startsWith('obl')) continue
    const mark = tree.child(c, 'case')
    if (mark >= 0 && language.lower[mark] === 'by') return entityAt[c]
  }
  return -1
}

/**
 * Whoever does what word `w` tells, as the grammar has it ("left, calling for talks", "urged Kestria to promise"); where it finds none, the
 * subject of the clause above. An adverb ('reportedly') tells nobody's deed.
 */
function subjectOf({ language: { head, relation, upos }, subjects }: Grammar, word: number): number {
  for (let w = word, steps = 0; w >= 0 && steps < 6; w = head[w], steps++) {
    const [subject] = upos[w] === 'ADV' ? [] : subjects(w)
    if (subject !== undefined) return subject
    if (!CLAUSE.test(relation[w])) return -1
  }
  return -1
}

const CLAUSE = /^(advcl|conj|xcomp|ccomp|acl|parataxis)/
