import type { Grammar } from '../language/clause/grammar.ts'
import { markOf } from '../language/clause/mark-of.ts'
import type { Status } from '../record/types.ts'
import type { Candidate } from './candidate.ts'
import type { EventCodebook } from './codebook.ts'
import { fictionOf } from './frame.ts'

/** A status and the words that it rests on. */
export interface ToldStatus {
  status: Status
  why: string
  /** whether it rests on 'will', which PLOVER codes as a promise or a threat */
  future: boolean
  /** whether the words are negated */
  negated: boolean
}

interface Local {
  negated?: string
  modal?: string
  modalStatus?: Status
  adverb?: { word: string; status: Status }
  going?: string
}

/** What the words around a candidate say of whether its event happened. */
export function findStatus(grammar: Grammar, codebook: EventCodebook, candidate: Candidate): ToldStatus {
  const word = candidate.light >= 0 && candidate.lightWhose !== 'none' ? candidate.light : candidate.word
  const fiction = fictionOf(grammar, codebook.words, word)
  if (fiction >= 0) return told('supposed', `'${grammar.language.lower[fiction]}'`)
  const lent = lightStatus(grammar, codebook, candidate)
  if (lent && lent.status !== 'happened') return lent
  return (
    ifClause(grammar, codebook, word) ??
    ownStatus(grammar, codebook, word, candidate.word) ??
    governed(grammar, codebook, word) ??
    (candidate.word === word ? undefined : governed(grammar, codebook, candidate.word)) ??
    question(grammar, word) ??
    going(grammar, codebook, word)
  )
}

const told = (status: Status, why: string, more: Partial<ToldStatus> = {}): ToldStatus => ({
  status,
  why,
  future: false,
  negated: false,
  ...more,
})

function lightStatus({ language }: Grammar, { light }: EventCodebook, candidate: Candidate): ToldStatus | undefined {
  if (candidate.light < 0) return undefined
  const lemma = language.lemma[candidate.light]
  const status = light.get(lemma)?.find((row) => row.status)?.status
  return status && (light.get(lemma)!.length === 1 || status !== 'requested') ? told(status, `'${lemma}'`) : undefined
}

/** What stands with the verb itself: negation, modal verbs, adverbs. */
function ownStatus(grammar: Grammar, codebook: EventCodebook, word: number, noun: number): ToldStatus | undefined {
  const found = local(grammar, codebook, word)
  const determined = noun === word ? undefined : local(grammar, codebook, noun)
  const negated = found.negated ?? determined?.negated
  if (found.modalStatus === 'planned' || isBackshifted(grammar, word, found)) {
    if (negated) return told('not-happened', `'${found.modal}' with '${negated}'`, { future: true, negated: true })
    return told('planned', `'${found.modal}'`, { future: true })
  }
  if (found.modalStatus) return told(found.modalStatus, `'${found.modal}'`, { negated: negated !== undefined })
  if (negated) return told('not-happened', `'${negated}'`, { negated: true })
  const adverb = found.adverb ?? determined?.adverb
  return adverb && told(adverb.status, `'${adverb.word}'`)
}

function local({ language, tree }: Grammar, { status }: EventCodebook, w: number): Local {
  const found: Local = {}
  for (const c of tree.children(w)) {
    const relation = language.relation[c]
    const word = language.lower[c]
    if (relation === 'aux') {
      const modal = isInverted({ language, tree }, w, c) ? 'supposed' : status.get('auxiliary')?.get(word)
      if (modal) Object.assign(found, { modal: word, modalStatus: modal })
    } else if (relation.startsWith('advmod') || relation === 'amod') {
      const adverb = status.get('adverb')?.get(word)
      if (adverb === 'not-happened') found.negated = word
      else if (adverb) found.adverb = { word, status: adverb }
    } else if (relation === 'det') {
      const determiner = status.get('determiner')?.get(word)
      if (determiner === 'not-happened') found.negated = word
      else if (determiner) found.adverb = { word, status: determiner }
    } else if (PARTIES.has(relation)) found.negated ??= nobody({ language, tree }, status, c)
  }
  return withShared({ language, tree }, status, w, found)
}

const PARTIES = new Set(['nsubj', 'nsubj:pass', 'obj'])

/** The word by which nobody takes part: 'no soldiers attacked', 'neither side fired', 'none of them was hurt'. */
function nobody(
  { language, tree }: Pick<Grammar, 'language' | 'tree'>,
  status: EventCodebook['status'],
  w: number,
): string | undefined {
  const det = tree.child(w, 'det')
  const said = (kind: string, word: number) =>
    word >= 0 && status.get(kind)?.get(language.lower[word]) === 'not-happened' ? language.lower[word] : undefined
  return said('determiner', det) ?? said('pronoun', w)
}

/** 'should he be denied it' is a condition. */
const isInverted = ({ language, tree }: Pick<Grammar, 'language' | 'tree'>, w: number, aux: number): boolean => {
  const subject = tree.child(w, 'nsubj', 'nsubj:pass')
  return (
    language.lower[aux] === 'should' &&
    subject > aux &&
    language.form[language.sentences[language.sentence[w]].to - 1] !== '?'
  )
}

/** A verb coordinated with another, with no subject of its own, shares its auxiliaries: 'will arrest and deport'. */
function withShared(
  { language, tree }: Pick<Grammar, 'language' | 'tree'>,
  status: EventCodebook['status'],
  w: number,
  found: Local,
): Local {
  const first = language.head[w]
  if (found.modal || language.relation[w] !== 'conj' || first < 0 || tree.child(w, 'nsubj', 'aux') >= 0) return found
  if (language.xpos[w] !== 'VB' && language.xpos[w] !== language.xpos[first]) return found
  for (const c of tree.children(first)) {
    const modal = language.relation[c] === 'aux' ? status.get('auxiliary')?.get(language.lower[c]) : undefined
    if (modal) return { ...found, modal: language.lower[c], modalStatus: modal }
  }
  return found
}

/** 'said it would attack' is 'will' told in the past, unless a condition stands with it. */
function isBackshifted({ language, tree }: Grammar, w: number, { modal }: Local): boolean {
  if (modal !== 'would' && modal !== "'d") return false
  const above = language.head[w]
  if (language.relation[w] !== 'ccomp' || above < 0 || !/^VB[DN]$/.test(language.xpos[above])) return false
  return !tree.children(w).some((c) => language.relation[c] === 'advcl' && markOf({ language, tree }, c) === 'if')
}

/** Inside an if-clause. */
function ifClause({ language, tree }: Grammar, { status }: EventCodebook, word: number): ToldStatus | undefined {
  for (let w = word, steps = 0; w >= 0 && steps < 40; w = language.head[w], steps++) {
    const mark =
      language.relation[w].startsWith('advcl') || language.relation[w] === 'ccomp' ? markOf({ language, tree }, w) : ''
    const found = mark === '' ? undefined : status.get('mark')?.get(mark)
    if (found) return told(found, `'${mark}'`)
    if (language.relation[w] === 'ccomp' || language.relation[w] === 'parataxis') return undefined
  }
  return undefined
}

const CLAUSES = new Set(['xcomp', 'ccomp', 'csubj', 'csubj:pass', 'obj', 'nsubj:pass'])

/** The predicates that the event hangs on: 'plans to visit', 'denied attacking', 'a threat of strikes'. */
function governed(grammar: Grammar, codebook: EventCodebook, word: number): ToldStatus | undefined {
  const { language } = grammar
  const governs = codebook.status.get('governs')!
  let w = word
  for (let steps = 0; steps < 5; steps++) {
    const above = language.head[w]
    if (above < 0) return undefined
    const relation = language.relation[w]
    const lemma = language.lemma[above]
    if (relation === 'conj') {
      w = above
      continue
    }
    // 'criticised the port for selling arms': a reason is told as done
    if (relation === 'advcl' && markOf(grammar, w) === 'for' && grammar.objects(above).length > 0) return undefined
    const claim = claimStatus(grammar, codebook, above, relation)
    if (claim) return claim
    if (!reaches(grammar, w, relation)) return purpose(grammar, w, relation)
    const status =
      language.upos[w] === 'NOUN' && codebook.words['not-of-nouns'].has(lemma)
        ? undefined
        : (governs.get(lemma) ?? (relation === 'xcomp' ? codebook.status.get('governs-to')?.get(lemma) : undefined))
    const upper = local(grammar, codebook, above)
    if (status && upper.negated && status !== 'denied') return told('not-happened', `'${upper.negated} ${lemma}'`)
    if (status && status !== 'happened') return told(status, `'${lemma}'`)
    if (relation === 'ccomp') return undefined
    if (relation === 'acl' && !status && markOf(grammar, w) === 'to') return told('planned', `'to' after '${lemma}'`)
    if (upper.negated && relation === 'xcomp') return told('not-happened', `'${upper.negated} ${lemma}'`)
    if (upper.modalStatus && relation === 'xcomp') return told(upper.modalStatus, `'${upper.modal}'`)
    w = above
  }
  return undefined
}

/** 'dismissed reports that troops had attacked': the content of a noun that is the object of a verb that says it is not so. */
function claimStatus(
  { language }: Grammar,
  { status }: EventCodebook,
  noun: number,
  relation: string,
): ToldStatus | undefined {
  if (language.upos[noun] !== 'NOUN' || language.relation[noun] !== 'obj' || !/^(?:acl|ccomp)$/.test(relation))
    return undefined
  const { lemma, head } = language
  const found = status.get('of-claims')?.get(lemma[head[noun]])
  return found && told(found, `'${lemma[head[noun]]} ${lemma[noun]}'`)
}

function reaches({ language, tree }: Grammar, w: number, relation: string): boolean {
  if (CLAUSES.has(relation)) return true
  const mark = markOf({ language, tree }, w)
  if (relation === 'acl' || relation === 'advcl')
    return mark === 'to'
      ? relation === 'acl' || isGoverning(language.upos[language.head[w]])
      : mark === 'from' || mark === 'of' || mark === 'for'
  const marker = tree.child(w, 'case')
  const preposition = marker < 0 ? '' : language.lower[marker]
  return (
    (relation === 'nmod' && (preposition === 'of' || preposition === 'for')) ||
    (relation.startsWith('obl') && (preposition === 'for' || preposition === 'of'))
  )
}

const isGoverning = (upos: string) => upos === 'ADJ' || upos === 'NOUN'

/** 'sent troops to attack': what is done for a purpose has not happened yet. */
function purpose({ language, tree }: Grammar, w: number, relation: string): ToldStatus | undefined {
  if (relation !== 'advcl' || markOf({ language, tree }, w) !== 'to' || language.xpos[w] !== 'VB') return undefined
  return told('planned', "'to' of purpose")
}

function question({ language }: Grammar, word: number): ToldStatus | undefined {
  const { to } = language.sentences[language.sentence[word]]
  return language.form[to - 1] === '?' ? told('supposed', 'a question') : undefined
}

/** Going on: 'is holding', 'has been holding', 'continues to hold'; else told as done. */
function going({ language, tree }: Grammar, { status, words }: EventCodebook, word: number): ToldStatus {
  const above = language.head[word]
  if (
    above >= 0 &&
    language.relation[word] === 'xcomp' &&
    status.get('governs')?.get(language.lemma[above]) === 'ongoing'
  ) {
    return told('ongoing', `'${language.lemma[above]}'`)
  }
  if (language.xpos[word] === 'VBG') {
    const aux = tree.children(word).find((c) => language.relation[c] === 'aux')
    if (aux !== undefined && words['going-on'].has(language.lower[aux])) {
      return told('ongoing', `'${language.lower[aux]} ${language.lower[word]}'`)
    }
  }
  return told('happened', 'told as done')
}
