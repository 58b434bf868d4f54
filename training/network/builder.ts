import { pad8 } from '../../src/language/network/layers.ts'
import { Linear } from './linear.ts'
import { type Memory, Parameter } from './memory.ts'

/** Makes a network's parameters, in one order and from one source of chance, and keeps the list of them. */
export class Builder {
  readonly parameters: Parameter[] = []
  readonly linears: Linear[] = []

  constructor(
    readonly memory: Memory,
    /** numbers from 0 to 1, 1 left out */
    readonly random: () => number,
  ) {}

  /** A number from the standard normal distribution (Box and Muller 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random())
  }

  parameter(name: string, rows: number, columns: number, deviation = 0): Parameter {
    const p = new Parameter(this.memory, name, rows, columns)
    if (deviation > 0) for (let i = 0; i < p.size; i++) this.memory.f32[p.value + i] = this.normal() * deviation
    this.parameters.push(p)
    return p
  }

  /** A matrix with a bias; its columns are rounded up to a multiple of 8. */
  linear(name: string, rows: number, columns: number, gain: number): Linear {
    const width = pad8(columns)
    const weight = this.parameter(name, rows, width)
    const { f32 } = this.memory
    const deviation = gain / Math.sqrt(rows)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) f32[weight.value + r * width + c] = this.normal() * deviation
    const linear = new Linear(this.memory, weight, this.parameter(`${name}.bias`, 1, width))
    this.linears.push(linear)
    return linear
  }

  /** Drops values by chance and scales up the rest; returns what each was multiplied by. */
  dropout(at: number, count: number, rate: number): Float32Array | undefined {
    if (rate === 0) return undefined
    const { f32 } = this.memory
    const mask = new Float32Array(count)
    const keep = 1 / (1 - rate)
    const threshold = Math.round(rate * 256)
    for (let i = 0; i < count; i += 4) {
      let bits = (this.random() * 4294967296) >>> 0
      for (let j = i; j < i + 4; j++, bits >>>= 8) if ((bits & 255) >= threshold) mask[j] = keep
    }
    for (let i = 0; i < count; i++) f32[at + i] *= mask[i]
    return mask
  }
}
