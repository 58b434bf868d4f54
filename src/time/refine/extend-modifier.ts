import type { TimeModifier } from '../lexicon.ts'
import type { ProposedTime, TimeMod } from '../meaning.ts'
import { entryAt, isHyphen, type Line, textAt } from '../pieces.ts'

/** Takes in the words before a time that change it: '[the end of] 1990', '[mid-]November', '[nearly] two years'. */
export function extendModifier(line: Line, found: ProposedTime): ProposedTime {
  const hyphen = isHyphen(textAt(line, found.from - 1)) && line.pieces[found.from].glued
  const end = hyphen ? found.from - 1 : found.from
  const modifiers = line.lexicon.modifiers.get(textAt(line, end - 1))
  const modifier = modifiers?.find((known) => standsBefore(line, end, known) && fits(line, end, found, known))
  if (!modifier) return found
  const from = end - modifier.words.length
  const the = takesThe(found) && modifier.words.length === 1 && textAt(line, from - 1) === 'the'
  return { ...found, from: the ? from - 1 : from, mod: modifier.mod as TimeMod }
}

/** '[the late] 1970s', '[the early] summer' */
const takesThe = ({ meaning }: ProposedTime): boolean => meaning.prefix !== undefined || meaning.season !== undefined

function standsBefore(line: Line, end: number, { words }: TimeModifier): boolean {
  return words.every((word, k) => textAt(line, end - words.length + k) === word)
}

function fits(line: Line, end: number, found: ProposedTime, { words, before }: TimeModifier): boolean {
  const { meaning } = found
  const fixed = meaning.type === 'SET' || meaning.value?.endsWith('_REF') === true
  if (fixed) return false
  if (words[0] === 'the' && meaning.type !== 'DATE') return false
  if (before === 'date') return meaning.type !== 'DURATION' && !isOfDay(line, found, words)
  if (before === 'year') return meaning.year !== undefined && end !== found.from
  if (meaning.type === 'TIME') return meaning.clock !== undefined && line.lexicon.words.approximate.has(words[0])
  if (meaning.type === 'DATE' && words[0] === 'around') return meaning.day !== undefined || meaning.year !== undefined
  if (meaning.type === 'DATE')
    return meaning.shift !== undefined && meaning.shift.unit !== 'D' && !line.lexicon.words['over-under'].has(words[0])
  if (entryAt(line, found.from)?.unit !== undefined) return false
  return !line.lexicon.words['over-under'].has(words[0]) || isCounted(line, found)
}

/** 'Earlier Friday, he ...' is an earlier thing, on Friday. */
const isOfDay = (line: Line, { meaning }: ProposedTime, words: readonly string[]) =>
  line.lexicon.words.comparatives.has(words[0]) && meaning.weekday !== undefined

/** 'for over a week' is a length of more; 'over the past week' and 'spread over three years' are not. */
function isCounted(line: Line, { from, meaning }: ProposedTime): boolean {
  if (meaning.reach !== undefined || textAt(line, from) === 'the' || textAt(line, from) === 'another') return false
  return (
    textAt(line, from - 1) !== 'over' || line.lexicon.words['before-over'].has(textAt(line, from - 2)) || from === 1
  )
}
