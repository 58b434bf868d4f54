import { expect, test } from 'vitest'
import { seeded } from '../../src/seeded.ts'
import { labelsOf, type Marked, toSample, Vocabulary } from './data.ts'
import { evaluate } from './evaluate.ts'
import { exportNetwork } from './export.ts'
import { Network } from './network.ts'

const row = (forms: string, upos: string, head: number[], relation: string): Marked => ({
  forms: forms.split(' '),
  upos: upos.split(' '),
  xpos: upos.split(' '),
  head,
  relation: relation.split(' '),
})

const marked: Marked[] = [
  row(
    'Marek said the port was closed .',
    'PROPN VERB DET NOUN AUX VERB PUNCT',
    [2, 0, 4, 6, 6, 2, 2],
    'nsubj root det nsubj:pass aux:pass ccomp punct',
  ),
  row(
    'The strike ended , Venn said .',
    'DET NOUN VERB PUNCT PROPN VERB PUNCT',
    [2, 3, 0, 3, 6, 3, 3],
    'det nsubj root punct nsubj parataxis punct',
  ),
  { forms: 'Ilse Marek left Almeth'.split(' '), names: ['B-person', 'I-person', 'O', 'B-place'] },
]

function smallNetwork(random = seeded(7)) {
  const vocabulary = new Vocabulary(
    marked,
    { words: ['port', 'strike'], rows: Float32Array.from({ length: 16 }, (_, i) => Math.sin(i)) },
    8,
    2,
  )
  const labels = labelsOf(marked)
  vocabulary.seen.fill(1000)
  const shape = { width: 16, layers: 'wrwr', arc: 16, label: 16, nameHidden: 16 }
  const lexicon = { rows: vocabulary.words.length, vectors: vocabulary.vectors, vectorSize: 8, seen: vocabulary.seen }
  const network = new Network({ shape, labels, lexicon, random, megabytes: 16 })
  return { network, vocabulary, samples: marked.map((s) => toSample(s, vocabulary, labels)) }
}

/** Cuts a step in two: gradients are kept, values stay. */
function gradients() {
  // values by chance, and then no chance: no word is dropped
  let chances = seeded(7)
  const { network, samples } = smallNetwork(() => chances())
  chances = () => 0.999
  const { memory } = network
  const kept = new Map<number, Float32Array>()
  memory.adam = (value, gradient, _m, _v, count) => {
    kept.set(value, memory.f32.slice(gradient, gradient + count))
    memory.f32.fill(0, gradient, gradient + count)
  }
  const loss = () => Object.values(network.learn(samples, { rate: 0, dropout: 0 })).reduce((a, b) => a + b, 0)
  return { network, kept, loss }
}

test('gradients are what the loss does', () => {
  const { network, kept, loss } = gradients()
  const { f32 } = network.memory
  loss()
  const given = new Map(kept)
  let wrong = 0
  let tried = 0
  for (const p of network.builder.parameters) {
    for (let t = 0; t < 8; t++) {
      const i = (t * 7919 + 3) % p.size
      const before = f32[p.value + i]
      const e = 4e-3
      f32[p.value + i] = before + e
      const more = loss()
      f32[p.value + i] = before - e
      const less = loss()
      f32[p.value + i] = before
      const measured = (more - less) / (2 * e)
      const reckoned = given.get(p.value)![i]
      tried++
      if (Math.abs(measured - reckoned) > 0.02 + 0.05 * Math.abs(measured)) wrong++
    }
  }
  // a kink of a positive part may lie between the two tries
  expect(wrong / tried).toBeLessThan(0.03)
})

test('a small network learns three sentences by heart', () => {
  const { network, samples } = smallNetwork()
  for (let i = 0; i < 150; i++) network.learn(samples, { rate: 0.01, dropout: 0 })
  const scores = evaluate(network, samples)
  expect(scores).toMatchObject({ upos: 1, uas: 1, las: 1, names: 1 })
})

test('the same seed trains the same bytes', () => {
  const train = () => {
    const { network, vocabulary, samples } = smallNetwork()
    for (let i = 0; i < 5; i++) network.learn(samples, { rate: 0.01, dropout: 0.2 })
    return exportNetwork(network, vocabulary, '1')
  }
  expect(train()).toEqual(train())
})
