import type { Language } from '../language/types.ts'
import type { Resources } from '../resources.ts'
import { isoDate } from './calendar.ts'
import { readDatelineDay } from './dateline-day.ts'
import { type Lexicon, lookUp, openLexicon } from './lexicon.ts'
import { cutPieces } from './pieces.ts'
import { readLine, type TimesReading } from './read-line.ts'
import { openTimesSoFar } from './resolve/times-so-far.ts'
import { isTrigger } from './triggers.ts'
import type { TimeInput, TimeReading } from './types.ts'

export { openWhen, type When } from './when.ts'

/**
 * Opens the time stage: time expressions and their TIMEX3 values. Only sentences that hold a word for a time, or a
 * number that may be one, cost more than a look-up a word.
 *
 * @example openTime(resources)({ language, tree, published: '2024-10-03' }).times
 */
export function openTime(resources: Resources): (input: TimeInput) => TimeReading {
  const lexicon = openLexicon(resources)
  const { triggers } = lexicon
  return ({ language, tree, published }) => {
    const { text, start, end, sentences } = language
    const soFar = openTimesSoFar(published)
    const reading: TimesReading = { tree, soFar, times: [], details: [], ages: [], ids: new Set(), open: false }
    const datelineDay = language.dateline && readDatelineDay(reading, language.dateline)
    for (let s = 0; s < sentences.length; s++) {
      const sentence = s
      const { from } = sentences[s]
      while (isCutAfterClock(language, s, lexicon)) s++
      const { to } = sentences[s]
      let first = from
      while (first < to && !isTrigger(triggers, text, start[first], end[first])) first++
      if (first === to) continue
      let last = to - 1
      while (!isTrigger(triggers, text, start[last], end[last])) last--
      const pieces = cutPieces(language, Math.max(from, first - AROUND), Math.min(to, last + AROUND), lexicon)
      readLine(reading, { pieces, language, lexicon }, sentence)
    }
    const { times, details, ages, open } = reading
    const day = soFar.speech === undefined ? {} : { published: isoDate(soFar.speech) }
    const dateline = datelineDay === undefined ? {} : { datelineDay }
    return { times, details, ages, notes: open ? [NO_DATE] : [], ...day, ...dateline }
  }
}

/** 'at 10 p.m. | Wednesday, he said': the point of a clock time was taken for the sentence's. */
function isCutAfterClock({ text, lower, start, end, sentences }: Language, s: number, lexicon: Lexicon): boolean {
  const next = sentences[s + 1]
  const last = sentences[s].to - 1
  if (next === undefined || end[last] - start[last] !== 4 || text.charCodeAt(start[last] + 1) !== POINT) return false
  if (lower[last] !== 'a.m.' && lower[last] !== 'p.m.') return false
  const entry = lookUp(lexicon, lower[next.from])
  return next.paragraph === sentences[s].paragraph && (entry?.weekday !== undefined || entry?.month !== undefined)
}

const POINT = 46

/** How many words around the first and the last word for a time the rules may want to see. */
const AROUND = 12

const NO_DATE = {
  code: 'no-published-date',
  message: 'The date of publication is not known: relative times could not be resolved and keep X in their values.',
}
