/** Losses and the gradients of what is no matrix product. Indices in floats of the memory. */

/** Index of the largest of n scores. */
export function argmax(f32: Float32Array, at: number, n: number): number {
  let best = 0
  for (let j = 1; j < n; j++) if (f32[at + j] > f32[at + best]) best = j
  return best
}

/** Softmax cross entropy of `n` scores; adds weight * (p - gold) to the gradient; returns weight * loss. */
export function crossEntropy(
  f32: Float32Array,
  at: number,
  n: number,
  gold: number,
  gradient: number,
  weight: number,
): number {
  let most = -Infinity
  for (let j = 0; j < n; j++) if (f32[at + j] > most) most = f32[at + j]
  let sum = 0
  for (let j = 0; j < n; j++) sum += Math.exp(f32[at + j] - most)
  for (let j = 0; j < n; j++) f32[gradient + j] += (weight * Math.exp(f32[at + j] - most)) / sum
  f32[gradient + gold] -= weight
  return weight * (Math.log(sum) + most - f32[at + gold])
}

/** Gradient through a positive part, and through what dropout left of it. */
export function reluBack(
  f32: Float32Array,
  gradient: number,
  value: number,
  count: number,
  mask: Float32Array | undefined,
): void {
  for (let i = 0; i < count; i++) f32[gradient + i] = f32[value + i] > 0 ? f32[gradient + i] * (mask ? mask[i] : 1) : 0
}

/** Gradient through what dropout left. */
export function maskBack(f32: Float32Array, gradient: number, mask: Float32Array | undefined, count: number): void {
  if (mask) for (let i = 0; i < count; i++) f32[gradient + i] *= mask[i]
}

/** Backward of the kernels' `scan`: gates' gradient from the output's. */
export function scanBack(
  f32: Float32Array,
  g: number,
  dg: number,
  dy: number,
  from: number,
  to: number,
  H: number,
): void {
  const G = 4 * H
  const O = 2 * H
  const n = to - from
  const h = new Float32Array(n + 1)
  for (let side = 0; side < 2; side++) {
    const off = side * 2 * H
    for (let j = 0; j < H; j++) {
      const rowAt = (t: number) => (side === 0 ? from + t : to - 1 - t)
      h[0] = 0
      for (let t = 0; t < n; t++) {
        const at = g + rowAt(t) * G + off + j
        const z = f32[at]
        h[t + 1] = h[t] + (0.5 + (0.5 * z) / (1 + Math.abs(z))) * (f32[at + H] - h[t])
      }
      let dh = 0
      for (let t = n - 1; t >= 0; t--) {
        const row = rowAt(t)
        const at = g + row * G + off + j
        const z = f32[at]
        const a = 1 + Math.abs(z)
        const gate = 0.5 + (0.5 * z) / a
        dh += f32[dy + row * O + side * H + j]
        const to_ = dg + row * G + off + j
        f32[to_] += (dh * (f32[at + H] - h[t]) * 0.5) / (a * a)
        f32[to_ + H] += dh * gate
        dh *= 1 - gate
      }
    }
  }
}
