import { type Batch, layOut, type Sample } from './batch.ts'
import { Builder } from './builder.ts'
import { Embedding, type Lexicon } from './embedding.ts'
import { Encoder } from './encoder.ts'
import { Memory } from './memory.ts'
import { NameHead, type NameScores } from './name-head.ts'
import { RelationHead, type RelationInput } from './relation-head.ts'
import { TagHead } from './tag-head.ts'
import { type ArcScores, TreeHead } from './tree-head.ts'

/** Sizes of a network; all multiples of 8. */
export interface Shape {
  /** width of a word's vector, through the whole encoder */
  width: number
  /** the encoder from below: 'w' a window over three words, 'r' a recurrence in both directions */
  layers: string
  arc: number
  label: number
  nameHidden: number
}

export interface Labels {
  upos: readonly string[]
  xpos: readonly string[]
  relations: readonly string[]
  /** 'O', then 'B-x', 'I-x' for every kind */
  names: readonly string[]
}

export interface Losses {
  tags: number
  arcs: number
  labels: number
  names: number
}

/** Scores of one batch, before decoding. */
export interface Output {
  batch: Batch
  tags: { upos: number; xpos: number }
  names: NameScores
  arcs: ArcScores
  relations: RelationInput
}

/** How a network is begun. */
export interface Beginning {
  shape: Shape
  labels: Labels
  lexicon: Lexicon
  /** the source of all chance in training */
  random: () => number
  megabytes?: number
}

/** The network while it is trained: vectors of words, an encoder over them, and a head a task. */
export class Network {
  readonly shape: Shape
  readonly labels: Labels
  readonly memory: Memory
  readonly builder: Builder
  readonly embedding: Embedding
  readonly encoder: Encoder
  readonly tags: TagHead
  readonly names: NameHead
  readonly trees: TreeHead
  readonly relations: RelationHead
  private steps = 0

  constructor({ shape, labels, lexicon, random, megabytes = 600 }: Beginning) {
    const { width, arc, label, nameHidden } = shape
    this.shape = shape
    this.labels = labels
    this.memory = new Memory(megabytes)
    this.builder = new Builder(this.memory, random)
    this.embedding = new Embedding(this.builder, lexicon, width)
    this.encoder = new Encoder(this.builder, shape.layers, width)
    this.tags = new TagHead(this.builder, { upos: labels.upos.length, xpos: labels.xpos.length }, width)
    this.names = new NameHead(this.builder, labels.names.length, nameHidden, width)
    this.trees = new TreeHead(this.builder, { labels: labels.upos, stride: this.tags.upos.outputs }, arc, width)
    this.relations = new RelationHead(this.builder, labels.relations.length, label, width)
    this.trees.makePairs()
    this.relations.makeScores()
  }

  /** Scores of some sentences, which `use` sees before they go. */
  score(samples: readonly Sample[], use: (output: Output) => void): void {
    const mark = this.memory.mark()
    use(this.forward(layOut(samples, 0), false).output)
    this.memory.release(mark)
  }

  /** One step of learning from some sentences; returns their losses before it, summed over words. */
  learn(samples: readonly Sample[], { rate, dropout }: { rate: number; dropout: number }): Losses {
    const { memory } = this
    const mark = memory.mark()
    const batch = layOut(samples, dropout)
    const { top, output } = this.forward(batch, true)
    const dTop = memory.zeros(batch.rows * this.shape.width)
    const losses: Losses = {
      tags: this.tags.learn(batch, top, output.tags, dTop),
      names: this.names.learn(batch, top, output.names, dTop),
      arcs: this.trees.learn(batch, top, output.arcs, dTop),
      labels: this.relations.learn(batch, top, output.relations, dTop),
    }
    this.embedding.backward(batch, this.encoder.backward(batch, dTop))
    this.step(
      rate,
      1 /
        Math.max(
          1,
          samples.reduce((n, s) => n + s.size, 0),
        ),
    )
    memory.release(mark)
    return losses
  }

  private forward(batch: Batch, learning: boolean): { top: number; output: Output } {
    for (const linear of this.builder.linears) linear.pack()
    const top = this.encoder.forward(batch, this.embedding.forward(batch, learning))
    const tags = this.tags.forward(batch, top)
    const names = this.names.forward(batch, top)
    const arcs = this.trees.forward(batch, top, tags.upos)
    const relations = this.relations.forward(batch, top)
    return { top, output: { batch, tags, names, arcs, relations } }
  }

  private step(rate: number, scale: number): void {
    this.steps++
    for (const p of this.builder.parameters) p.step(rate, this.steps, scale)
    this.embedding.words.step(rate, this.steps, scale)
    this.embedding.hashed.step(rate, this.steps, scale)
  }
}
