import { pad8 } from '../../src/language/network/layers.ts'
import type { Memory, Parameter } from './memory.ts'

/** Where the gradient of a product's input goes: index, floats from row to row, and whether it is added. */
export interface InputGradient {
  at: number
  stride: number
  add: boolean
}

/** c = a W + b, forward and backward. Indices and strides in floats of the memory. */
export class Linear {
  private readonly packed: number
  private readonly packedBack: number

  constructor(
    readonly memory: Memory,
    readonly weight: Parameter,
    readonly bias: Parameter,
  ) {
    this.packed = memory.take(weight.rows * weight.columns)
    this.packedBack = memory.take(pad8(weight.rows) * weight.columns)
  }

  get inputs(): number {
    return this.weight.rows
  }

  get outputs(): number {
    return this.weight.columns
  }

  /** Lays the matrix out for the kernels; to be called after each change of it. */
  pack(): void {
    const { kernels } = this.memory
    const { value, rows, columns } = this.weight
    kernels.pack(value * 4, columns, rows, columns, this.packed * 4)
    kernels.packTransposed(value * 4, columns, columns, rows, this.packedBack * 4)
  }

  /** Index of n fresh rows of `outputs` floats. */
  forward(a: number, n: number, positive = false): number {
    const c = this.memory.take((n + 2) * this.outputs)
    this.forwardTo(c, a, this.inputs, n, positive)
    return c
  }

  forwardTo(c: number, a: number, stride: number, n: number, positive: boolean): void {
    const { inputs, outputs, packed, bias } = this
    const mode = positive ? 2 : 0
    this.memory.kernels.gemm(a * 4, stride * 4, 4, packed * 4, bias.value * 4, c * 4, outputs, n, inputs, outputs, mode)
  }

  /** From the output's gradient dc to the matrix's, the bias's and, where asked for, the input's. */
  backward(a: number, stride: number, dc: number, n: number, input?: InputGradient): void {
    const { memory, weight, bias, inputs, outputs, packedBack } = this
    const { kernels, f32 } = memory
    if (input) {
      const mode = input.add ? 1 : 0
      kernels.gemm(dc * 4, outputs * 4, 4, packedBack * 4, 0, input.at * 4, input.stride, n, outputs, inputs, mode)
    }
    const mark = memory.mark()
    const packed = memory.take(n * outputs)
    kernels.pack(dc * 4, outputs, n, outputs, packed * 4)
    kernels.gemm(a * 4, 4, stride * 4, packed * 4, 0, weight.gradient * 4, outputs, inputs, n, outputs, 1)
    memory.release(mark)
    for (let r = 0, at = dc; r < n; r++, at += outputs)
      for (let c = 0; c < outputs; c++) f32[bias.gradient + c] += f32[at + c]
  }
}
