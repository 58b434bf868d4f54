import type { Batch } from './batch.ts'
import type { Builder } from './builder.ts'
import { chainLoss } from './crf.ts'
import { reluBack } from './gradients.ts'
import type { Linear } from './linear.ts'
import type { Parameter } from './memory.ts'

export interface NameScores {
  hidden: number
  mask: Float32Array | undefined
  names: number
}

/** Names: a hidden layer, a score a label, and transitions from label to label. */
export class NameHead {
  readonly hidden: Linear
  readonly names: Linear
  /** a row a label, and a last one for the sentence's start */
  readonly transitions: Parameter

  constructor(
    private readonly builder: Builder,
    labels: number,
    hidden: number,
    private readonly width: number,
  ) {
    this.hidden = builder.linear('nameHidden', width, hidden, 1.4)
    this.names = builder.linear('names', hidden, labels, 1)
    this.transitions = builder.parameter('transitions', labels + 1, labels)
  }

  forward({ rows, dropout }: Batch, top: number): NameScores {
    const hidden = this.hidden.forward(top, rows, true)
    const mask = this.builder.dropout(hidden, rows * this.hidden.outputs, dropout)
    return { hidden, mask, names: this.names.forward(hidden, rows) }
  }

  /** Adds to the encoder's gradient; returns the loss. */
  learn(batch: Batch, top: number, { hidden, mask, names }: NameScores, dTop: number): number {
    const { memory } = this.builder
    const { f32 } = memory
    const stride = this.names.outputs
    const gradient = memory.zeros(batch.rows * stride)
    let loss = 0
    batch.samples.forEach((s, i) => {
      const row = batch.rowOf[i] * stride
      if (s.names)
        loss += chainLoss(f32, s.names, { at: names + row, stride, gradient: gradient + row }, this.transitions)
    })
    const width = this.hidden.outputs
    const dHidden = memory.zeros(batch.rows * width)
    this.names.backward(hidden, width, gradient, batch.rows, { at: dHidden, stride: width, add: false })
    reluBack(f32, dHidden, hidden, batch.rows * width, mask)
    this.hidden.backward(top, this.width, dHidden, batch.rows, { at: dTop, stride: this.width, add: true })
    return loss
  }
}
