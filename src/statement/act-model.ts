import { ACT_FEATURES, actFeatures, type Utterance } from './act-features.ts'
import { openRows } from './hash.ts'
import type { View } from './view.ts'
import type { Weights } from './weights.ts'

/** Weights of features, a column an act. */
export interface ActModel {
  /** names of the columns */
  acts: readonly string[]
  weights: Weights
}

/** Tells what is done by saying something. */
export interface ActJudge {
  /** the acts that it can tell */
  acts: readonly string[]
  tell(view: View, utterance: Utterance): string
}

/** Opens the judge of acts: multinomial logistic regression over a statement's features gives the likeliest of the codebook's acts. */
export function openActModel({ acts, weights }: ActModel): ActJudge {
  const { table, columns, mask } = weights
  const rows = openRows(ACT_FEATURES, mask)
  const scores = new Float64Array(columns)
  const tell = (view: View, utterance: Utterance) => {
    actFeatures(view, utterance, rows)
    scores.fill(0)
    for (let k = 0; k < rows.size; k++)
      for (let c = 0, at = rows.values[k] * columns; c < columns; c++) scores[c] += table[at + c]
    let best = 0
    for (let c = 1; c < columns; c++) if (scores[c] > scores[best]) best = c
    return acts[best]
  }
  return { acts, tell }
}
