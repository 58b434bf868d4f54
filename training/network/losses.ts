/** Losses over a candidate's scores, each with its gradient; offsets and lengths in numbers. */

/** Minus the log of what the softmax of [from, to) gives to those of `right`. */
export function softmaxLoss(
  scores: Float64Array,
  gradient: Float64Array,
  { from, to, right, weight = 1 }: { from: number; to: number; right: (o: number) => boolean; weight?: number },
): number {
  let most = -Infinity
  for (let o = from; o < to; o++) most = Math.max(most, scores[o])
  let all = 0
  let good = 0
  for (let o = from; o < to; o++) {
    const e = Math.exp(scores[o] - most)
    all += e
    if (right(o)) good += e
  }
  for (let o = from; o < to; o++) {
    const e = Math.exp(scores[o] - most)
    gradient[o] += weight * (e / all - (right(o) ? e / good : 0))
  }
  return -weight * Math.log(good / all)
}

/** Minus the log of the chance, by the logistic function, that score `o` gives to the answer. */
export function logisticLoss(
  scores: Float64Array,
  gradient: Float64Array,
  o: number,
  right: boolean,
  weight = 1,
): number {
  const p = 1 / (1 + Math.exp(-scores[o]))
  gradient[o] += weight * (p - (right ? 1 : 0))
  return -weight * Math.log(Math.max(1e-12, right ? p : 1 - p))
}

/**
 * For sentences of which is known what they tell, and not by which word: each of `n` candidates, scored by a softmax of its own
 * `outputs` scores, counts as right so far as it is the likeliest by now (`prior` times its chance), and else as the first output, none.
 */
export function oneOfLoss(
  scores: Float64Array,
  gradient: Float64Array,
  {
    n,
    outputs,
    right,
    prior,
    rest,
  }: { n: number; outputs: number; right: (o: number) => boolean; prior: readonly number[]; rest: number },
): number {
  const chances = new Float64Array(n * outputs)
  const good = new Float64Array(n)
  let sum = 1e-9
  for (let k = 0; k < n; k++) {
    const at = k * outputs
    let most = -Infinity
    for (let o = 0; o < outputs; o++) most = Math.max(most, scores[at + o])
    let all = 0
    for (let o = 0; o < outputs; o++) all += chances[at + o] = Math.exp(scores[at + o] - most)
    for (let o = 0; o < outputs; o++) {
      chances[at + o] /= all
      if (right(o)) good[k] += chances[at + o]
    }
    sum += prior[k] * good[k]
  }
  let loss = 0
  for (let k = 0; k < n; k++) {
    const at = k * outputs
    const share = (prior[k] * good[k]) / sum
    const other = rest * (1 - share)
    loss -= share * Math.log(good[k] + 1e-9) + other * Math.log(chances[at] + 1e-9)
    for (let o = 0; o < outputs; o++) {
      const q = chances[at + o]
      gradient[at + o] += share * (q - (right(o) ? q / (good[k] + 1e-9) : 0)) + other * (q - (o === 0 ? 1 : 0))
    }
  }
  return loss
}

/** Cross entropy of the softmax of [from, from + wanted.length) with chances that sum to one. */
export function chancesLoss(
  scores: Float64Array,
  gradient: Float64Array,
  { from, wanted, weight = 1 }: { from: number; wanted: ArrayLike<number>; weight?: number },
): number {
  let most = -Infinity
  for (let k = 0; k < wanted.length; k++) most = Math.max(most, scores[from + k])
  let all = 0
  for (let k = 0; k < wanted.length; k++) all += Math.exp(scores[from + k] - most)
  const log = most + Math.log(all)
  let loss = 0
  for (let k = 0; k < wanted.length; k++) {
    loss -= wanted[k] * (scores[from + k] - log)
    gradient[from + k] += weight * (Math.exp(scores[from + k] - log) - wanted[k])
  }
  return weight * loss
}
