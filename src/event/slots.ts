import type { Grammar } from '../language/clause/grammar.ts'
import { markOf } from '../language/clause/mark-of.ts'
import type { EventCodebook } from './codebook.ts'
import { PERSON_NAME, type Slots } from './conditions.ts'
import { phraseHas } from './phrase.ts'

/** Particles as trees may mark them: 'carry out' (compound:prt) or, where a parser errs, an adverb. */
export function hasParticle({ language, tree }: Grammar, w: number, particle: string | undefined): boolean {
  return tree
    .children(w)
    .some(
      (c) =>
        (language.relation[c] === 'compound:prt' || language.relation[c] === 'advmod') &&
        c > w &&
        c - w < 6 &&
        (particle === undefined ? language.relation[c] === 'compound:prt' : language.lower[c] === particle),
    )
}

interface Known {
  grammar: Grammar
  codebook: EventCodebook
}

/** What stands in the slots of word w, for the conditions of codebook rows. */
export function openSlots({ grammar, codebook }: Known, w: number, light = -1): Slots {
  const { language, tree } = grammar
  const any = (heads: readonly number[], lemmas?: ReadonlySet<string>) =>
    lemmas === PERSON_NAME
      ? heads.some((head) => grammar.isPersonName(head))
      : lemmas
        ? heads.some((head) => phraseHas(language, tree, head, lemmas))
        : heads.length > 0
  const isClause = (c: number, lemmas?: ReadonlySet<string>) => c >= 0 && (!lemmas || lemmas.has(language.lemma[c]))
  return {
    has(slot, lemmas) {
      switch (slot) {
        case 'subj':
          return any(grammar.subjects(w), lemmas)
        case 'obj':
          return any(grammar.objects(w), lemmas)
        case 'iobj':
          return any(childrenBy(grammar, w, 'iobj'), lemmas)
        case 'pass':
          return grammar.passive(w)
        case 'xcomp':
          return isClause(grammar.infinitive(w), lemmas)
        case 'ccomp':
          return isClause(tree.child(w, 'ccomp'), lemmas)
        case 'prt':
          return lemmas
            ? [...lemmas].some((particle) => hasParticle(grammar, w, particle))
            : hasParticle(grammar, w, undefined)
        case 'mod':
          return any(modifiers(grammar, w), lemmas)
        case 'plural':
          return language.xpos[w] === 'NNS'
        case 'light':
          return light >= 0 && (!lemmas || lemmas.has(language.lemma[light]))
        case 'for-clause':
          return hasForClause(grammar, w)
        case 'must':
          return isObliged(grammar, codebook.words.obliged, w, lemmas)
        case 'sent':
          return lemmas !== undefined && sentenceHas(grammar, w, lemmas)
        default:
          return any(governedBy(grammar, w, slot), lemmas)
      }
    },
  }
}

const childrenBy = ({ language, tree }: Grammar, w: number, ...relations: string[]) =>
  tree.children(w).filter((c) => relations.includes(language.relation[c]))

const modifiers = (grammar: Grammar, w: number) =>
  childrenBy(grammar, w, 'compound', 'amod', 'nmod', 'advmod').filter((c) => c < w)

/** Whether what w says somebody must do something: 'said that Varlonia must withdraw'. */
function isObliged(
  { language, tree }: Grammar,
  obliged: ReadonlySet<string>,
  w: number,
  lemmas?: ReadonlySet<string>,
): boolean {
  const clause = tree.child(w, 'ccomp')
  if (clause < 0 || tree.child(clause, 'nsubj', 'nsubj:pass') < 0) return false
  if (lemmas) return language.upos[clause] !== 'VERB' || lemmas.has(language.lemma[clause])
  return tree.children(clause).some((c) => language.relation[c] === 'aux' && obliged.has(language.lemma[c]))
}

function sentenceHas({ language }: Grammar, w: number, lemmas: ReadonlySet<string>): boolean {
  const { from, to } = language.sentences[language.sentence[w]]
  for (let x = from; x < to; x++) if (lemmas.has(language.lemma[x])) return true
  return false
}

/** What hangs by a preposition on w or on its objects. */
function governedBy(grammar: Grammar, w: number, preposition: string): number[] {
  const from = grammar.language.upos[w] === 'VERB' ? [w, ...grammar.objects(w)] : [w]
  return from.flatMap((x) => grammar.complements(x)).flatMap((c) => (c.preposition === preposition ? [c.head] : []))
}

/** 'attacked the mayor for closing the port': a reason, so that the act is one of words. */
const hasForClause = (grammar: Grammar, w: number): boolean => {
  const { language, tree } = grammar
  return tree
    .children(w)
    .some((c) => language.relation[c].startsWith('advcl') && markOf(grammar, c) === 'for' && language.xpos[c] === 'VBG')
}
