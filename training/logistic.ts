/** Logistic regression by Newton's method, for few features. */

import { scoreOf } from '../src/story/group/score.ts'

/** What is known of one pair, and whether it is one. */
export interface Example {
  x: Float64Array
  y: 0 | 1
  weight: number
}

/** Newton's method with a little ridge; the last weight is the intercept. */
export function learn(examples: readonly Example[]): Float64Array {
  const n = examples[0].x.length + 1
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  let w: Float64Array = new Float64Array(n)
  for (let round = 0; round < 25; round++) {
    const gradient = new Float64Array(n)
    const hessian = Array.from({ length: n }, () => new Float64Array(n))
    for (const { x, y, weight } of examples) {
      const p = 1 / (1 + Math.exp(-scoreOf(w, x)))
      const scale = (weight * examples.length) / total
      for (let i = 0; i < n; i++) {
        const xi = i < x.length ? x[i] : 1
        gradient[i] += scale * (p - y) * xi
        for (let j = 0; j <= i; j++) hessian[i][j] += scale * p * (1 - p) * xi * (j < x.length ? x[j] : 1)
      }
    }
    for (let i = 0; i < n; i++) {
      gradient[i] += w[i]
      hessian[i][i] += 1
      for (let j = i + 1; j < n; j++) hessian[i][j] = hessian[j][i]
    }
    const step = solve(hessian, gradient)
    w = w.map((value, i) => value - step[i])
    if (Math.hypot(...step) < 1e-6) break
  }
  return w
}

function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const a = matrix.map((row, i) => Float64Array.from([...row, right[i]]))
  const n = a.length
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r][i]) > Math.abs(a[pivot][i])) pivot = r
    ;[a[i], a[pivot]] = [a[pivot], a[i]]
    for (let r = 0; r < n; r++) {
      if (r === i) continue
      const factor = a[r][i] / a[i][i]
      for (let c = i; c <= n; c++) a[r][c] -= factor * a[i][c]
    }
  }
  return Float64Array.from(a, (row, i) => row[n] / row[i])
}
