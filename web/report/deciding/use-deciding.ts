import { useMemo, useRef, useState } from 'preact/hooks'
import type { Decision } from '../../../src/rows/decision.ts'
import { standings, undoneIn } from '../../../src/rows/standing.ts'
import { newId } from '../../decide/queue.ts'
import { keyOf } from '../../decide/standing.ts'
import { useWho } from '../../decide/use-who.ts'

/** Where decisions on a report come from and go to. */
export interface Deciding {
  decisions: readonly Decision[]
  add: (decision: Decision) => void
}

/** What is said of a row. */
export type SaidOfRow = Pick<Decision, 'verdict' | 'mend' | 'brings' | 'undoes'>

/** Deciding on one report's rows: what stands, a name that is asked for once, and a way back. */
export function useDeciding(report: string, deciding: Deciding | undefined) {
  const { name, fixed, rename } = useWho(deciding !== undefined)
  const [asking, setAsking] = useState<((name: string) => void) | undefined>()
  const done = useRef<{ row: string; id: string }[]>([])
  const decisions = deciding?.decisions
  const decided = useMemo(() => standings(decisions ?? []), [decisions])

  const decide = (row: string, said: SaidOfRow, then: () => void) => {
    if (!deciding) return
    const act = (by: string) => {
      const id = newId()
      if (said.undoes === undefined) done.current.push({ row, id })
      deciding.add({ id, key: keyOf(report, row), ...said, by, at: new Date().toISOString() })
      then()
    }
    if (name === '') setAsking(() => act)
    else act(name)
  }
  /** Takes one decision back, and none of the others on its row. */
  const takeBack = (row: string, id: string, then: () => void) => {
    done.current = done.current.filter((one) => one.id !== id)
    decide(row, { verdict: 'open', undoes: id }, then)
  }
  /** The last decision made here, or else the last that stands of a row. */
  const last = (row: string | undefined): { row: string; id: string } | undefined => {
    const here = done.current.at(-1)
    if (here || row === undefined) return here
    const id = standingDecisions(decisions ?? [], keyOf(report, row)).at(-1)?.id
    return id === undefined ? undefined : { row, id }
  }
  const answerName = (given: string | undefined) => {
    const act = asking
    setAsking(undefined)
    if (given === undefined) return
    rename(given)
    act?.(given)
  }
  return { decided, name, fixed, rename, asking: asking !== undefined, answerName, decide, takeBack, last }
}

/** The decisions on a row that nobody took back, oldest first. */
export function standingDecisions(decisions: readonly Decision[], key: string): Decision[] {
  const ofRow = decisions.filter((decision) => decision.key === key)
  const undone = undoneIn(ofRow)
  const standing = ofRow.filter(({ id, undoes }) => undoes === undefined && !(id !== undefined && undone.has(id)))
  return standing.slice(standing.findLastIndex(({ verdict }) => verdict === 'open') + 1)
}
