import type { Parameter } from './memory.ts'

/** Where a sentence's scores lie: row a word, `stride` floats apart; and where their gradients go. */
export interface Emissions {
  at: number
  stride: number
  gradient: number
}

/**
 * Linear-chain conditional random field (Lafferty et al. 2001) over one sentence: minus the log likelihood of the gold
 * labels; gradients are added to the emissions' and the transitions'.
 *
 * @param transitions a row a label, and a last one for the sentence's start
 */
export function chainLoss(f32: Float32Array, gold: Uint8Array, emissions: Emissions, transitions: Parameter): number {
  const { at: emit, stride, gradient: dEmit } = emissions
  const { columns: T, value: tr, gradient: dTr } = transitions
  const k = T
  const n = gold.length
  const alpha = new Float64Array(n * k)
  const beta = new Float64Array(n * k)
  const expT = new Float64Array(k * k)
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) expT[i * k + j] = Math.exp(f32[tr + i * T + j])
  const e = new Float64Array(n * k)
  const norm = new Float64Array(n)
  let logZ = 0
  for (let t = 0; t < n; t++) {
    let most = -Infinity
    for (let j = 0; j < k; j++) most = Math.max(most, f32[emit + t * stride + j])
    logZ += most
    for (let j = 0; j < k; j++) e[t * k + j] = Math.exp(f32[emit + t * stride + j] - most)
    let sum = 0
    for (let j = 0; j < k; j++) {
      let a = 0
      if (t === 0) a = Math.exp(f32[tr + k * T + j])
      else for (let i = 0; i < k; i++) a += alpha[(t - 1) * k + i] * expT[i * k + j]
      a *= e[t * k + j]
      alpha[t * k + j] = a
      sum += a
    }
    norm[t] = sum
    logZ += Math.log(sum)
    for (let j = 0; j < k; j++) alpha[t * k + j] /= sum
  }
  for (let j = 0; j < k; j++) beta[(n - 1) * k + j] = 1
  for (let t = n - 2; t >= 0; t--)
    for (let i = 0; i < k; i++) {
      let b = 0
      for (let j = 0; j < k; j++) b += expT[i * k + j] * e[(t + 1) * k + j] * beta[(t + 1) * k + j]
      beta[t * k + i] = b / norm[t + 1]
    }
  let gold_ = 0
  for (let t = 0; t < n; t++) {
    gold_ += f32[emit + t * stride + gold[t]] + f32[tr + (t === 0 ? k : gold[t - 1]) * T + gold[t]]
    for (let j = 0; j < k; j++) f32[dEmit + t * stride + j] += alpha[t * k + j] * beta[t * k + j]
    f32[dEmit + t * stride + gold[t]] -= 1
    if (t === 0) {
      for (let j = 0; j < k; j++) f32[dTr + k * T + j] += alpha[j] * beta[j]
      f32[dTr + k * T + gold[0]] -= 1
    } else {
      for (let i = 0; i < k; i++) {
        const a = alpha[(t - 1) * k + i] / norm[t]
        for (let j = 0; j < k; j++) f32[dTr + i * T + j] += a * expT[i * k + j] * e[t * k + j] * beta[t * k + j]
      }
      f32[dTr + gold[t - 1] * T + gold[t]] -= 1
    }
  }
  return logZ - gold_
}
