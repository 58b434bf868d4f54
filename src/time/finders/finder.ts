import type { Trigger } from '../lexicon.ts'
import type { ProposedTime } from '../meaning.ts'
import type { Line } from '../pieces.ts'

/** A rule that proposes times. It is asked at every piece of one of its kinds, and looks around from there. */
export interface Finder {
  name: string
  triggers: readonly Trigger[]
  find(line: Line, at: number): Omit<ProposedTime, 'rule'> | undefined
}
