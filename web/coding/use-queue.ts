import { useEffect, useState } from 'preact/hooks'
import type { CodingQueue, QueueRow } from '../../src/desk/coding/queue.ts'
import { ask, jsonBody } from '../api.ts'
import { newId } from '../decide/queue.ts'

export type Verdict = 'right' | 'wrong'

/** What a person was given to decide, and what can be done with it; the server has each decision before the next row is shown. */
export function useQueueOf(by: string) {
  const [queue, setQueue] = useState<CodingQueue>()
  const [said, setSaid] = useState<ReadonlyMap<string, { verdict: Verdict; id: string }>>(new Map())
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)

  const fetchIt = () => (by === '' ? Promise.resolve() : ask<CodingQueue>('/api/queue', { by }).then(setQueue))
  const doing = async (what: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    try {
      await what()
      setError(undefined)
      return true
    } catch (problem) {
      setError(problem as Error)
      return false
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => {
    setQueue(undefined)
    void doing(fetchIt)
  }, [by])

  const send = (path: string, body: object) => ask(path, {}, { method: 'POST', ...jsonBody(body) })
  const decide = (key: string, decision: object) =>
    send('/api/queue/decisions', { decisions: [{ key, by, at: new Date().toISOString(), ...decision }] })
  return {
    queue,
    error,
    busy,
    verdictOf: (row: QueueRow): Verdict | 'done' | undefined =>
      said.get(row.key)?.verdict ?? (row.done ? 'done' : undefined),
    draw: () => doing(() => send('/api/queue', { by }).then(fetchIt)),
    giveBack: (keys?: readonly string[]) => doing(() => send('/api/queue/back', { by, keys }).then(fetchIt)),
    decide: (key: string, verdict: Verdict) =>
      doing(async () => {
        const id = newId()
        await decide(key, { id, verdict })
        setSaid((before) => new Map(before).set(key, { verdict, id }))
      }),
    /** Takes back what was decided here of a row. */
    undo: (key: string) =>
      doing(async () => {
        const made = said.get(key)
        if (!made) return
        await decide(key, { id: newId(), verdict: 'open', undoes: made.id })
        setSaid((before) => {
          const after = new Map(before)
          after.delete(key)
          return after
        })
      }),
    canUndo: (key: string) => said.has(key),
  }
}
