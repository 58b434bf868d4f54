import type { Grammar } from '../language/clause/grammar.ts'
import { markOf } from '../language/clause/mark-of.ts'
import type { EventWords } from './words.ts'

/** How many words above an event's are looked at. */
const MOST = 16

/**
 * The work of fiction that a word is told in ('in the film, soldiers storm a base', 'a novel tells how Kestria invaded Varlonia'), by its noun's
 * place in the text, or -1.
 */
export function fictionOf({ language, tree }: Grammar, words: EventWords, w: number): number {
  const isFiction = (x: number) => {
    if (language.upos[x] !== 'NOUN') return false
    if (words.fiction.has(language.lemma[x])) return true
    return tree
      .children(x)
      .some(
        (c) => language.relation[c] === 'compound' && words.fiction.has(`${language.lower[c]} ${language.lemma[x]}`),
      )
  }
  const { relation, head, lower } = language
  for (let x = w, below = -1, steps = 0; x >= 0 && steps < MOST; below = x, x = head[x], steps++) {
    if (below >= 0 && relation[below].startsWith('acl') && isFiction(x)) return x
    for (const c of tree.children(x)) {
      if (c === below) continue
      if (relation[c].startsWith('obl') && isFiction(c)) {
        const marker = tree.child(c, 'case')
        if (marker >= 0 && lower[marker] === 'in') return c
      }
      if (relation[c] === 'nsubj' && below >= 0 && /^(?:ccomp|advcl|acl)/.test(relation[below]) && isFiction(c))
        return c
    }
  }
  return -1
}

/** The part of a sentence whose own times alone can date an event of the past that is remembered there. */
export interface Remembered {
  /** head of the clause or phrase that tells of it */
  top: number
  /** the noun of its time that the clause belongs to ('the day in 1944 when'), or -1: what stands between it and the clause dates it too */
  day: number
}

/** How many words may stand between a noun of time and its 'when'. */
const NEAR = 4

/** Where a word tells of what is only remembered: under an anniversary, 'the day when', 'since'. The time of the remembering is not its own. */
export function rememberedIn(grammar: Grammar, words: EventWords, w: number): Remembered | undefined {
  const { language, tree } = grammar
  const { relation, head, lemma, lower, xpos } = language
  for (let x = w, steps = 0; x >= 0 && steps < MOST; x = head[x], steps++) {
    const above = head[x]
    if (above < 0) return undefined
    if (words.anniversaries.has(lemma[above]) && /^(?:acl|nmod|compound)/.test(relation[x])) return { top: x, day: -1 }
    if (relation[x].startsWith('acl') && words['days-when'].has(lemma[above])) return { top: x, day: above }
    if (relation[x].startsWith('advcl') && /^VB[DN]$/.test(xpos[x])) {
      const when = tree.children(x).find((c) => lower[c] === 'when')
      if (when !== undefined)
        for (let day = when - 1; day >= 0 && day >= when - NEAR; day--)
          if (words['days-when'].has(lemma[day])) return { top: x, day }
      if (markOf(grammar, x) === 'since') return { top: x, day: -1 }
    }
  }
  return undefined
}
