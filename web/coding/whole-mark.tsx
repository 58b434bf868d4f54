import { useState } from 'preact/hooks'
import type { Whole } from '../../src/desk/coding/wholes.ts'
import { ask, jsonBody } from '../api.ts'
import { useWho } from '../decide/use-who.ts'
import { onOneLine } from '../report/text/odd.ts'
import { useAsked } from '../use-asked.ts'

/** Marks a report whole once each of its rows is decided and each missed one added, or takes that back. */
export function WholeMark({ report }: { report: string }) {
  const { name } = useWho(true)
  const [again, setAgain] = useState(0)
  const [problem, setProblem] = useState('')
  const { value } = useAsked((signal) => ask<{ reports: Whole[] }>('/api/wholes', {}, { signal }), [report, again])
  const marked = value?.reports.find((one) => one.report === report)
  const mark = (whole: boolean) =>
    ask('/api/wholes', {}, { method: 'POST', ...jsonBody({ report, by: name, at: new Date().toISOString(), whole }) })
      .then(() => {
        setProblem('')
        setAgain((n) => n + 1)
      })
      .catch(({ message }: Error) => setProblem(message))
  if (!value || name === '') return null
  return (
    <span class="whole-mark">
      {marked ? (
        <>
          marked whole by <bdi>{onOneLine(marked.by)}</bdi>{' '}
          <button type="button" class="quiet" onClick={() => void mark(false)}>
            take back
          </button>
        </>
      ) : (
        <button type="button" class="quiet" onClick={() => void mark(true)}>
          mark whole
        </button>
      )}
      {problem !== '' && <span role="alert"> {onOneLine(problem)}</span>}
    </span>
  )
}
