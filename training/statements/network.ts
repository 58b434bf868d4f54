import type { Language } from '../../src/language/types.ts'
import type { Range } from '../../src/statement/extend.ts'
import { stretchAround } from '../../src/statement/find.ts'
import { fillLie as layOutTree, openLie, REACH } from '../../src/statement/lie.ts'
import {
  GAP_ROWS,
  gapRow,
  openWordRows,
  SIDE_ROWS,
  sideRow,
  WAY_ROWS,
  WORD_ROWS,
  type WordLabels,
  wayRow,
  wordTableRows,
} from '../../src/statement/network/features.ts'
import type { RoleShape } from '../../src/statement/network/network.ts'
import { ROLES } from '../../src/statement/roles.ts'
import type { View } from '../../src/statement/view.ts'
import { type Layout, layOut } from '../network/batch.ts'
import { Builder } from '../network/builder.ts'
import { Encoder, zeroRows } from '../network/encoder.ts'
import { quantize } from '../network/export.ts'
import type { Linear } from '../network/linear.ts'
import { Memory, type Parameter, Table } from '../network/memory.ts'
import { stretchLoss } from './chain.ts'
import { type GoldStatement, goldRoles } from './gold.ts'

/** A passage with the attributions whose cues stand in it. */
export interface Passage extends Range {
  size: number
  view: View
  gold: readonly GoldStatement[]
}

export interface RoleLearning {
  rate: number
  /** share of the encoder's and the pairs' values that are dropped */
  dropout: number
  /** share of the given context's numbers that are dropped */
  contextDropout: number
  /** longest gradient that one step may follow */
  longest?: number
}

const LAYERS = 'wr'
const FIXED = 512

/** The role network while it is trained: what `src/statement/network/network.ts` reads, with gradients. */
export class RoleNetworkLearner {
  readonly memory: Memory
  readonly builder: Builder
  private readonly input: Linear
  private readonly words: Parameter
  private readonly encoder: Encoder
  private readonly word: Linear
  private readonly cue: Linear
  private readonly ways: Table
  private readonly gaps: Parameter
  private readonly sides: Parameter
  private readonly roles: Parameter
  private readonly rolesBias: Parameter
  private readonly steps: Parameter
  private readonly wordRows: ReturnType<typeof openWordRows>
  private readonly lie = openLie()
  private count = 0

  constructor(
    readonly shape: RoleShape,
    readonly labels: WordLabels,
    random: () => number,
    megabytes = 700,
  ) {
    const { context, width: d } = shape
    this.memory = new Memory(megabytes)
    this.builder = new Builder(this.memory, random)
    const { builder } = this
    this.input = builder.linear('input', context, d, 0.6)
    this.words = builder.parameter('words', wordTableRows(labels), d, 0.1)
    this.encoder = new Encoder(builder, LAYERS, d)
    this.word = builder.linear('word', d, d, 0.6)
    this.cue = builder.linear('cue', d, d, 0.6)
    this.ways = new Table(this.memory, 'ways', WAY_ROWS, d)
    for (let i = 0; i < WAY_ROWS * d; i++) this.memory.f32[this.ways.value + i] = builder.normal() * 0.05
    this.gaps = builder.parameter('gaps', GAP_ROWS, d, 0.05)
    this.sides = builder.parameter('sides', SIDE_ROWS, d, 0.05)
    this.roles = builder.parameter('roles', ROLES, d, 0.6 / Math.sqrt(d))
    this.rolesBias = builder.parameter('roles.bias', 1, ROLES)
    this.steps = builder.parameter('steps', ROLES + 1, ROLES)
    this.wordRows = openWordRows(labels)
  }

  /** One step of learning from some passages; returns their loss before it, summed over attributions. */
  learn(passages: readonly Passage[], { rate, dropout, contextDropout, longest = 5 }: RoleLearning): number {
    const { memory, builder } = this
    const { f32, kernels } = memory
    const { context: C, width: d } = this.shape
    const mark = memory.mark()
    for (const linear of builder.linears) linear.pack()
    const layout = layOut(passages, dropout)
    const N = layout.rows
    const given = this.gather(layout)
    builder.dropout(given, N * C, contextDropout)
    const x = memory.zeros((N + 3) * d) + d
    this.input.forwardTo(x, given, C, N, false)
    zeroRows(f32, x, layout.pads, d)
    const rowsOf = this.tableRows(layout)
    this.eachWord(layout, (n) => {
      for (let r = 0; r < WORD_ROWS; r++)
        kernels.add((this.words.value + rowsOf[n * WORD_ROWS + r] * d) * 4, (x + n * d) * 4, d)
    })
    const top = this.encoder.forward(layout, x)
    const word = this.word.forward(top, N)
    const cue = this.cue.forward(top, N)
    const dWord = memory.zeros(N * d)
    const dCue = memory.zeros(N * d)
    let loss = 0
    layout.samples.forEach((passage, i) => {
      for (const gold of passage.gold)
        loss += this.pair(passage, gold, layout.rowOf[i], { word, cue, dWord, dCue, dropout })
    })
    const dTop = memory.zeros(N * d)
    this.word.backward(top, d, dWord, N, { at: dTop, stride: d, add: true })
    this.cue.backward(top, d, dCue, N, { at: dTop, stride: d, add: true })
    const dx = this.encoder.backward(layout, dTop)
    this.eachWord(layout, (n) => {
      for (let r = 0; r < WORD_ROWS; r++)
        kernels.add((dx + n * d) * 4, (this.words.gradient + rowsOf[n * WORD_ROWS + r] * d) * 4, d)
    })
    this.input.backward(given, C, dx, N)
    const attributions = passages.reduce((n, { gold }) => n + gold.length, 0)
    this.step(rate, 1 / Math.max(1, attributions), longest)
    memory.release(mark)
    return loss
  }

  private eachWord({ samples, rowOf }: Layout<Passage>, run: (row: number, view: View, w: number) => void): void {
    samples.forEach(({ view, from, size }, i) => {
      for (let k = 0; k < size; k++) run(rowOf[i] + k, view, from + k)
    })
  }

  /** What the language network says of the words, a row a word. */
  private gather(layout: Layout<Passage>): number {
    const { f32 } = this.memory
    const C = this.shape.context
    const given = this.memory.zeros((layout.rows + 2) * C)
    layout.samples.forEach(({ view, from, size }, i) => {
      const { values } = contextOf(view.language)
      const at = given + layout.rowOf[i] * C
      for (let k = 0; k < size * C; k++) f32[at + k] = values[from * C + k] / FIXED
    })
    return given
  }

  private tableRows(layout: Layout<Passage>): Int32Array {
    const rows = new Int32Array(layout.rows * WORD_ROWS)
    const one = new Int32Array(WORD_ROWS)
    this.eachWord(layout, (n, view, w) => {
      this.wordRows(view, w, one)
      rows.set(one, n * WORD_ROWS)
    })
    return rows
  }

  /** One attribution's loss; gradients go to the two rows of every word, to the tables, the roles and the steps. */
  private pair(
    passage: Passage,
    gold: GoldStatement,
    row: number,
    { word, cue, dWord, dCue, dropout }: { word: number; cue: number; dWord: number; dCue: number; dropout: number },
  ): number {
    const { memory, lie } = this
    const { f32 } = memory
    const { width: d } = this.shape
    const { view } = passage
    layOutTree(view, gold.head, lie)
    const stretch = stretchAround(gold.head, passage)
    const { from, to } = stretch
    const n = to - from
    const { hidden, keep, scores, dHidden } = scratch(d)
    const rowAt = (w: number) => (row + w - passage.from) * d
    const roles = this.roles.value
    const keepScale = 1 / (1 - dropout)
    const c = cue + rowAt(gold.head)
    for (let i = 0; i < n; i++) {
      const w = from + i
      const a = word + rowAt(w)
      const p = this.ways.value + wayRow(lie, w) * d
      const g = this.gaps.value + gapRow(w - gold.head) * d
      const s = this.sides.value + sideRow(view, gold.head, w) * d
      let s0 = f32[this.rolesBias.value]
      let s1 = f32[this.rolesBias.value + 1]
      let s2 = f32[this.rolesBias.value + 2]
      let s3 = f32[this.rolesBias.value + 3]
      for (let j = 0; j < d; j++) {
        const sum = f32[a + j] + f32[c + j] + f32[p + j] + f32[g + j] + f32[s + j]
        const kept = sum > 0 && !(dropout > 0 && this.builder.random() < dropout) ? keepScale : 0
        const h = sum * kept
        hidden[i * d + j] = h
        keep[i * d + j] = kept
        if (kept === 0) continue
        s0 += h * f32[roles + j]
        s1 += h * f32[roles + d + j]
        s2 += h * f32[roles + 2 * d + j]
        s3 += h * f32[roles + 3 * d + j]
      }
      scores[i * ROLES] = s0
      scores[i * ROLES + 1] = s1
      scores[i * ROLES + 2] = s2
      scores[i * ROLES + 3] = s3
    }
    const gradient = { word: dScores, steps: dSteps.fill(0) }
    const steps = f32.subarray(this.steps.value, this.steps.value + (ROLES + 1) * ROLES)
    const loss = stretchLoss(stretch, { word: scores, steps }, goldRoles(gold, from, to), gradient)
    for (let k = 0; k < dSteps.length; k++) f32[this.steps.gradient + k] += dSteps[k]
    for (let r = 0; r < ROLES; r++)
      for (let i = 0; i < n; i++) f32[this.rolesBias.gradient + r] += dScores[i * ROLES + r]
    const dRoles = this.roles.gradient
    const dc = dCue + rowAt(gold.head)
    const buffer = memory.mark()
    const temporary = memory.take(d)
    for (let i = 0; i < n; i++) {
      const w = from + i
      const g0 = dScores[i * ROLES]
      const g1 = dScores[i * ROLES + 1]
      const g2 = dScores[i * ROLES + 2]
      const g3 = dScores[i * ROLES + 3]
      if (Math.abs(g0) + Math.abs(g1) + Math.abs(g2) + Math.abs(g3) < 1e-5) continue
      const a = dWord + rowAt(w)
      const g = this.gaps.gradient + gapRow(w - gold.head) * d
      const s = this.sides.gradient + sideRow(view, gold.head, w) * d
      for (let j = 0; j < d; j++) {
        const kept = keep[i * d + j]
        dHidden[j] = 0
        if (kept === 0) continue
        const h = hidden[i * d + j]
        f32[dRoles + j] += g0 * h
        f32[dRoles + d + j] += g1 * h
        f32[dRoles + 2 * d + j] += g2 * h
        f32[dRoles + 3 * d + j] += g3 * h
        dHidden[j] =
          kept *
          (g0 * f32[roles + j] + g1 * f32[roles + d + j] + g2 * f32[roles + 2 * d + j] + g3 * f32[roles + 3 * d + j])
      }
      for (let j = 0; j < d; j++) {
        const v = dHidden[j]
        f32[a + j] += v
        f32[dc + j] += v
        f32[g + j] += v
        f32[s + j] += v
        f32[temporary + j] = v
      }
      this.ways.addGradient(wayRow(lie, w), temporary)
    }
    memory.release(buffer)
    return loss
  }

  private step(rate: number, scale: number, longest: number): void {
    this.count++
    const squares = this.builder.parameters.reduce((sum, p) => sum + p.sumOfSquares(), 0) * scale * scale
    const clipped = scale * Math.min(1, longest / Math.sqrt(squares + 1e-12))
    for (const p of this.builder.parameters) p.step(rate, this.count, clipped)
    this.ways.step(rate, this.count, clipped)
  }

  /** The sections of the model file: matrices as floats, the ways' table as bytes with a scale a row. */
  sections(): [string, Float32Array | Int8Array][] {
    const { f32 } = this.memory
    const { width: d } = this.shape
    const ways = quantize(f32.slice(this.ways.value, this.ways.value + WAY_ROWS * d), WAY_ROWS, d, 127)
    return [
      ...this.builder.parameters.map((p) => [p.name, f32.slice(p.value, p.value + p.size)] as [string, Float32Array]),
      ['ways', ways.bytes],
      ['ways.scale', ways.scales],
    ]
  }
}

function contextOf({ context }: Language) {
  if (!context) throw new TypeError('the words must come from the language network, which says what it knows of them')
  return context
}

const dScores = new Float64Array((2 * REACH + 1) * ROLES)
const dSteps = new Float64Array((ROLES + 1) * ROLES)
const rooms = new Map<number, Scratch>()

interface Scratch {
  hidden: Float32Array
  keep: Float32Array
  scores: Float64Array
  dHidden: Float32Array
}

function scratch(d: number): Scratch {
  let room = rooms.get(d)
  if (!room) {
    const n = 2 * REACH + 1
    const make = () => new Float32Array(n * d)
    room = { hidden: make(), keep: make(), scores: new Float64Array(n * ROLES), dHidden: new Float32Array(d) }
    rooms.set(d, room)
  }
  return room
}
