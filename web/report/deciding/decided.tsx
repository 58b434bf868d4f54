import type { Decision } from '../../../src/rows/decision.ts'
import { momentInWords } from '../../words/days.ts'
import { verdictWords } from '../../words/events.ts'
import { plain } from '../text/odd.ts'

/** What was decided of a row, by whom, and when. */
export function Verdict({ decision, waiting }: { decision?: Decision; waiting?: boolean }) {
  if (!decision || decision.verdict === 'open') return null
  return (
    <p class={`verdict ${decision.verdict}`}>
      <strong>{verdictWords[decision.verdict]}</strong> · <bdi>{plain(decision.by)}</bdi> ·{' '}
      <time dateTime={decision.at}>{momentInWords(decision.at)}</time>
      {waiting && <span class="waiting"> · waiting for the server</span>}
    </p>
  )
}
