/**
 * Learns `models/statements.bin` from PolNeAR and from reports marked whole:
 *
 *   tsx training/statements/train.ts CORPORA [--taught LABELS.jsonl] [--out models/statements.bin]
 *
 * CORPORA holds `polnear/train` and `marked/train.jsonl`; LABELS.jsonl is what `training/teacher/statements.py label` writes: which words of reports
 * that nobody marked, and of PolNeAR's contents, the teacher takes for cues. Words and trees come from the language stage.
 * Three steps: which words are heads of cues (logistic regression over hashed features, and a small network for those that it lets through), what every word around a cue is to
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
import { openDocs, taughtOf, unmarkedArticle } from './docs.ts'
import { copiesOf, cueExamples, type Doc } from './examples.ts'
import { learnBinary } from './learn.ts'
import { learnLook } from './look.ts'
import { type Learned, learnRoleNetwork, toModelFile } from './roles.ts'
import { readTaught, type TaughtReport } from './taught.ts'
import { learnCalibration, learnTrust, standingRows, trustExamples } from './trust.ts'

export const LEARN = {
  cue: { bits: 18, epochs: 5, rate: 0.1, decay: 1e-5, least: 4 },
  role: { width: 64, epochs: 20, docs: 6, rate: 2e-3, dropout: 0.25, contextDropout: 0.2, seed: 1 },
}
/** Least probability of a cue for its source and content to be looked for. */
export const LEAST_CUE = 0.15

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: 'models/statements.bin' }, taught: { type: 'string', default: '' } },
  })
  const corpora = positionals[0] ?? process.env.ONRECORD_CORPORA
  if (!corpora) throw new Error('usage: tsx training/statements/train.ts CORPORA [--taught FILE] [--out FILE]')
  const articles = [
    ...readPolnear(path.join(corpora, 'polnear', 'train')).filter(({ people }) => people.length > 0),
    ...readMarked(path.join(corpora, 'marked', 'train.jsonl')),
  ]
  const open = openDocs()
  const taught = values.taught ? readTaught(values.taught) : new Map<string, TaughtReport>()
  const docs = articles.map((article) => taughtOf(open(article), taught.get(article.id)))
  for (const { id } of articles) taught.delete(id)
  const others = [...taught.values()].map(
    (report): Doc => ({ ...taughtOf(open(unmarkedArticle(report)), report), unmarked: true }),
  )
  console.log(`${docs.length} articles, and ${others.length} that the teacher labelled`)
  const trusted = learnTrusted(docs, others)
  const bytes = toModelFile(learn(docs, others), trusted)
  fs.writeFileSync(values.out, bytes)
  console.log(`${values.out}: ${bytes.length} bytes`)
}

/** Learns cues, roles and acts; cues from what the teacher labelled, too. */
export function learn(docs: readonly Doc[], others: readonly Doc[] = []): Learned {
  const say = (line: string) => console.log(line)
  const { cue, look } = learnCues([...docs, ...others], say)
  const network = learnRoleNetwork(docs, LEARN.role, say)
  return { cue, look, network, act: learnActs(docs) }
}

/** Learns which words are heads of cues: the regression that most words are left at, and the closer look. */
export function learnCues(docs: readonly Doc[], say: (line: string) => void): Pick<Learned, 'cue' | 'look'> {
  const cue = toBytes(learnBinary(cueExamples(docs, LEARN.cue), LEARN.cue), 4)
  return { cue, look: learnLook(docs, cue, say) }
}

/** How far proposals and rows can be trusted, learned on every second article by models that learned from the rest. */
export function learnTrusted(docs: readonly Doc[], others: readonly Doc[] = []) {
  const learned = learn(
    docs.filter((_, d) => d % 2 === 0),
    others,
  )
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
