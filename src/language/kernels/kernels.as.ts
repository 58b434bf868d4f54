// The inner loops of the network, in AssemblyScript (WebAssembly with 128-bit SIMD). Only plain IEEE single-precision
// operations in a fixed order, so that the same text gives the same record on every machine.
// Compiled into wasm.ts by `npm run kernels`. Pointers are byte addresses into the memory that the host passes in.

// @ts-nocheck

/** Packs B (K rows of M floats, row stride ldb floats) into panels of 8 columns, zero-padded: out[panel][k][8]. */
export function pack(b: usize, ldb: i32, K: i32, M: i32, out: usize): void {
  for (let m = 0; m < M; m += 8) {
    const width = min(8, M - m)
    for (let k = 0; k < K; k++) {
      const row = b + ((<usize>(k * ldb + m)) << 2)
      for (let j = 0; j < 8; j++) {
        store<f32>(out, j < width ? load<f32>(row + (<usize>j << 2)) : 0)
        out += 4
      }
    }
  }
}

/** The same for a transposed matrix: B is M rows of K floats, and the panels hold its columns as rows. */
export function packTransposed(b: usize, ldb: i32, K: i32, M: i32, out: usize): void {
  for (let m = 0; m < M; m += 8) {
    const width = min(8, M - m)
    for (let k = 0; k < K; k++) {
      for (let j = 0; j < 8; j++) {
        store<f32>(out, j < width ? load<f32>(b + ((<usize>((m + j) * ldb + k)) << 2)) : 0)
        out += 4
      }
    }
  }
}

/**
 * C = A B (+ bias), or C += A B: A has N rows; element (n, k) lies at a + n*rowStride + k*columnStride bytes, so that a
 * transposed or overlapping A needs no copy. B is packed. C has row stride ldc floats, with room for M rounded up to 8.
 * mode: 0 store, 1 accumulate, 2 store the positive part (ReLU). bias: 0 for none, else M floats (room for M rounded up to 8).
 */
export function gemm(a: usize, rowStride: i32, columnStride: i32, packed: usize, bias: usize, c: usize, ldc: i32, N: i32, K: i32, M: i32, mode: i32): void {
  const zero = f32x4.splat(0)
  const panelBytes: usize = <usize>K << 5
  for (let m = 0; m < M; m += 8) {
    let n = 0
    const b0 = bias ? v128.load(bias + (<usize>m << 2)) : zero
    const b1 = bias ? v128.load(bias + (<usize>m << 2), 16) : zero
    for (; n + 4 <= N; n += 4) {
      let c00 = b0, c01 = b1, c10 = b0, c11 = b1, c20 = b0, c21 = b1, c30 = b0, c31 = b1
      let pa = a + <usize>n * <usize>rowStride
      const pa1 = <usize>rowStride, pa2 = <usize>rowStride * 2, pa3 = <usize>rowStride * 3
      let pb = packed
      const stop = packed + panelBytes
      while (pb < stop) {
        const x0 = v128.load(pb)
        const x1 = v128.load(pb, 16)
        let s = v128.load_splat<f32>(pa)
        c00 = f32x4.add(c00, f32x4.mul(s, x0))
        c01 = f32x4.add(c01, f32x4.mul(s, x1))
        s = v128.load_splat<f32>(pa + pa1)
        c10 = f32x4.add(c10, f32x4.mul(s, x0))
        c11 = f32x4.add(c11, f32x4.mul(s, x1))
        s = v128.load_splat<f32>(pa + pa2)
        c20 = f32x4.add(c20, f32x4.mul(s, x0))
        c21 = f32x4.add(c21, f32x4.mul(s, x1))
        s = v128.load_splat<f32>(pa + pa3)
        c30 = f32x4.add(c30, f32x4.mul(s, x0))
        c31 = f32x4.add(c31, f32x4.mul(s, x1))
        pa += <usize>columnStride
        pb += 32
      }
      const pc = c + ((<usize>n * <usize>ldc + <usize>m) << 2)
      const rc = <usize>ldc << 2
      put(pc, c00, c01, mode)
      put(pc + rc, c10, c11, mode)
      put(pc + rc * 2, c20, c21, mode)
      put(pc + rc * 3, c30, c31, mode)
    }
    for (; n < N; n++) {
      let c00 = b0, c01 = b1
      let pa = a + <usize>n * <usize>rowStride
      let pb = packed
      const stop = packed + panelBytes
      while (pb < stop) {
        const s = v128.load_splat<f32>(pa)
        c00 = f32x4.add(c00, f32x4.mul(s, v128.load(pb)))
        c01 = f32x4.add(c01, f32x4.mul(s, v128.load(pb, 16)))
        pa += <usize>columnStride
        pb += 32
      }
      put(c + ((<usize>n * <usize>ldc + <usize>m) << 2), c00, c01, mode)
    }
    packed += panelBytes
  }
}

// @ts-ignore: decorator
@inline
function put(pc: usize, x: v128, y: v128, mode: i32): void {
  if (mode == 1) {
    x = f32x4.add(x, v128.load(pc))
    y = f32x4.add(y, v128.load(pc, 16))
  } else if (mode == 2) {
    x = f32x4.max(x, f32x4.splat(0))
    y = f32x4.max(y, f32x4.splat(0))
  }
  v128.store(pc, x)
  v128.store(pc, y, 16)
}

/** 0.5 + 0.5 x / (1 + |x|): a gate between 0 and 1 without exponentials. */
// @ts-ignore: decorator
@inline
function gate(x: v128): v128 {
  const half = f32x4.splat(0.5)
  return f32x4.add(half, f32x4.mul(half, f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)))))
}

/**
 * Minimal gated recurrence in both directions over one sentence (rows from..to of `gates`, 4H floats each: forward gate,
 * forward candidate, backward gate, backward candidate): h = h + g(z) (c - h). Adds h to the 2H floats of `x` and stores in `out`.
 */
export function scan(gates: usize, x: usize, out: usize, from: i32, to: i32, H: i32): void {
  const rowG: usize = <usize>H << 4
  const rowO: usize = <usize>H << 3
  for (let j = 0; j < H; j += 4) {
    const off = <usize>j << 2
    let h = f32x4.splat(0)
    let g = gates + <usize>from * rowG + off
    let o = <usize>from * rowO + off
    for (let t = from; t < to; t++) {
      h = f32x4.add(h, f32x4.mul(gate(v128.load(g)), f32x4.sub(v128.load(g + (<usize>H << 2)), h)))
      v128.store(out + o, f32x4.add(h, v128.load(x + o)))
      g += rowG
      o += rowO
    }
    h = f32x4.splat(0)
    g = gates + <usize>(to - 1) * rowG + (<usize>H << 3) + off
    o = <usize>(to - 1) * rowO + (<usize>H << 2) + off
    for (let t = to - 1; t >= from; t--) {
      h = f32x4.add(h, f32x4.mul(gate(v128.load(g)), f32x4.sub(v128.load(g + (<usize>H << 2)), h)))
      v128.store(out + o, f32x4.add(h, v128.load(x + o)))
      g -= rowG
      o -= rowO
    }
  }
}

/** out += scale * table, for `size` signed bytes (size a multiple of 4). */
export function addBytes(table: usize, scale: f32, out: usize, size: i32): void {
  const s = f32x4.splat(scale)
  for (let i = 0; i < size; i += 4) {
    const bytes = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(table + <usize>i)))
    const at = out + (<usize>i << 2)
    v128.store(at, f32x4.add(v128.load(at), f32x4.mul(s, f32x4.convert_i32x4_s(bytes))))
  }
}

/**
 * out += the sum of scale * row over `count` rows of a table of signed bytes, one after another: the rows' numbers stand at `rows`,
 * the table's scales, one a row, at `scales`; `size` bytes a row, a multiple of 16.
 */
export function addTableRows(rows: usize, count: i32, table: usize, scales: usize, out: usize, size: i32): void {
  const stop = rows + (<usize>count << 2)
  for (let j: usize = 0; j < <usize>size; j += 16) {
    const at = out + (j << 2)
    let a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48)
    for (let r = rows; r < stop; r += 4) {
      const row = <usize>load<u32>(r)
      const s = v128.load_splat<f32>(scales + (row << 2))
      const bytes = v128.load(table + row * <usize>size + j)
      const low = i16x8.extend_low_i8x16_s(bytes)
      const high = i16x8.extend_high_i8x16_s(bytes)
      a = f32x4.add(a, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low))))
      b = f32x4.add(b, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low))))
      c = f32x4.add(c, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high))))
      d = f32x4.add(d, f32x4.mul(s, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high))))
    }
    v128.store(at, a)
    v128.store(at, b, 16)
    v128.store(at, c, 32)
    v128.store(at, d, 48)
  }
}

/** y += x, n floats (a multiple of 4). */
export function add(x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i += 4) {
    const o = <usize>i << 2
    v128.store(y + o, f32x4.add(v128.load(y + o), v128.load(x + o)))
  }
}

/** Adds to each of n rows of `size` floats the `count` rows whose addresses stand at `rows`, row by row. */
export function addRows(rows: usize, count: i32, x: usize, n: i32, size: i32): void {
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < count; c++) {
      const row = <usize>load<u32>(rows)
      rows += 4
      for (let j: usize = 0; j < <usize>size << 2; j += 16)
        v128.store(x + j, f32x4.add(v128.load(x + j), v128.load(row + j)))
    }
    x += <usize>size << 2
  }
}

/** The first window over words whose parts lie ready: out = positive part of (left + middle + right), plus x; n floats. */
export function join(left: usize, middle: usize, right: usize, x: usize, out: usize, n: i32): void {
  const zero = f32x4.splat(0)
  for (let i = 0; i < n; i += 4) {
    const o = <usize>i << 2
    const sum = f32x4.add(f32x4.add(v128.load(left + o), v128.load(middle + o)), v128.load(right + o))
    v128.store(out + o, f32x4.add(f32x4.max(sum, zero), v128.load(x + o)))
  }
}

/** Floats to fixed point: 16-bit with 9 bits after the point, saturated at about 64. n is a multiple of 8. */
export function toFixed(x: usize, out: usize, n: i32): void {
  const scale = f32x4.splat(512)
  for (let i = 0; i < n; i += 8) {
    const at = x + (<usize>i << 2)
    const a = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at), scale)))
    const b = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at, 16), scale)))
    v128.store(out + (<usize>i << 1), i16x8.narrow_i32x4_s(a, b))
  }
}

/**
 * C = A B + bias with A in fixed point (see toFixed) and B in signed bytes times a scale a column. B is packed: panels of 8
 * columns, in each, for every two rows k and k + 1, sixteen 16-bit numbers: column 0's two, column 1's two, ...
 * The sums are whole numbers, so nothing is lost but what the bytes lost; 384 rows cannot overflow 32 bits.
 * scales: a column's scale divided by 512. mode: 0 store, 2 store the positive part.
 */
export function gemmFixed(a: usize, rowBytes: i32, packed: usize, scales: usize, bias: usize, c: usize, ldc: i32, N: i32, K: i32, M: i32, mode: i32): void {
  const panelBytes: usize = <usize>K << 4
  const stride = <usize>rowBytes
  for (let m = 0; m < M; m += 8) {
    const s0 = v128.load(scales + (<usize>m << 2)), s1 = v128.load(scales + (<usize>m << 2), 16)
    const b0 = v128.load(bias + (<usize>m << 2)), b1 = v128.load(bias + (<usize>m << 2), 16)
    const stop = packed + panelBytes
    let n = 0
    for (; n + 4 <= N; n += 4) {
      let c00 = i32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00
      let pa = a + <usize>n * stride
      let pb = packed
      while (pb < stop) {
        const x0 = v128.load(pb)
        const x1 = v128.load(pb, 16)
        let s = v128.load_splat<u32>(pa)
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(s, x0))
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(s, x1))
        s = v128.load_splat<u32>(pa + stride)
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(s, x0))
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(s, x1))
        s = v128.load_splat<u32>(pa + stride * 2)
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(s, x0))
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(s, x1))
        s = v128.load_splat<u32>(pa + stride * 3)
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(s, x0))
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(s, x1))
        pa += 4
        pb += 32
      }
      const pc = c + ((<usize>n * <usize>ldc + <usize>m) << 2)
      const rc = <usize>ldc << 2
      put(pc, unfix(c00, s0, b0), unfix(c01, s1, b1), mode)
      put(pc + rc, unfix(c10, s0, b0), unfix(c11, s1, b1), mode)
      put(pc + rc * 2, unfix(c20, s0, b0), unfix(c21, s1, b1), mode)
      put(pc + rc * 3, unfix(c30, s0, b0), unfix(c31, s1, b1), mode)
    }
    for (; n < N; n++) {
      let c00 = i32x4.splat(0), c01 = c00
      let pa = a + <usize>n * stride
      let pb = packed
      while (pb < stop) {
        const s = v128.load_splat<u32>(pa)
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(s, v128.load(pb)))
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(s, v128.load(pb, 16)))
        pa += 4
        pb += 32
      }
      put(c + ((<usize>n * <usize>ldc + <usize>m) << 2), unfix(c00, s0, b0), unfix(c01, s1, b1), mode)
    }
    packed += panelBytes
  }
}

// @ts-ignore: decorator
@inline
function unfix(sum: v128, scale: v128, bias: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias)
}

/**
 * Scores of pairs: out[i][c] = bias[c] + columns[c] . positive part of (a_i + b + the three rows whose addresses stand at rows[i]),
 * for n words i and four columns c; `size` floats a row, a multiple of 4.
 */
export function pairs(a: usize, aBytes: i32, b: usize, rows: usize, columns: usize, bias: usize, out: usize, n: i32, size: i32): void {
  const zero = f32x4.splat(0)
  const bytes: usize = <usize>size << 2
  for (let i = 0; i < n; i++) {
    const r0 = <usize>load<u32>(rows), r1 = <usize>load<u32>(rows, 4), r2 = <usize>load<u32>(rows, 8)
    let s0 = zero, s1 = zero, s2 = zero, s3 = zero
    for (let j: usize = 0; j < bytes; j += 16) {
      let h = f32x4.add(f32x4.add(v128.load(a + j), v128.load(b + j)), f32x4.add(v128.load(r0 + j), v128.load(r1 + j)))
      h = f32x4.max(f32x4.add(h, v128.load(r2 + j)), zero)
      const c = columns + j
      s0 = f32x4.add(s0, f32x4.mul(h, v128.load(c)))
      s1 = f32x4.add(s1, f32x4.mul(h, v128.load(c + bytes)))
      s2 = f32x4.add(s2, f32x4.mul(h, v128.load(c + bytes * 2)))
      s3 = f32x4.add(s3, f32x4.mul(h, v128.load(c + bytes * 3)))
    }
    store<f32>(out, load<f32>(bias) + lanes(s0))
    store<f32>(out, load<f32>(bias, 4) + lanes(s1), 4)
    store<f32>(out, load<f32>(bias, 8) + lanes(s2), 8)
    store<f32>(out, load<f32>(bias, 12) + lanes(s3), 12)
    a += <usize>aBytes
    rows += 12
    out += 16
  }
}

// @ts-ignore: decorator
@inline
function lanes(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
}
