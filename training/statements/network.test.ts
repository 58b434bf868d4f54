import { expect, test } from 'vitest'
import { openModel } from '../../src/language/model.ts'
import { seeded } from '../../src/seeded.ts'
import { viewOf, wordAt } from '../../src/statement/fixture.ts'
import { fillLie, openLie } from '../../src/statement/lie.ts'
import { STATEMENTS } from '../../src/statement/model.ts'
import { openRoleNetwork } from '../../src/statement/network/network.ts'
import { bestRoles, ROLES } from '../../src/statement/roles.ts'
import { goldRoles } from './gold.ts'
import { type Passage, RoleNetworkLearner } from './network.ts'
import { toModelFile } from './roles.ts'

const CONTEXT = 16

function passage(): Passage {
  const view = viewOf([
    'Marek/Marek/PROPN/2/nsubj said/say/VERB/0/root the/the/DET/4/det port/port/NOUN/6/nsubj:pass was/be/AUX/6/aux:pass closed/close/VERB/2/ccomp +././PUNCT/2/punct',
    'It/it/PRON/2/nsubj rained/rain/VERB/0/root +././PUNCT/2/punct',
  ])
  const random = seeded(3)
  const values = Int16Array.from({ length: view.language.size * CONTEXT }, () => Math.round((random() - 0.5) * 1024))
  view.language.context = { width: CONTEXT, values }
  const head = wordAt(view, 'said')
  const gold = [{ head, source: [head - 1], cue: [head], content: [head + 1, head + 2, head + 3, head + 4] }]
  return { view, from: 0, to: view.language.size, size: view.language.size, gold }
}

const labels = { upos: ['NOUN', 'VERB'], relations: ['nsubj', 'root'] }

function learner(random = seeded(5)) {
  return new RoleNetworkLearner({ context: CONTEXT, width: 16 }, labels, random, 16)
}

test('gradients are what the loss does', () => {
  const network = learner()
  const { memory } = network
  const kept = new Map<number, Float32Array>()
  memory.adam = (value, gradient, _m, _v, count, _rate, _t, scale) => {
    kept.set(
      value,
      memory.f32.slice(gradient, gradient + count).map((g) => g * scale),
    )
    memory.f32.fill(0, gradient, gradient + count)
  }
  const some = [passage()]
  const loss = () => network.learn(some, { rate: 0, dropout: 0, contextDropout: 0, longest: 1e9 })
  loss()
  const given = new Map(kept)
  let wrong = 0
  let tried = 0
  for (const p of network.builder.parameters)
    for (let t = 0; t < 8; t++) {
      const i = (t * 7919 + 3) % p.size
      const before = memory.f32[p.value + i]
      const e = 4e-3
      memory.f32[p.value + i] = before + e
      const more = loss()
      memory.f32[p.value + i] = before - e
      const less = loss()
      memory.f32[p.value + i] = before
      const measured = (more - less) / (2 * e)
      const reckoned = given.get(p.value)![i]
      tried++
      if (Math.abs(measured - reckoned) > 0.02 + 0.05 * Math.abs(measured)) wrong++
    }
  expect(wrong / tried).toBeLessThan(0.03)
})

test('a small network learns one attribution by heart, and reads it again from its file', () => {
  const network = learner()
  const one = passage()
  for (let i = 0; i < 120; i++) network.learn([one], { rate: 0.01, dropout: 0, contextDropout: 0 })
  const bytes = { table: new Int8Array(8), columns: 1, mask: 7, scale: 1 }
  const file = toModelFile(
    {
      cue: bytes,
      look: { shape: { context: 4, blocks: 2, width: 16, outputs: 1 }, sections: [] },
      network,
      act: { acts: ['state'], weights: bytes },
    },
    {
      trust: new Float32Array(1),
      calibration: Float32Array.of(1, 0),
    },
  )
  const read = openRoleNetwork(openModel(file, STATEMENTS))
  const [gold] = one.gold
  const lie = openLie()
  fillLie(one.view, gold.head, lie)
  read.encode(one.view, one)
  const word = new Float64Array(one.size * ROLES)
  read.score(one.view, lie, one.from, one.to, word)
  const roles = new Uint8Array(one.size)
  bestRoles({ from: one.from, to: one.to, cue: gold.head }, { word, steps: read.steps }, roles)
  expect([...roles]).toEqual([...goldRoles(gold, one.from, one.to)])
})

test('the same seed learns the same bytes', () => {
  const learn = () => {
    const network = learner()
    for (let i = 0; i < 3; i++) network.learn([passage()], { rate: 0.01, dropout: 0.2, contextDropout: 0.1 })
    return network.sections()
  }
  expect(learn()).toEqual(learn())
})
