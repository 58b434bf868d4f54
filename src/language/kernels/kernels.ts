import { KERNELS_BASE64 } from './wasm.ts'

/** The compiled inner loops; see kernels.as.ts for what each does. Pointers are byte addresses into `memory`. */
export interface Kernels {
  memory: WebAssembly.Memory
  pack(b: number, ldb: number, K: number, M: number, out: number): void
  packTransposed(b: number, ldb: number, K: number, M: number, out: number): void
  gemm(
    a: number,
    rowStride: number,
    columnStride: number,
    packed: number,
    bias: number,
    c: number,
    ldc: number,
    N: number,
    K: number,
    M: number,
    mode: number,
  ): void
  scan(gates: number, x: number, out: number, from: number, to: number, H: number): void
  addBytes(table: number, scale: number, out: number, size: number): void
  addTableRows(rows: number, count: number, table: number, scales: number, out: number, size: number): void
  add(x: number, y: number, n: number): void
  toFixed(x: number, out: number, n: number): void
  gemmFixed(
    a: number,
    rowBytes: number,
    packed: number,
    scales: number,
    bias: number,
    c: number,
    ldc: number,
    N: number,
    K: number,
    M: number,
    mode: number,
  ): void
  addRows(rows: number, count: number, x: number, n: number, size: number): void
  pairs(
    a: number,
    aBytes: number,
    b: number,
    rows: number,
    columns: number,
    bias: number,
    out: number,
    n: number,
    size: number,
  ): void
  join(left: number, middle: number, right: number, x: number, out: number, n: number): void
}

/** Opens the kernels over a fresh memory of `bytes` bytes, rounded up to pages of 64 KiB; the memory can grow. */
export function openKernels(bytes: number): Kernels {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536), maximum: 65536 })
  const binary = Uint8Array.from(atob(KERNELS_BASE64), (c) => c.charCodeAt(0))
  const instance = new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { memory } })
  return { ...(instance.exports as unknown as Omit<Kernels, 'memory'>), memory }
}
