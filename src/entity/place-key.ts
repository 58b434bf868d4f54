import { fold } from './fold.ts'

/**
 * A place's name as the gazetteer is looked up by: folded, without dots and apostrophes, hyphens as blanks, 'Saint' as 'st', no article.
 *
 * @example placeKey('Saint-Étienne') // 'st etienne'
 */
export function placeKey(name: string): string {
  const folded = fold(name)
  const plain = /[^a-z0-9 ]/.test(folded) ? withoutMarks(folded) : folded
  const bare = plain.startsWith('the ') ? plain.slice(4) : plain
  return bare.includes('saint') ? bare.replace(/\bsaint\b/g, 'st') : bare
}

function withoutMarks(folded: string): string {
  const letters = folded
    .replace(/ß/g, 'ss')
    .replace(/[æǣ]/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/þ/g, 'th')
    .replace(/ð/g, 'd')
    .replace(/ə/g, 'a')
  return letters
    .replace(/[.'’‘ʼʻ`]/g, '')
    .replace(/[-‐–/\s]+/g, ' ')
    .trim()
}
