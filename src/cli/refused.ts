import type { Lines } from '../intake/lines.ts'
import type { Failure } from '../record/failure.ts'
import { answerLine, commented } from './answer.ts'
import type { Answers, Work } from './worker.ts'

/** The answer in the place of a line that the reader did not come through with, with the report's id where it has one. */
export function refused({ bytes, first }: Lines, { task }: Work, failure: Failure): Answers {
  const { text } = answerLine(bytes, first, () => {
    throw failure
  })
  return { bytes: new TextEncoder().encode(`${task === 'parse' ? commented(text) : text}\n`), bad: 1 }
}
