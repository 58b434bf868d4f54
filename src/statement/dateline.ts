import type { Language } from '../language/types.ts'

/** Paragraphs from the report's beginning that may open with a dateline. */
const PARAGRAPHS = 3
/** Words that a dateline has at most. */
const LONGEST = 14
const DASHES = new Set(['-', '--', '–', '—', '_'])

/**
 * The first word after a dateline ('ALMETH, May 7 (Agency) — '), where the word at `from` begins one; else `from`. A
 * dateline is the outlet's, never part of what somebody said: capitals or a name, no verb, and a dash with space around it.
 */
export function afterDateline(language: Language, from: number, to: number): number {
  const { form, xpos, space, sentence, sentences } = language
  const s = sentence[from]
  const { paragraph } = sentences[s]
  const opens = sentences[s].from === from && (s === 0 || sentences[s - 1].paragraph !== paragraph)
  const named = xpos[from].startsWith('NNP') || (form[from].length > 2 && form[from] === form[from].toUpperCase())
  if (!opens || paragraph >= PARAGRAPHS || !named) return from
  for (let w = from + 1; w < Math.min(to, from + LONGEST); w++) {
    if (xpos[w].startsWith('VB')) return from
    if (DASHES.has(form[w]) && space[w] === 1 && space[w - 1] === 1) return w + 1
  }
  return from
}
