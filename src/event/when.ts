import type { Grammar } from '../language/clause/grammar.ts'
import type { When } from '../time/when.ts'
import type { Candidate } from './candidate.ts'
import type { ToldStatus } from './status.ts'
import type { EventInput } from './types.ts'
import type { EventWords } from './words.ts'

/**
 * Opens a look-up from a candidate to the time of its event. A verb has its clause's time, or that of the sentence before
 * in the same paragraph where it is told as done. A noun has the time inside its phrase, that of the verb which lends it
 * its subject or tells its toll, or one that follows it with no verb between; the time of 'condemned' in 'condemned on
 * Friday the killing' is not the killing's.
 */
export function openEventTime(
  { language, times }: EventInput,
  grammar: Grammar,
  when: (word: number) => When | undefined,
  words: EventWords,
): (candidate: Candidate, told: ToldStatus, triggers: ReadonlySet<number>) => When | undefined {
  const wordsOf = new Map(times.times.map((time, i) => [time.id, times.details[i]]))

  const ofVerb = (word: number, told: ToldStatus): When | undefined => {
    const found = when(word)
    if (found?.basis !== 'sentence-before') return found
    const from = wordsOf.get(found.time)!.from
    const near =
      language.sentences[language.sentence[from]].paragraph === language.sentences[language.sentence[word]].paragraph
    return near && told.status === 'happened' && language.xpos[word] === 'VBD' ? found : undefined
  }

  const ofNoun = (
    { word, light, lightWhose, casualties }: Candidate,
    told: ToldStatus,
    triggers: ReadonlySet<number>,
  ): When | undefined => {
    const found = when(word)
    const from = found ? wordsOf.get(found.time)!.from : -1
    if (found && found.basis !== 'sentence-before' && grammar.tree.above(word, from)) return found
    const lent = light >= 0 && lightWhose !== 'none' ? light : casualties?.[0]
    if (lent !== undefined) return ofVerb(lent, told)
    if (!found || found.basis === 'sentence-before') return undefined
    return isSameTime(word) || follows(word, from, triggers) ? found : undefined
  }

  /** What a noun's clause may date as well: 'spoke during a meeting on Monday'. */
  const isSameTime = (word: number): boolean => {
    const marker = grammar.tree.child(word, 'case')
    return (
      /^(?:obl|nmod)/.test(language.relation[word]) && marker >= 0 && words['same-time'].has(language.lower[marker])
    )
  }

  /** Whether the time comes after the noun with no verb between, and hangs on no other event. */
  const follows = (word: number, from: number, triggers: ReadonlySet<number>): boolean => {
    if (from < word) return false
    for (let w = word + 1; w < from; w++) if (language.upos[w] === 'VERB') return false
    for (let w = from, steps = 0; w >= 0 && steps < 4; w = language.head[w], steps++) {
      if (w < from && language.upos[w] === 'VERB') return !triggers.has(w)
    }
    return true
  }

  return (candidate, told, triggers) => {
    return candidate.rule.whose ? ofNoun(candidate, told, triggers) : ofVerb(candidate.word, told)
  }
}
