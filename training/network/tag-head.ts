import type { Batch } from './batch.ts'
import type { Builder } from './builder.ts'
import { crossEntropy } from './gradients.ts'
import type { Linear } from './linear.ts'

/** Universal and Penn tags: a matrix each over the encoder's rows. */
export class TagHead {
  readonly upos: Linear
  readonly xpos: Linear

  constructor(
    private readonly builder: Builder,
    private readonly counts: { upos: number; xpos: number },
    private readonly width: number,
  ) {
    this.upos = builder.linear('upos', width, counts.upos, 1)
    this.xpos = builder.linear('xpos', width, counts.xpos, 1)
  }

  forward({ rows }: Batch, top: number): { upos: number; xpos: number } {
    return { upos: this.upos.forward(top, rows), xpos: this.xpos.forward(top, rows) }
  }

  /** Adds to the encoder's gradient; returns the loss. */
  learn(batch: Batch, top: number, scores: { upos: number; xpos: number }, dTop: number): number {
    let loss = 0
    for (const task of ['upos', 'xpos'] as const) {
      const layer = this[task]
      const { f32 } = this.builder.memory
      const width = layer.outputs
      const gradient = this.builder.memory.zeros(batch.rows * width)
      batch.samples.forEach((s, i) => {
        const gold = s[task]
        if (!gold) return
        for (let w = 0; w < s.size; w++) {
          const row = (batch.rowOf[i] + w) * width
          loss += crossEntropy(f32, scores[task] + row, this.counts[task], gold[w], gradient + row, 0.5)
        }
      })
      layer.backward(top, this.width, gradient, batch.rows, { at: dTop, stride: this.width, add: true })
    }
    return loss
  }
}
