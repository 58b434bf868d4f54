import type { Language } from '../language/types.ts'
import type { Note } from '../record/types.ts'

/** How many different words of sport, and how many in a hundred words, make a report one of sport. */
const DIFFERENT = 3
const IN_HUNDRED = 1.2

/**
 * Whether a report is one of sport, where 'beat', 'attack', 'strike' and 'ban' tell of play. Its events are left out, and the
 * note says so.
 */
export function sportNote({ lemma, size }: Language, words: ReadonlySet<string>): Note | undefined {
  const found = new Set<string>()
  let count = 0
  for (let w = 0; w < size; w++) {
    if (!words.has(lemma[w])) continue
    found.add(lemma[w])
    count++
  }
  if (found.size < DIFFERENT || count * 100 < size * IN_HUNDRED) return undefined
  return {
    code: 'sports-report',
    message: `No events are read out of a report of sport (${[...found].sort().slice(0, 5).join(', ')}).`,
  }
}
