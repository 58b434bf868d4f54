/**
 * The best sequence of name labels (Viterbi 1967). Labels: 0 is 'O', 2k + 1 begins kind k, 2k + 2 goes on with it.
 * A label that goes on is allowed only after its own kind.
 *
 * @param emit scores, row a word
 * @param transitions (labels + 1) rows of `width`: scores from label to label; the last row is the sentence's start
 */
export function bestLabels(
  emit: Float32Array,
  at: number,
  stride: number,
  n: number,
  transitions: Float32Array,
  width: number,
  labels: number,
  out: Uint8Array,
): void {
  const back = new Uint8Array(n * labels)
  let previous = new Float64Array(labels)
  let current = new Float64Array(labels)
  for (let j = 0; j < labels; j++) {
    const inside = j > 0 && (j & 1) === 0
    previous[j] = inside ? -1e9 : emit[at + j] + transitions[labels * width + j]
  }
  for (let t = 1; t < n; t++) {
    const row = at + t * stride
    for (let j = 0; j < labels; j++) {
      let best = 0
      let most = -Infinity
      if (j > 0 && (j & 1) === 0) {
        // goes on: only from its own kind
        const begin = previous[j - 1] + transitions[(j - 1) * width + j]
        const inside = previous[j] + transitions[j * width + j]
        best = begin >= inside ? j - 1 : j
        most = begin >= inside ? begin : inside
      } else {
        for (let i = 0; i < labels; i++) {
          const score = previous[i] + transitions[i * width + j]
          if (score > most) {
            most = score
            best = i
          }
        }
      }
      current[j] = most + emit[row + j]
      back[t * labels + j] = best
    }
    const swap = previous
    previous = current
    current = swap
  }
  let best = 0
  for (let j = 1; j < labels; j++) if (previous[j] > previous[best]) best = j
  for (let t = n - 1; t >= 0; t--) {
    out[t] = best
    best = back[t * labels + best]
  }
}
