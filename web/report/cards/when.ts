import type { Statement, Time } from '../../../src/record/types.ts'
import { dayInWords } from '../../words/days.ts'
import type { RecordView } from '../view.ts'

/** A row's time: its date, and the words that it was read from. */
export function timeInWords(view: RecordView, time: Time): { date: string; words: string } {
  return { date: dayInWords(time.value), words: view.words(time) }
}

/** Where the words that date a row stand, as `whenBasis` has it. */
export const basisWords = {
  'own-clause': 'said in the same clause',
  'main-clause': 'from the main clause',
  'sentence-before': 'from the sentence before',
  published: 'the day of publication',
} as const satisfies Record<NonNullable<Statement['whenBasis']>, string>
