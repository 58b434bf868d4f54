import { useMemo, useRef, useState } from 'preact/hooks'
import type { Decision } from '../../../src/rows/decision.ts'
import { keyOf, standing } from '../../decide/standing.ts'
import { useWho } from '../../decide/use-who.ts'

/** Where decisions on a report come from and go to. */
export interface Deciding {
  decisions: readonly Decision[]
  add: (decision: Decision) => void
}

export type Verdict = Decision['verdict']

/** Deciding on one report's rows: what stands, a name that is asked for once, and a way back. */
export function useDeciding(report: string, deciding: Deciding | undefined) {
  const { name, fixed, rename } = useWho(deciding !== undefined)
  const [asking, setAsking] = useState<((name: string) => void) | undefined>()
  const done = useRef<{ row: string; before?: Decision }[]>([])
  const decisions = deciding?.decisions
  const decided = useMemo(() => standing(decisions ?? []), [decisions])

  const put = (by: string, row: string, what: Pick<Decision, 'verdict' | 'mend'>) => {
    const { verdict, mend } = what
    const at = new Date().toISOString()
    deciding?.add({ key: keyOf(report, row), verdict, by, at, ...(mend && { mend }) })
  }
  const decide = (row: string, verdict: Verdict, mend: Decision['mend'], then: () => void) => {
    if (!deciding) return
    const act = (by: string) => {
      done.current.push({ row, before: decided.get(keyOf(report, row)) })
      put(by, row, { verdict, mend })
      then()
    }
    if (name === '') setAsking(() => act)
    else act(name)
  }
  /** Takes back the last decision made here. @returns its row */
  const undo = (): string | undefined => {
    const last = done.current.pop()
    if (!last) return undefined
    put(name, last.row, last.before ?? { verdict: 'open' })
    return last.row
  }
  const answerName = (given: string | undefined) => {
    const act = asking
    setAsking(undefined)
    if (given === undefined) return
    rename(given)
    act?.(given)
  }
  return { decided, name, fixed, rename, asking: asking !== undefined, answerName, decide, undo }
}
