import { parseTable } from '../../src/resources.ts'
import { ACT_FEATURES, actFeatures } from '../../src/statement/act-features.ts'
import type { ActModel } from '../../src/statement/act-model.ts'
import { openActs } from '../../src/statement/acts.ts'
import { openStatementBook } from '../../src/statement/codebook.ts'
import type { Range } from '../../src/statement/extend.ts'
import { openRows } from '../../src/statement/hash.ts'
import { toBytes } from '../../src/statement/model.ts'
import { resources } from '../resources.ts'
import type { Doc } from './examples.ts'
import { shuffle } from './learn.ts'

const BITS = 15
const ROUNDS = 12
const RATE = 0.1
const DECAY = 1e-2

interface ActExample {
  rows: Int32Array
  /** column of the act */
  act: number
}

/** Learns to tell acts, by multinomial logistic regression (AdaGrad, L2), from statements whose acts people marked. */
export function learnActs(docs: readonly Doc[]): ActModel {
  const text = (file: string) => resources.text(`codebook/statement/${file}`)
  const acts = parseTable(text('acts.txt')).map(([act]) => act)
  const examples = actExamples(
    docs,
    acts,
    openActs(text('cues.tsv'), text('acts.txt'), openStatementBook(resources).lists.negations),
  )
  const columns = acts.length
  const table = new Float32Array((1 << BITS) * columns)
  const squares = new Float32Array(table.length).fill(0.1)
  const shares = new Float64Array(columns)
  for (let round = 0; round < ROUNDS; round++)
    for (const i of shuffle(examples.length, 7919 * (round + 1))) {
      const { rows, act } = examples[i]
      sharesOf(rows, table, shares)
      for (const row of rows)
        for (let c = 0, at = row * columns; c < columns; c++, at++) {
          const gradient = shares[c] - (c === act ? 1 : 0) + DECAY * table[at]
          squares[at] += gradient * gradient
          table[at] -= (RATE * gradient) / Math.sqrt(squares[at])
        }
    }
  const most = table.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0)
  return { acts, weights: toBytes({ table, columns, mask: (1 << BITS) - 1, scale: 1 }, most) }
}

function actExamples(docs: readonly Doc[], acts: readonly string[], known: ReturnType<typeof openActs>): ActExample[] {
  const out = openRows(ACT_FEATURES, (1 << BITS) - 1)
  return docs.flatMap(({ view, gold }) =>
    gold.flatMap(({ head, source, cue, content, act }) => {
      if (act === undefined || content.length === 0) return []
      if (!acts.includes(act)) throw new RangeError(`codebook/statement/acts.txt lacks the act '${act}'`)
      const around = rangesOf(cue).find(({ from, to }) => from <= head && head < to) ?? { from: head, to: head + 1 }
      actFeatures(
        view,
        { head, source: rangesOf(source).pop(), cue: around, content: rangesOf(content), ...known(view, head) },
        out,
      )
      return [{ rows: out.values.slice(0, out.size), act: acts.indexOf(act) }]
    }),
  )
}

/** Probabilities of the acts, into `shares`. */
function sharesOf(rows: Int32Array, table: Float32Array, shares: Float64Array): void {
  const columns = shares.length
  shares.fill(0)
  for (const row of rows) for (let c = 0, at = row * columns; c < columns; c++, at++) shares[c] += table[at]
  const most = shares.reduce((top, score) => Math.max(top, score), Number.NEGATIVE_INFINITY)
  let total = 0
  for (let c = 0; c < columns; c++) total += shares[c] = Math.exp(shares[c] - most)
  for (let c = 0; c < columns; c++) shares[c] /= total
}

function rangesOf(words: readonly number[]): Range[] {
  const ranges: Range[] = []
  for (const w of words) {
    const last = ranges[ranges.length - 1]
    if (last?.to === w) last.to++
    else ranges.push({ from: w, to: w + 1 })
  }
  return ranges
}
