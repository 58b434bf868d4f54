import { writeModel } from '../../src/language/model.ts'
import type { HeadShape } from '../../src/language/network/head.ts'
import { seeded } from '../../src/seeded.ts'
import type { ActModel } from '../../src/statement/act-model.ts'
import { STATEMENTS } from '../../src/statement/model.ts'
import type { WordLabels } from '../../src/statement/network/features.ts'
import { passagesOf } from '../../src/statement/network/passages.ts'
import type { Weights } from '../../src/statement/weights.ts'
import type { HeadSections } from '../network/head-learner.ts'
import { copiesOf, type Doc } from './examples.ts'
import { shuffle } from './learn.ts'
import { type Passage, RoleNetworkLearner } from './network.ts'

export interface RoleOptions {
  width: number
  epochs: number
  /** articles a step */
  docs: number
  rate: number
  dropout: number
  contextDropout: number
  seed: number
}

/** Steps over which the rate grows. */
const WARM = 100

/** Learns what words are to cues; `tell` hears of each round's loss. */
export function learnRoleNetwork(
  docs: readonly Doc[],
  { width, epochs, docs: share, rate, dropout, contextDropout, seed }: RoleOptions,
  tell: (line: string) => void = () => {},
): RoleNetworkLearner {
  const labels = labelsIn(docs)
  const passages = docs.flatMap((doc) => Array<Passage[]>(copiesOf(doc)).fill(passagesWithGold(doc)))
  const context = docs[0].view.language.context?.width ?? 0
  const learner = new RoleNetworkLearner({ context, width }, labels, seeded(seed))
  const steps = Math.ceil(passages.length / share) * epochs
  let step = 0
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = shuffle(passages.length, 7919 * (epoch + seed))
    const began = performance.now()
    let loss = 0
    let attributions = 0
    for (let at = 0; at < order.length; at += share, step++) {
      const some = [...order.subarray(at, at + share)].flatMap((d) => passages[d])
      if (some.length === 0) continue
      const now = rate * Math.min(1, (step + 1) / WARM) * Math.max(0.01, 1 - step / steps)
      loss += learner.learn(some, { rate: now, dropout, contextDropout })
      attributions += some.reduce((n, { gold }) => n + gold.length, 0)
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    tell(`round ${epoch}  ${seconds} s  loss an attribution ${(loss / attributions).toFixed(3)}`)
  }
  return learner
}

function passagesWithGold({ view, gold }: Doc): Passage[] {
  return passagesOf(view.language)
    .map(({ from, to }) => ({
      from,
      to,
      size: to - from,
      view,
      gold: gold.filter(({ head }) => head >= from && head < to),
    }))
    .filter(({ gold }) => gold.length > 0)
}

/** The tags and relations that stand in the articles, sorted. */
function labelsIn(docs: readonly Doc[]): WordLabels {
  const upos = new Set(docs.flatMap(({ view }) => view.language.upos))
  const relations = new Set(docs.flatMap(({ view }) => view.language.relation))
  return { upos: [...upos].sort(), relations: [...relations].sort() }
}

/** What the steps of learning make. */
export interface Learned {
  cue: Weights & { table: Int8Array }
  look: { shape: HeadShape; sections: HeadSections }
  network: Pick<RoleNetworkLearner, 'shape' | 'labels' | 'sections'>
  act: ActModel
}

/** The model file: cues, roles, acts and trust. */
export function toModelFile(
  { cue, look, network, act }: Learned,
  { trust, calibration }: { trust: Float32Array; calibration: Float32Array },
): Uint8Array {
  const { shape, labels } = network
  return writeModel(
    { ...STATEMENTS, version: '4', about: { shape, labels, acts: act.acts, heads: { look: look.shape } as never } },
    [
      ['trust', trust],
      ['calibration', calibration],
      ['cue', cue.table],
      ['cue.scale', Float32Array.of(cue.scale)],
      ['act', act.weights.table as Int8Array],
      ['act.scale', Float32Array.of(act.weights.scale)],
      ...look.sections,
      ...network.sections(),
    ],
  )
}
