import { openKernels } from '../../language/kernels/kernels.ts'
import type { Model } from '../../language/model.ts'
import {
  fixedLayer,
  joinColumns,
  matrixOf,
  openRoom,
  PLAIN,
  POSITIVE,
  putFloats,
  runFixed,
} from '../../language/network/layers.ts'
import type { Range } from '../extend.ts'
import { type Lie, REACH } from '../lie.ts'
import { ROLES } from '../roles.ts'
import type { View } from '../view.ts'
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
} from './features.ts'
import { LONGEST_PASSAGE } from './passages.ts'

/** Says of the words around a cue what each is to it. */
export interface RoleNetwork {
  /** Works out the words of a passage; cues in it can be scored from then on, until the next. */
  encode(view: View, passage: Range): void
  /** Scores of the four roles for each word of [from, to), as seen from the cue that `lie` was made for. */
  score(view: View, lie: Lie, from: number, to: number, out: Float64Array): void
  /** from a row a role, and a last one for the beginning, to each role */
  steps: Float32Array
}

/** Sizes of the network. */
export interface RoleShape {
  /** numbers a word that the language network gives */
  context: number
  /** width of the encoder, and of what a word and a cue have in common */
  width: number
}

/** A passage may be one sentence that is longer than passages should be. */
const MOST = LONGEST_PASSAGE + 300

/**
 * Opens the role network: what the language network knows of a word in its sentence, with its tag, relation and quotation, goes through
 * a window over three words and a gated recurrence both ways over the paragraph; a word and a cue, each through a matrix of its
 * own, are added to vectors of the way between them in the tree and of their distance, and the positive part gives four scores.
 * Hot: all of it lies in one WebAssembly memory.
 */
export function openRoleNetwork(model: Model): RoleNetwork {
  const { shape, labels } = model.header.about as unknown as { shape: RoleShape; labels: WordLabels }
  const { context: C, width: d } = shape
  const wordRows = openWordRows(labels)
  const tables = wordTableRows(labels) + WAY_ROWS + GAP_ROWS + SIDE_ROWS
  const floats = tables * d + MOST * (C / 2 + d * 7 + WORD_ROWS) + 12 * d * d + C * d + 65_536
  const kernels = openKernels(floats * 4)
  const room = openRoom(kernels)
  const { f32, i16, take } = room
  const u32 = new Uint32Array(kernels.memory.buffer)

  const input = fixedLayer(room, matrixOf(model, 'input', C, d))
  const window = fixedLayer(room, matrixOf(model, 'layer0', 3 * d, d))
  const recurrence = fixedLayer(room, matrixOf(model, 'layer1', d, 2 * d))
  const sides = fixedLayer(room, joinColumns([matrixOf(model, 'word', d, d), matrixOf(model, 'cue', d, d)]))
  const words = putFloats(room, model.f32('words'))
  const ways = putFloats(room, spread(model.i8('ways'), model.f32('ways.scale')))
  const gaps = putFloats(room, model.f32('gaps'))
  const standings = putFloats(room, model.f32('sides'))
  const columns = putFloats(room, model.f32('roles'))
  const bias = putFloats(room, model.f32('roles.bias'))

  const half = d / 2
  const given = take((MOST * C) / 2)
  const x = take((MOST + 3) * d) + d
  const y = take((MOST + 3) * d) + d
  const fixed = take(((MOST + 4) * d) / 2) + d
  const gates = take(MOST * 2 * d)
  const both = take(MOST * 2 * d)
  const addresses = take(MOST * WORD_ROWS)
  const rows = take((2 * REACH + 1) * 3)
  const scores = take((2 * REACH + 1) * ROLES)
  const wordRow = new Int32Array(WORD_ROWS)
  let first = 0

  const encode = (view: View, { from, to }: Range): void => {
    const { context } = view.language
    const n = Math.min(to - from, MOST - 3)
    first = from
    if (context) {
      i16.set(context.values.subarray(from * C, (from + n) * C), given * 2)
      runFixed(room, input, given, C / 2, n, x, PLAIN)
    } else for (let i = 0; i < n; i++) f32.copyWithin(x + i * d, input.bias, input.bias + d)
    for (let i = 0, at = addresses; i < n; i++) {
      wordRows(view, from + i, wordRow)
      for (let r = 0; r < WORD_ROWS; r++) u32[at++] = (words + wordRow[r] * d) * 4
    }
    kernels.addRows(addresses * 4, WORD_ROWS, x * 4, n, d)
    kernels.toFixed(x * 4, fixed * 4, n * d)
    f32.fill(0, fixed - half, fixed)
    f32.fill(0, fixed + n * half, fixed + (n + 1) * half)
    runFixed(room, window, fixed - half, half, n, y, POSITIVE)
    kernels.add(x * 4, y * 4, n * d)
    kernels.toFixed(y * 4, fixed * 4, n * d)
    runFixed(room, recurrence, fixed, half, n, gates, PLAIN)
    kernels.scan(gates * 4, y * 4, x * 4, 0, n, half)
    kernels.toFixed(x * 4, fixed * 4, n * d)
    runFixed(room, sides, fixed, half, n, both, PLAIN)
  }

  const score = (view: View, lie: Lie, from: number, to: number, out: Float64Array): void => {
    const { cue } = lie
    for (let w = from, at = rows; w < to; w++, at += 3) {
      u32[at] = (ways + wayRow(lie, w) * d) * 4
      u32[at + 1] = (gaps + gapRow(w - cue) * d) * 4
      u32[at + 2] = (standings + sideRow(view, cue, w) * d) * 4
    }
    const word = (both + (from - first) * 2 * d) * 4
    const head = (both + (cue - first) * 2 * d + d) * 4
    kernels.pairs(word, 2 * d * 4, head, rows * 4, columns * 4, bias * 4, scores * 4, to - from, d)
    for (let i = 0; i < (to - from) * ROLES; i++) out[i] = f32[scores + i]
  }
  return { encode, score, steps: model.f32('steps') }
}

/** Rows of signed bytes, each with its scale, as floats. */
function spread(bytes: Int8Array, scales: Float32Array): Float32Array {
  const columns = bytes.length / scales.length
  return Float32Array.from(bytes, (byte, i) => byte * scales[Math.floor(i / columns)])
}
