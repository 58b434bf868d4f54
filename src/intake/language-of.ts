import { frequentWords } from '../language/tag.ts'
import { openResources } from '../open-resources.ts'
import type { Note } from '../record/types.ts'
import { noteOf } from './encoding.ts'

/** How much of a text is looked at. */
const LOOKED_AT = 2000
/** Fewest letters by which a language can be told from English. */
const FEWEST = 80
/** A text is of another language only where English is clearly behind. */
const CLEARLY = 0.85
/** From this share of frequent English words on, of so many words, a text is English beyond doubt: other languages reach a third of it. */
const PLAINLY = 0.2
const ENOUGH = 12

/** Tells the language of a text: a BCP 47 tag, and a note where it is one that is not read. */
export type TellLanguage = (text: string) => Promise<{ language: string; notes: Note[] }>

/**
 * Opens the telling of languages: 'en', another language where it is clearly one, 'und' where it cannot be told. What is English beyond doubt is
 * known by its frequent words; the tables of the library that tells others apart take 60 MB, and are opened when a text needs them.
 */
export async function openTellLanguage(): Promise<TellLanguage> {
  const frequent = frequentWords(await openResources(undefined, ['codebook/english-words.txt']))
  return async (text) => {
    const head = text.slice(0, LOOKED_AT)
    if (isPlainly(head, frequent)) return { language: 'en', notes: [] }
    const letters = head.match(/\p{L}/gu)?.length ?? 0
    if (letters < FEWEST) return { language: 'und', notes: [] }
    const { eld } = await import('eld/extrasmall')
    const found = eld.detect(head)
    if (found.language === 'en') return { language: found.isReliable() ? 'en' : 'und', notes: [] }
    const scores = found.getScores()
    const clear = (scores.en ?? 0) < CLEARLY * (scores[found.language] ?? 0)
    if (found.language === '' || !found.isReliable() || !clear) return { language: 'und', notes: [] }
    return { language: found.language, notes: [noteOf('language-not-read')] }
  }
}

function isPlainly(text: string, frequent: ReadonlySet<string>): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  let hits = 0
  for (const word of words) if (frequent.has(word)) hits++
  return words.length >= ENOUGH && hits / words.length >= PLAINLY
}
