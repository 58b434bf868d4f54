import type { Language, Name } from '../types.ts'
import type { Mend } from './mend-tree.ts'

/** The longest apposition, in words. */
const LONGEST = 14

/**
 * "On Tuesday Imran Qadir, a Liberal MP, said ...": with a time or place before the name and no comma between, parsers take the apposition
 * for the subject and hang the name on the time, or leave the verb without a subject. A person's name, a noun phrase between commas and
 * a finite verb right behind: the name is the subject, and the noun its apposition.
 */
export function mendAppositions(language: Language, mend: Mend): void {
  for (const name of language.names) {
    if (name.kind !== 'person' || language.form[name.to] !== ',') continue
    const comma = closing(language, name.to + 1)
    const verb = comma < 0 ? -1 : comma + 1
    if (verb < 0 || !isFiniteVerb(language, verb)) continue
    const top = topOf(language, name)
    const noun = nounBetween(language, name.to + 1, comma, [verb, top])
    if (isSubject(language, top)) {
      // both are the verb's subjects: the noun between commas is the name's
      if (noun >= 0 && language.head[top] === verb && language.head[noun] === verb)
        mend(noun, { head: top, relation: 'appos' })
      continue
    }
    if (noun < 0 || hasSubjectBefore(language, verb, name.from)) continue
    hang(language, { name, top, noun, verb }, mend)
  }
}

/** The next comma of the sentence, where it is not far. */
function closing({ form, sentence, size }: Language, from: number): number {
  for (let w = from; w < size && w < from + LONGEST && sentence[w] === sentence[from]; w++)
    if (form[w] === ',') return w
  return -1
}

const isFiniteVerb = ({ upos, xpos, size }: Language, w: number) =>
  w < size && upos[w] === 'VERB' && /^VB[DZ]$/.test(xpos[w])

const isSubject = ({ relation }: Language, w: number) => relation[w].startsWith('nsubj')

/** The first word of a name whose head lies outside. */
function topOf({ head }: Language, { from, to }: Name): number {
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) return w
  return from
}

/** The noun between the commas that hangs on the verb as its subject, or on the name as its apposition; or -1. */
function nounBetween(language: Language, from: number, to: number, [verb, top]: [number, number]): number {
  const { head, relation, upos } = language
  for (let w = from; w < to; w++) {
    if (upos[w] !== 'NOUN' && upos[w] !== 'PROPN') continue
    if (head[w] === verb && isSubject(language, w)) return w
    if (head[w] === top && relation[w] === 'appos') return w
  }
  return -1
}

function hasSubjectBefore(language: Language, verb: number, before: number): boolean {
  const { head, sentences, sentence } = language
  for (let w = sentences[sentence[verb]].from; w < before; w++)
    if (head[w] === verb && isSubject(language, w)) return true
  return false
}

interface Found {
  name: Name
  top: number
  noun: number
  verb: number
}

function hang(
  { head, relation, upos, sentences, sentence }: Language,
  { name, top, noun, verb }: Found,
  mend: Mend,
): void {
  mend(top, { head: verb, relation: 'nsubj' })
  for (let w = name.from; w < name.to; w++)
    if (w !== top && (head[w] < name.from || head[w] >= name.to)) mend(w, { head: top, relation: 'flat' })
  if (head[noun] !== top || relation[noun] !== 'appos') mend(noun, { head: top, relation: 'appos' })
  // what stands before the name and hung on it is the verb's: 'on Friday'
  const lead = name.from - 1
  const first = sentences[sentence[verb]].from
  const isLead =
    lead >= first && head[lead] >= name.from && head[lead] < name.to && upos[lead] !== 'ADJ' && !isTitle(relation[lead])
  if (!isLead) return
  mend(lead, { head: verb, relation: 'obl' })
  for (let w = first; w < lead; w++)
    if (head[w] >= name.from && head[w] < name.to && relation[w] === 'case') mend(w, { head: lead, relation: 'case' })
}

/** 'Mayor Marek': a title stays with the name. */
const isTitle = (relation: string) => relation === 'flat' || relation === 'appos'
