import { type Kernels, openKernels } from '../../src/language/kernels/kernels.ts'
import { KERNELS_BASE64 } from './wasm.ts'

/** Floats in the kernels' memory: parameters at the bottom, one step's values above, forgotten after the step. */
export class Memory {
  readonly kernels: Kernels
  readonly f32: Float32Array
  private readonly training: TrainingKernels
  private top = 16

  constructor(megabytes: number) {
    this.kernels = openKernels(megabytes * 1024 * 1024)
    this.f32 = new Float32Array(this.kernels.memory.buffer)
    const module = new WebAssembly.Module(Buffer.from(KERNELS_BASE64, 'base64'))
    this.training = new WebAssembly.Instance(module, { env: { memory: this.kernels.memory } })
      .exports as unknown as TrainingKernels
  }

  /** Index (in floats) of `count` fresh floats, 16-byte aligned, not cleared. */
  take(count: number): number {
    const at = this.top
    this.top += (count + 19) & ~3
    if (this.top > this.f32.length) throw new RangeError('training memory is full; give more megabytes')
    return at
  }

  zeros(count: number): number {
    const at = this.take(count)
    this.f32.fill(0, at, at + count)
    return at
  }

  /** One step of Adam (Kingma and Ba 2015) on `count` floats; clears the gradient. Indices in floats. */
  adam(
    value: number,
    gradient: number,
    m: number,
    v: number,
    count: number,
    rate: number,
    t: number,
    scale: number,
  ): void {
    const corrected = rate / (1 - BETA1 ** t)
    this.training.adam(
      value * 4,
      gradient * 4,
      m * 4,
      v * 4,
      count,
      corrected,
      1 / (1 - BETA2 ** t),
      scale,
      BETA1,
      BETA2,
    )
  }

  mark(): number {
    return this.top
  }

  release(mark: number): void {
    this.top = mark
  }
}

/** A trained matrix with its gradient and Adam's moments. */
export class Parameter {
  readonly size: number
  readonly value: number
  readonly gradient: number
  private readonly m: number
  private readonly v: number

  constructor(
    readonly memory: Memory,
    readonly name: string,
    readonly rows: number,
    readonly columns: number,
  ) {
    this.size = rows * columns
    this.value = memory.zeros(this.size)
    this.gradient = memory.zeros(this.size)
    this.m = memory.zeros(this.size)
    this.v = memory.zeros(this.size)
  }

  step(rate: number, t: number, scale: number): void {
    this.memory.adam(this.value, this.gradient, this.m, this.v, (this.size + 3) & ~3, rate, t, scale)
  }

  sumOfSquares(): number {
    const { f32 } = this.memory
    let sum = 0
    for (let i = this.gradient; i < this.gradient + this.size; i++) sum += f32[i] * f32[i]
    return sum
  }
}

const BETA1 = 0.9
const BETA2 = 0.98

interface TrainingKernels {
  adam(
    value: number,
    gradient: number,
    m: number,
    v: number,
    n: number,
    rate: number,
    correct: number,
    scale: number,
    beta1: number,
    beta2: number,
  ): void
}

/** A table of rows of which a step touches few: gradients by row, moments updated only where touched. */
export class Table {
  readonly value: number
  private readonly m: number
  private readonly v: number
  private readonly slots = new Map<number, number>()
  private readonly gradient: number
  private readonly most: number

  /** @param most how many rows one step touches at most */
  constructor(
    readonly memory: Memory,
    readonly name: string,
    readonly rows: number,
    readonly columns: number,
    most = 12_000,
  ) {
    this.value = memory.zeros(rows * columns)
    this.m = memory.zeros(rows * columns)
    this.v = memory.zeros(rows * columns)
    this.most = Math.min(rows, most)
    this.gradient = memory.zeros(this.most * columns)
  }

  /** Adds the floats at `from` to the row's gradient. */
  addGradient(row: number, from: number): void {
    let slot = this.slots.get(row)
    if (slot === undefined) {
      slot = this.slots.size
      if (slot >= this.most) throw new RangeError(`one step touches more than ${this.most} rows of ${this.name}`)
      this.slots.set(row, slot)
    }
    this.memory.kernels.add(from * 4, (this.gradient + slot * this.columns) * 4, this.columns)
  }

  step(rate: number, t: number, scale: number): void {
    const { columns, memory } = this
    for (const [row, slot] of this.slots) {
      const at = row * columns
      memory.adam(this.value + at, this.gradient + slot * columns, this.m + at, this.v + at, columns, rate, t, scale)
    }
    this.slots.clear()
  }
}
