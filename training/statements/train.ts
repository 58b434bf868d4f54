/**
 * Learns `models/statements.bin` from PolNeAR and from reports marked whole:
 *
 *   tsx training/statements/train.ts CORPORA [--out models/statements.bin]
 *
 * CORPORA holds `polnear/train` and `marked/train.jsonl`. Words and trees come from the language stage.
 * Three steps: which words are heads of cues (logistic regression over hashed features), what every word around a cue is to
 * it (a small network and a conditional random field), and how far a whole proposal can be trusted (logistic regression on
 * articles that the first two did not learn from).
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { propose } from '../../src/statement/find.ts'
import { readModel, toBytes } from '../../src/statement/model.ts'
import { TRUST_FEATURES } from '../../src/statement/trust.ts'
import { learnActs } from './acts.ts'
import { openAlone } from './alone.ts'
import { readMarked, readPolnear } from './corpus.ts'
import { openDocs } from './docs.ts'
import { copiesOf, cueExamples, type Doc } from './examples.ts'
import { learnBinary } from './learn.ts'
import { type Learned, learnRoleNetwork, toModelFile } from './roles.ts'
import { learnCalibration, learnTrust, standingRows, trustExamples } from './trust.ts'

export const LEARN = {
  cue: { bits: 20, epochs: 5, rate: 0.1, decay: 1e-5, least: 4 },
  role: { width: 64, epochs: 20, docs: 6, rate: 2e-3, dropout: 0.25, contextDropout: 0.2, seed: 1 },
}
/** Least probability of a cue for its source and content to be looked for. */
export const LEAST_CUE = 0.15

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: 'models/statements.bin' } },
  })
  const corpora = positionals[0] ?? process.env.ONRECORD_CORPORA
  if (!corpora) throw new Error('usage: tsx training/statements/train.ts CORPORA [--out FILE]')
  const articles = [
    ...readPolnear(path.join(corpora, 'polnear', 'train')).filter(({ people }) => people.length > 0),
    ...readMarked(path.join(corpora, 'marked', 'train.jsonl')),
  ]
  const docs = articles.map(openDocs())
  console.log(`${docs.length} articles`)
  const trusted = learnTrusted(docs)
  const bytes = toModelFile(learn(docs), trusted)
  fs.writeFileSync(values.out, bytes)
  console.log(`${values.out}: ${bytes.length} bytes`)
}

/** Learns cues, roles and acts. */
export function learn(docs: readonly Doc[]): Learned {
  const cue = toBytes(learnBinary(cueExamples(docs, LEARN.cue), LEARN.cue), 4)
  const network = learnRoleNetwork(docs, LEARN.role, (line) => console.log(line))
  return { cue, network, act: learnActs(docs) }
}

/** How far proposals and rows can be trusted, learned on every second article by models that learned from the others. */
export function learnTrusted(docs: readonly Doc[]) {
  const learned = learn(docs.filter((_, d) => d % 2 === 0))
  return trustedBy(
    (trusted) => toModelFile(learned, trusted),
    docs.filter((_, d) => d % 2 === 1),
  )
}

const UNCALIBRATED = Float32Array.of(1, 0)

/** The same for models that are there already, and articles that they did not learn from. */
export function trustedBy(
  fileWith: (trusted: { trust: Float32Array; calibration: Float32Array }) => Uint8Array,
  unseen: readonly Doc[],
) {
  const blank = readModel(fileWith({ trust: new Float32Array(TRUST_FEATURES), calibration: UNCALIBRATED }))
  const weighed = <T>(doc: Doc, rows: T[]): T[] => Array<T[]>(copiesOf(doc)).fill(rows).flat()
  const trust = learnTrust(
    unseen.flatMap((doc) => weighed(doc, trustExamples(doc, propose(doc.view, { ...blank, least: LEAST_CUE })))),
  )
  const read = openAlone(fileWith({ trust, calibration: UNCALIBRATED }))
  return {
    trust,
    calibration: learnCalibration(unseen.flatMap((doc) => weighed(doc, standingRows(doc, read(doc.view))))),
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main()
