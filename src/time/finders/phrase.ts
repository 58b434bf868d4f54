import { relationBefore } from '../around.ts'
import type { Phrase } from '../lexicon.ts'
import type { ProposedTime } from '../meaning.ts'
import { entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Holidays and vague references, by the codebook's phrases: 'Thanksgiving Day', 'last Christmas', 'recently', 'the future'. */
export const phrase: Finder = {
  name: 'phrase',
  triggers: ['phrase'],
  find(line, at) {
    for (const known of entryAt(line, at)!.phrases!) {
      const from = at - known.key
      if (known.negative || !matches(line, from, known)) continue
      const found = known.holiday ? holiday(line, from, known) : reference(line, from, known)
      if (found) return found
    }
    return undefined
  },
}

/** Whether the phrase's words stand at piece i. */
export function matches(line: Line, i: number, { words }: Phrase): boolean {
  for (let k = 0; k < words.length; k++) {
    const text = textAt(line, i + k)
    if (text !== words[k] && !(isHyphen(words[k]) && isHyphen(text))) return false
  }
  return true
}

function holiday(line: Line, at: number, { words, holiday: name }: Phrase): Omit<ProposedTime, 'rule'> | undefined {
  if (!line.pieces[at].capital) return undefined
  const to = at + words.length
  const picked = relationBefore(line, at)
  if (!picked || picked.relation === 'the') return { from: at, to, meaning: { type: 'DATE', holiday: name } }
  if (picked.relation === 'each') return { from: picked.from, to, meaning: { type: 'SET', value: 'P1Y' } }
  return { from: picked.from, to, meaning: { type: 'DATE', holiday: name, relation: picked.relation } }
}

const NOUNS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM'])

/** 'the past' and 'the future' are times where no noun follows; 'soon' is none in 'as soon as'. */
function reference(
  line: Line,
  at: number,
  { words, reference: value }: Phrase,
): Omit<ProposedTime, 'rule'> | undefined {
  const to = at + words.length
  const next = line.pieces[to]
  const first = words[0]
  if (
    (first === 'the' || first === 'in') &&
    next &&
    (NOUNS.has(line.language.upos[next.word]) || next.entry?.unit || next.digits >= 0)
  )
    return undefined
  if (words.length === 1 && first === 'soon' && /^(as|too|how|so)$/.test(textAt(line, at - 1))) return undefined
  if (first === 'soon' && /^(as|after|before|enough)$/.test(textAt(line, to)) && textAt(line, to) !== 'enough')
    return undefined
  if (isHyphen(textAt(line, at - 1)) || (isHyphen(textAt(line, to)) && next.glued)) return undefined
  const very = words.length === 1 && textAt(line, at - 1) === 'very'
  return { from: very ? at - 1 : at, to, meaning: { type: 'DATE', value: value! } }
}
