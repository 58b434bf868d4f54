// Inner loops that only training needs. Compiled by `npm run kernels`.
// @ts-nocheck

/** Kingma and Ba 2015, on n floats (a multiple of 4); the gradient is cleared. */
export function adam(value: usize, gradient: usize, m: usize, v: usize, n: i32, rate: f32, correct: f32, scale: f32, beta1: f32, beta2: f32): void {
  const b1 = f32x4.splat(beta1), a1 = f32x4.splat(1 - beta1)
  const b2 = f32x4.splat(beta2), a2 = f32x4.splat(1 - beta2)
  const s = f32x4.splat(scale), r = f32x4.splat(rate), c = f32x4.splat(correct), e = f32x4.splat(1e-8)
  const zero = f32x4.splat(0)
  for (let i: usize = 0; i < <usize>n << 2; i += 16) {
    const g = f32x4.mul(v128.load(gradient + i), s)
    const mi = f32x4.add(f32x4.mul(b1, v128.load(m + i)), f32x4.mul(a1, g))
    const vi = f32x4.add(f32x4.mul(b2, v128.load(v + i)), f32x4.mul(a2, f32x4.mul(g, g)))
    v128.store(m + i, mi)
    v128.store(v + i, vi)
    v128.store(gradient + i, zero)
    const d = f32x4.div(f32x4.mul(r, mi), f32x4.add(f32x4.sqrt(f32x4.mul(vi, c)), e))
    v128.store(value + i, f32x4.sub(v128.load(value + i), d))
  }
}
