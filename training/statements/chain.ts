import { logTotal, mayStand, mayStep, ROLES, type Scores, type Stretch } from '../../src/statement/roles.ts'

/** Where gradients are added to: `word[i * ROLES + role]` and steps as in `Scores`. */
export interface ChainGradient {
  word: Float64Array
  steps: Float64Array
}

/**
 * Minus the log likelihood of the gold roles of one stretch, as a conditional random field (Lafferty et al. 2001) whose cue stays
 * together; the words' gradients are set, the steps' are added to.
 */
export function stretchLoss(stretch: Stretch, scores: Scores, gold: Uint8Array, gradient: ChainGradient): number {
  const { from, to, cue } = stretch
  const { word, steps } = scores
  const size = to - from
  const forward = new Float64Array(size * ROLES)
  const norm = new Float64Array(size)
  const total = logTotal(stretch, scores, forward, norm)
  const step = Float64Array.from(steps, Math.exp)
  const emit = new Float64Array(size * ROLES)
  for (let i = 0; i < size; i++) {
    const at = i * ROLES
    const most = Math.max(word[at], word[at + 1], word[at + 2], word[at + 3])
    for (let r = 0; r < ROLES; r++) emit[at + r] = Math.exp(word[at + r] - most)
  }
  const backward = new Float64Array(size * ROLES).fill(1, (size - 1) * ROLES)
  for (let i = size - 2; i >= 0; i--)
    for (let p = 0; p < ROLES; p++) {
      let sum = 0
      for (let r = 0; r < ROLES; r++)
        if (mayStep(p, r, from + i + 1, cue))
          sum += step[p * ROLES + r] * emit[(i + 1) * ROLES + r] * backward[(i + 1) * ROLES + r]
      backward[i * ROLES + p] = sum / norm[i + 1]
    }
  let right = 0
  for (let i = 0; i < size; i++) {
    const at = i * ROLES
    right += word[at + gold[i]] + steps[(i === 0 ? ROLES : gold[i - 1]) * ROLES + gold[i]]
    for (let r = 0; r < ROLES; r++) gradient.word[at + r] = forward[at + r] * backward[at + r]
    gradient.word[at + gold[i]] -= 1
    if (i === 0) {
      for (let r = 0; r < ROLES; r++)
        if (mayStand(r, from, cue)) gradient.steps[ROLES * ROLES + r] += forward[r] * backward[r]
      gradient.steps[ROLES * ROLES + gold[0]] -= 1
      continue
    }
    for (let p = 0; p < ROLES; p++)
      for (let r = 0; r < ROLES; r++)
        if (mayStep(p, r, from + i, cue))
          gradient.steps[p * ROLES + r] +=
            (forward[at - ROLES + p] * step[p * ROLES + r] * emit[at + r] * backward[at + r]) / norm[i]
    gradient.steps[gold[i - 1] * ROLES + gold[i]] -= 1
  }
  return total - right
}
