import type { Resources } from '../resources.ts'
import { isTrigger } from './find.ts'
import { openLexicon } from './lexicon.ts'
import { cutPieces } from './pieces.ts'
import { type Reading, readLine } from './read-line.ts'
import { openStory } from './resolve/story.ts'
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
  return ({ language, tree, published }) => {
    const { lower, sentences } = language
    const story = openStory(published)
    const reading: Reading = { tree, story, times: [], details: [], ages: [], ids: new Set(), open: false }
    for (let s = 0; s < sentences.length; s++) {
      const { from, to } = sentences[s]
      let w = from
      while (w < to && !isTrigger(lower[w], lexicon)) w++
      if (w === to) continue
      readLine(reading, { pieces: cutPieces(language, from, to, lexicon), language, lexicon }, s)
    }
    return { times: reading.times, details: reading.details, ages: reading.ages, notes: reading.open ? [NO_DATE] : [] }
  }
}

const NO_DATE = {
  code: 'no-published-date',
  message: 'The date of publication is not known: relative times could not be resolved and keep X in their values.',
}
