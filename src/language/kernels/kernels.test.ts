import { expect, test } from 'vitest'
import { openKernels } from './kernels.ts'

const kernels = openKernels(1 << 20)
const f32 = new Float32Array(kernels.memory.buffer)

/** Whole numbers, so that sums are exact. */
function fill(at: number, count: number, seed: number): void {
  for (let i = 0; i < count; i++) f32[at + i] = ((i * 37 + seed * 11) % 17) - 8
}

function product(n: number, k: number, m: number, a: number, b: number): number[] {
  const out: number[] = []
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0
      for (let x = 0; x < k; x++) sum += f32[a + i * k + x] * f32[b + x * m + j]
      out.push(sum)
    }
  return out
}

const A = 1000
const B = 20_000
const PACKED = 60_000
const C = 100_000
const BIAS = 120_000

test.each([
  [1, 3, 8],
  [4, 16, 16],
  [7, 5, 24],
])('a product of %i x %i by %i', (n, k, m) => {
  fill(A, n * k, 1)
  fill(B, k * m, 2)
  kernels.pack(B * 4, m, k, m, PACKED * 4)
  kernels.gemm(A * 4, k * 4, 4, PACKED * 4, 0, C * 4, m, n, k, m, 0)
  const expected = product(n, k, m, A, B)
  expect([...f32.subarray(C, C + n * m)]).toEqual(expected)
  kernels.gemm(A * 4, k * 4, 4, PACKED * 4, 0, C * 4, m, n, k, m, 1)
  expect([...f32.subarray(C, C + n * m)], 'added').toEqual(expected.map((v) => 2 * v))
  fill(BIAS, m, 3)
  kernels.gemm(A * 4, k * 4, 4, PACKED * 4, BIAS * 4, C * 4, m, n, k, m, 2)
  expect([...f32.subarray(C, C + n * m)], 'positive part, with a bias').toEqual(
    expected.map((v, i) => Math.max(0, v + f32[BIAS + (i % m)])),
  )
})

test('fixed point saturates and rounds to the nearest', () => {
  f32.set([0.5, -0.25, 100, -100, 1 / 1024, 0.0015, 1, 0], A)
  kernels.toFixed(A * 4, C * 4, 8)
  expect([...new Int16Array(kernels.memory.buffer, C * 4, 8)]).toEqual([256, -128, 32767, -32768, 0, 1, 512, 0])
})

test('the recurrence goes both ways and adds to its input', () => {
  const H = 4
  f32.fill(0, A, A + 200)
  f32.fill(0, B, B + 100)
  for (let t = 0; t < 2; t++) for (let j = 0; j < H; j++) f32[A + t * 16 + H + j] = f32[A + t * 16 + 3 * H + j] = t + 1
  kernels.scan(A * 4, B * 4, C * 4, 0, 2, H)
  // gates of 0.5: forward 0.5, then 0.5 + 0.5 (2 - 0.5) = 1.25; backward 1, then 1 + 0.5 (1 - 1) = 1
  expect([f32[C], f32[C + 2 * H], f32[C + H], f32[C + 3 * H]]).toEqual([0.5, 1.25, 1, 1])
})

test('scores of pairs: two rows and three from tables, the positive part, four columns', () => {
  const size = 8
  const rows = [A, A + 100, B, B + 50, B + 100]
  rows.forEach((at, k) => {
    fill(at, size, k)
  })
  fill(C, 4 * size, 9)
  fill(BIAS, 4, 3)
  const addresses = new Uint32Array(kernels.memory.buffer)
  const [word, cue, ...tables] = rows
  tables.forEach((at, k) => {
    addresses[PACKED + k] = at * 4
  })
  kernels.pairs(word * 4, size * 4, cue * 4, PACKED * 4, C * 4, BIAS * 4, 140_000 * 4, 1, size)
  const hidden = Array.from({ length: size }, (_, j) =>
    Math.max(
      0,
      rows.reduce((sum, at) => sum + f32[at + j], 0),
    ),
  )
  const expected = [0, 1, 2, 3].map((c) => hidden.reduce((sum, h, j) => sum + h * f32[C + c * size + j], f32[BIAS + c]))
  expect([...f32.subarray(140_000, 140_004)]).toEqual(expected)
})
