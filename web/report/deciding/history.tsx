import type { Decision } from '../../../src/rows/decision.ts'
import { momentInWords } from '../../words/days.ts'
import { verdictWords } from '../../words/events.ts'
import { onOneLine } from '../text/odd.ts'
import { standingDecisions } from './use-deciding.ts'

interface HistoryProps {
  decisions: readonly Decision[]
  rowKey: string
  onTakeBack: (id: string) => void
}

/** All that was decided of a row, latest first; what stands can be taken back, each for itself. */
export function History({ decisions, rowKey, onTakeBack }: HistoryProps) {
  const ofRow = decisions.filter(({ key }) => key === rowKey)
  if (ofRow.length === 0) return null
  const standing = new Set(standingDecisions(decisions, rowKey))
  return (
    <details class="history">
      <summary>
        {ofRow.length} {ofRow.length === 1 ? 'decision' : 'decisions'}
      </summary>
      <ol reversed>
        {ofRow.toReversed().map((decision) => (
          <li key={decision.id ?? decision.at} class={standing.has(decision) ? '' : 'taken-back'}>
            {decision.undoes !== undefined || decision.verdict === 'open'
              ? 'taken back'
              : verdictWords[decision.verdict]}
            {decision.mend && decision.verdict === 'mended' && ` (${Object.keys(decision.mend).join(', ')})`} ·{' '}
            <bdi>{onOneLine(decision.by)}</bdi> · <time dateTime={decision.at}>{momentInWords(decision.at)}</time>
            {standing.has(decision) && decision.id !== undefined && (
              <>
                {' '}
                <button type="button" class="quiet" onClick={() => onTakeBack(decision.id as string)}>
                  take back
                </button>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
