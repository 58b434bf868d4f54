/**
 * Learns how punctuation marks hang on trees, by an averaged perceptron (Collins 2002) over the treebanks' train parts.
 *
 *   npx tsx training/punctuation.ts CORPORA     writes models/punctuation.bin, prints the share right on the dev parts
 */
import fs from 'node:fs'
import path from 'node:path'
import { readConllu } from '../src/language/conllu.ts'
import { writeModel } from '../src/language/model.ts'
import {
  bestOf,
  choiceOf,
  edgesOf,
  FEATURES_EACH,
  isMark,
  MARK_FEATURES,
  type MarkChoice,
  matesOf,
  ROWS,
  withoutMarks,
} from '../src/language/punctuation.ts'
import type { Language } from '../src/language/types.ts'

const ROUNDS = 5

interface Example extends MarkChoice {
  right: number
}

function examplesOf(language: Language): { examples: Example[]; unreachable: number } {
  const bare = withoutMarks(language)
  const examples: Example[] = []
  let unreachable = 0
  for (const sentence of language.sentences) {
    const edges = edgesOf(bare, sentence)
    const mates = matesOf(language, sentence)
    for (let mark = sentence.from; mark < sentence.to; mark++) {
      if (!isMark(language, mark)) continue
      const choice = choiceOf(bare, { sentence, edges, mates, mark })
      const right = choice.candidates.indexOf(bare.head[mark])
      if (right < 0) unreachable++
      else examples.push({ ...choice, right })
    }
  }
  return { examples, unreachable }
}

function load(corpora: string, part: string) {
  const documents = ['ewt', 'gum'].flatMap((t) =>
    readConllu(fs.readFileSync(path.join(corpora, `ud/${t}-${part}.conllu`), 'utf8')),
  )
  const found = documents.map(({ language }) => examplesOf(language))
  return { examples: found.flatMap((f) => f.examples), unreachable: found.reduce((n, f) => n + f.unreachable, 0) }
}

function learn(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(ROWS)
  const sums = new Float64Array(ROWS)
  let t = 0
  const change = ({ features }: Example, candidate: number, by: number) => {
    for (let at = candidate * FEATURES_EACH; at < (candidate + 1) * FEATURES_EACH; at++) {
      weights[features[at]] += by
      sums[features[at]] += by * t
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const example of examples) {
      t++
      const got = bestOf(example, weights)
      if (got === example.right) continue
      change(example, example.right, 1)
      change(example, got, -1)
    }
  }
  return weights.map((w, i) => w - sums[i] / t)
}

/** As signed bytes: only their order counts. */
function toBytes(weights: Float64Array): Int8Array {
  const most = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0)
  return Int8Array.from(weights, (w) => Math.round((127 * w) / most))
}

const corpora = process.argv[2]
if (!corpora) throw new TypeError('usage: npx tsx training/punctuation.ts CORPORA')
const train = load(corpora, 'train')
const weights = toBytes(learn(train.examples))
fs.writeFileSync(
  'models/punctuation.bin',
  writeModel({ kind: 'punctuation', features: MARK_FEATURES, version: '1', about: {} }, [['weights', weights]]),
)
const dev = load(corpora, 'dev')
const right = dev.examples.filter((e) => bestOf(e, weights) === e.right).length
const marks = dev.examples.length + dev.unreachable
console.log(`dev: ${((100 * right) / marks).toFixed(2)} % of ${marks} marks right (${dev.unreachable} out of reach)`)
