import { theQueue, useQueue } from '../../decide/use-decisions.ts'
import { counted } from '../../words/counted.ts'
import { onOneLine } from '../text/odd.ts'

/** How decisions fare on their way to the server, where there is something to say. */
export function QueueLine() {
  const { waiting, refused, away, fleeting } = useQueue()
  return (
    <div class="queue" role="status">
      {away && (
        <p class="queue-away">
          The server is away. {counted(waiting.length, 'decision')} kept in this{' '}
          {fleeting ? 'window (do not close it)' : 'browser'} and sent when it is back.{' '}
          <button type="button" class="quiet" onClick={() => void theQueue().flush()}>
            Try now
          </button>
        </p>
      )}
      {refused.length > 0 && (
        <p class="queue-refused">
          The server does not take {counted(refused.length, 'decision')}:{' '}
          {refused.map(({ message }) => onOneLine(message)).join('; ')}{' '}
          <button type="button" class="quiet" onClick={() => theQueue().dropRefused()}>
            Let go
          </button>
        </p>
      )}
    </div>
  )
}
