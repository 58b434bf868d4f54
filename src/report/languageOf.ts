import type { Note } from '../record/types.ts'
import { noteOf } from './encoding.ts'

/** How much of a text is looked at. */
const LOOKED_AT = 2000
/** Fewest letters by which a language can be told from English. */
const FEWEST = 80
/** A text is of another language only where English is clearly behind. */
const CLEARLY = 0.85

/** Tells the language of a text: a BCP 47 tag, and a note where it is one that is not read. */
export type TellLanguage = (text: string) => { language: string; notes: Note[] }

/** Opens the telling of languages: 'en', another language where it is clearly one, 'und' where it cannot be told. */
export async function openLanguage(): Promise<TellLanguage> {
  const { eld } = await import('eld/small')
  return (text) => {
    const head = text.slice(0, LOOKED_AT)
    const letters = head.match(/\p{L}/gu)?.length ?? 0
    const found = eld.detect(head)
    if (found.language === 'en') return { language: found.isReliable() ? 'en' : 'und', notes: [] }
    const scores = found.getScores()
    const clear = (scores.en ?? 0) < CLEARLY * (scores[found.language] ?? 0)
    if (found.language === '' || letters < FEWEST || !found.isReliable() || !clear)
      return { language: 'und', notes: [] }
    return { language: found.language, notes: [noteOf('language-not-read')] }
  }
}
