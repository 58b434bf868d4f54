import type { Layout } from './batch.ts'
import type { Builder } from './builder.ts'
import { maskBack, reluBack, scanBack } from './gradients.ts'
import type { Linear } from './linear.ts'

/** The layers between the words' vectors and the heads, each added to what it was given (He et al. 2016). */
export class Encoder {
  readonly layers: Linear[]
  /** of each layer: its input, what its gradient needs again (a window's positive part, a recurrence's gates), its mask */
  private kept: { input: number; value: number; mask: Float32Array | undefined }[] = []

  /** @param kinds from below: 'w' a window over three words, 'r' a minimal gated recurrence (Feng et al. 2024) both ways */
  constructor(
    private readonly builder: Builder,
    readonly kinds: string,
    readonly width: number,
  ) {
    this.layers = [...kinds].map((kind, i) =>
      kind === 'w'
        ? builder.linear(`layer${i}`, 3 * width, width, 1)
        : builder.linear(`layer${i}`, width, 2 * width, 0.5),
    )
  }

  forward(batch: Layout, x0: number): number {
    const { width: d, builder } = this
    const { memory } = builder
    const { kernels, f32 } = memory
    const { rows: N } = batch
    let x = x0
    this.kept = this.layers.map((layer, l) => {
      const y = memory.zeros((N + 3) * d) + d
      let value: number
      if (this.kinds[l] === 'w') {
        layer.forwardTo(y, x - d, d, N, true)
        zeroRows(f32, y, batch.pads, d)
        value = memory.take(N * d)
        f32.copyWithin(value, y, y + N * d)
        kernels.add(x * 4, y * 4, N * d)
      } else {
        value = layer.forward(x, N)
        batch.samples.forEach((s, i) => {
          kernels.scan(value * 4, x * 4, y * 4, batch.rowOf[i], batch.rowOf[i] + s.size, d / 2)
        })
      }
      const mask = builder.dropout(y, N * d, batch.dropout)
      const kept = { input: x, value, mask }
      x = y
      return kept
    })
    return x
  }

  /** From the output's gradient, which is changed, to the input's. */
  backward(batch: Layout, dy: number): number {
    const { width: d } = this
    const { memory } = this.builder
    const { f32 } = memory
    zeroRows(f32, dy, batch.pads, d)
    let at = dy
    for (let l = this.layers.length - 1; l >= 0; l--) {
      maskBack(f32, at, this.kept[l].mask, batch.rows * d)
      const dx = memory.take(batch.rows * d)
      f32.copyWithin(dx, at, at + batch.rows * d)
      if (this.kinds[l] === 'w') this.windowBack(batch, l, at, dx)
      else this.recurrenceBack(batch, l, at, dx)
      zeroRows(f32, dx, batch.pads, d)
      at = dx
    }
    return at
  }

  private windowBack({ rows: N }: Layout, l: number, dy: number, dx: number): void {
    const { width: d } = this
    const { memory } = this.builder
    const { f32, kernels } = memory
    const { input, value } = this.kept[l]
    const dc = memory.take(N * d)
    f32.copyWithin(dc, dy, dy + N * d)
    reluBack(f32, dc, value, N * d, undefined)
    const wide = memory.zeros(N * 3 * d)
    this.layers[l].backward(input - d, d, dc, N, { at: wide, stride: 3 * d, add: false })
    for (let n = 0; n < N; n++) {
      const at = wide + n * 3 * d
      if (n > 0) kernels.add(at * 4, (dx + (n - 1) * d) * 4, d)
      kernels.add((at + d) * 4, (dx + n * d) * 4, d)
      if (n + 1 < N) kernels.add((at + 2 * d) * 4, (dx + (n + 1) * d) * 4, d)
    }
  }

  private recurrenceBack({ samples, rowOf, rows: N }: Layout, l: number, dy: number, dx: number): void {
    const { width: d } = this
    const { memory } = this.builder
    const { input, value } = this.kept[l]
    const dg = memory.zeros(N * 2 * d)
    samples.forEach((s, i) => {
      scanBack(memory.f32, value, dg, dy, rowOf[i], rowOf[i] + s.size, d / 2)
    })
    this.layers[l].backward(input, d, dg, N, { at: dx, stride: d, add: true })
  }
}

/** Sets whole rows to 0. */
export function zeroRows(f32: Float32Array, at: number, rows: readonly number[], columns: number): void {
  for (const r of rows) f32.fill(0, at + r * columns, at + (r + 1) * columns)
}
