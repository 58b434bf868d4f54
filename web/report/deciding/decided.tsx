import type { Standing } from '../../../src/rows/standing.ts'
import { momentInWords } from '../../words/days.ts'
import { verdictWords } from '../../words/events.ts'
import { onOneLine } from '../text/odd.ts'

/** What was decided of a row, by whom, and when; of a row that a person added, that too. */
export function VerdictLine({ decision, waiting }: { decision?: Standing; waiting?: boolean }) {
  if (!decision) return null
  const { verdict, by, at, added } = decision
  return (
    <p class={`verdict ${verdict}`}>
      <strong>{verdict === 'added' ? 'added: the reader missed it' : verdictWords[verdict]}</strong> ·{' '}
      <bdi>{onOneLine(by)}</bdi> · <time dateTime={at}>{momentInWords(at)}</time>
      {added && verdict !== 'added' && (
        <>
          {' '}
          · added by <bdi>{onOneLine(added.by)}</bdi>
        </>
      )}
      {waiting && <span class="waiting"> · waiting for the server</span>}
    </p>
  )
}
