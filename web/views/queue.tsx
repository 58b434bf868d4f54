import { useEffect, useRef } from 'preact/hooks'
import type { QueueRow } from '../../src/desk/coding/queue.ts'
import { apiAddress } from '../api.ts'
import { CodingHead } from '../coding/coding-head.tsx'
import { NameField } from '../coding/name-field.tsx'
import { MarkedPassage } from '../coding/passage.tsx'
import { useQueueOf } from '../coding/use-queue.ts'
import { useWho } from '../decide/use-who.ts'
import { RowLine } from '../desk/row-line.tsx'
import { keyOfEvent } from '../keys.ts'
import { navigate, reportAddress } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { counted } from '../words/counted.ts'

/** The rows that a person was given to decide, one after another; the address names the one at hand. */
export default function QueueView({ address }: ViewProps) {
  const { name, fixed, rename } = useWho(true)
  const { queue, error, busy, verdictOf, draw, giveBack, decide, undo, canUndo } = useQueueOf(name)
  const rows = queue?.rows ?? []
  const asked = rows.findIndex(({ key }) => key === address.query.get('row'))
  const at =
    asked >= 0
      ? asked
      : Math.max(
          0,
          rows.findIndex((row) => !verdictOf(row)),
        )
  const row: QueueRow | undefined = rows[at]
  const left = rows.filter((one) => !verdictOf(one)).length

  const go = (to: number) => rows[to] && navigate(`/queue?row=${encodeURIComponent(rows[to].key)}`, { replace: true })
  /** The next row that is not decided, from here on and then from the beginning. */
  const goOn = () => {
    const next = [...rows.keys()]
      .map((step) => (at + 1 + step) % rows.length)
      .find((one) => one !== at && !verdictOf(rows[one]))
    if (next !== undefined) go(next)
  }
  const say = (verdict: 'right' | 'wrong') =>
    row && !busy && void decide(row.key, verdict).then((kept) => kept && goOn())
  const answers = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    y: () => say('right'),
    n: () => say('wrong'),
    e: () => row && navigate(reportAddress(row.row.report, row.row.id)),
    u: () => row && !busy && void undo(row.key),
  }
  const latest = useRef(answers)
  latest.current = answers
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = keyOfEvent(event)
      if (!key || !(key in latest.current)) return
      event.preventDefault()
      latest.current[key as keyof typeof answers]()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  return (
    <div class="desk coding">
      <CodingHead title="Queue" address={address}>
        Rows to decide: half of them by lot, which tells how right the desk is; the rest where the reader is unsure, and
        of frequent speakers. Some are decided by two people, who do not see each other’s decisions.
      </CodingHead>
      <NameField name={name} fixed={fixed} onName={rename} />
      {error && (
        <p class="remark" role="alert">
          {error.message}
        </p>
      )}
      {name !== '' && queue && (
        <p class="coding-says">
          <span role="status">
            {rows.length === 0
              ? 'You have no rows to decide.'
              : `${left} of ${counted(rows.length, 'row')} left to decide.`}
          </span>{' '}
          <button type="button" class={left === 0 ? 'primary' : 'quiet'} disabled={busy} onClick={() => void draw()}>
            {left === 0 ? 'Draw 20 rows' : 'Fill up to 20'}
          </button>
          {left > 0 && (
            <button type="button" class="quiet" disabled={busy} onClick={() => void giveBack()}>
              Give all back
            </button>
          )}
          <a href={apiAddress('/api/queue.csv', { by: name })} download>
            CSV
          </a>
          <a href={apiAddress('/api/queue', { by: name })} download="queue.json">
            JSON
          </a>
        </p>
      )}
      {row && (
        <div class="queue-columns">
          <article class="queue-row" aria-label={`Row ${at + 1} of ${rows.length}`}>
            <div class="queue-line">
              <RowLine row={row.row} />
            </div>
            <MarkedPassage passage={row.passage} />
            <p class="actions">
              <button type="button" aria-pressed={verdictOf(row) === 'right'} disabled={busy} onClick={answers.y}>
                right <kbd>y</kbd>
              </button>
              <button type="button" aria-pressed={verdictOf(row) === 'wrong'} disabled={busy} onClick={answers.n}>
                wrong <kbd>n</kbd>
              </button>
              <a class="button" href={reportAddress(row.row.report, row.row.id)}>
                mend in the report <kbd>e</kbd>
              </a>
              {canUndo(row.key) && (
                <button type="button" disabled={busy} onClick={answers.u}>
                  undo <kbd>u</kbd>
                </button>
              )}
              {!verdictOf(row) && (
                <button type="button" class="quiet" disabled={busy} onClick={() => void giveBack([row.key])}>
                  give back
                </button>
              )}
            </p>
          </article>
          <ol class="queue-list" aria-label="The rows of the queue">
            {rows.map((one, index) => (
              <li key={one.key} aria-current={index === at ? 'true' : undefined}>
                <a href={`/queue?row=${encodeURIComponent(one.key)}`}>
                  <span class={`queue-state is-${verdictOf(one) ?? 'open'}`}>{verdictOf(one) ?? 'open'}</span>{' '}
                  <bdi>{one.row.list === 'statements' ? one.row.content : one.row.trigger}</bdi>
                </a>
              </li>
            ))}
          </ol>
        </div>
      )}
      {queue && queue.people.length > 0 && (
        <table class="coding-table">
          <caption>Who has how much</caption>
          <thead>
            <tr>
              <th scope="col">person</th>
              <th scope="col">decided</th>
              <th scope="col">left</th>
            </tr>
          </thead>
          <tbody>
            {queue.people.map(({ name: person, open, done }) => (
              <tr key={person}>
                <th scope="row">
                  <bdi>{person}</bdi>
                </th>
                <td>{done}</td>
                <td>{open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
