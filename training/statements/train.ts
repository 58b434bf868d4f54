/**
 * Learns `models/statements.bin` from PolNeAR:
 *
 *   tsx training/statements/train.ts CORPORA [--cache FOLDER] [--out models/statements.bin]
 *
 * CORPORA holds `polnear/train`. Words and trees come from the language stage; `--cache` keeps them between runs.
 * Three steps: which words are heads of cues (logistic regression over hashed features), what every word around a cue is to
 * it (a small network and a conditional random field), and how far a whole proposal can be trusted (logistic regression on
 * articles that the first two did not learn from).
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openLanguage } from '../../src/language/index.ts'
import { buildTree } from '../../src/language/tree.ts'
import type { Language } from '../../src/language/types.ts'
import { loadResources } from '../../src/resources.ts'
import { propose } from '../../src/statement/find.ts'
import { readModel, toBytes } from '../../src/statement/model.ts'
import { TRUST_FEATURES } from '../../src/statement/trust.ts'
import { openView } from '../../src/statement/view.ts'
import { openAlone } from './alone.ts'
import { readPolnear } from './corpus.ts'
import { cueExamples, type Doc } from './examples.ts'
import { alignGold } from './gold.ts'
import { learnBinary } from './learn.ts'
import { parseAll } from './parse.ts'
import { learnRoleNetwork, toModelFile } from './roles.ts'
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
    options: { cache: { type: 'string' }, out: { type: 'string', default: 'models/statements.bin' } },
  })
  const corpora = positionals[0] ?? process.env.ONRECORD_CORPORA
  if (!corpora) throw new Error('usage: tsx training/statements/train.ts CORPORA [--cache FOLDER] [--out FILE]')
  const docs = await loadDocs(
    path.join(corpora, 'polnear', 'train'),
    values.cache && path.join(values.cache, 'train.jsonl'),
  )
  console.log(`${docs.length} articles`)
  const trusted = learnTrusted(docs)
  const { cue, network } = learn(docs)
  const bytes = toModelFile(cue, network, trusted)
  fs.writeFileSync(values.out, bytes)
  console.log(`${values.out}: ${bytes.length} bytes`)
}

/** Reads a part of the corpus, its words and trees, and lays the annotations over them. */
export async function loadDocs(folder: string, cache: string | undefined): Promise<Doc[]> {
  const articles = readPolnear(folder).filter(({ people }) => people.length > 0)
  const load = async (file: string) => new Uint8Array(fs.readFileSync(new URL(`../${file}`, import.meta.url)))
  const known = cache !== undefined && fs.existsSync(cache)
  const language: (text: string) => Language = known
    ? () => {
        throw new Error(`${cache} lacks an article`)
      }
    : openLanguage(await loadResources(load))
  const parsed = parseAll(articles, language, cache)
  return articles.map(({ id, people }) => {
    const words = parsed.get(id) as Language
    return { id, view: openView(words, buildTree(words)), gold: alignGold(words, people[0]) }
  })
}

/** Learns cues and roles. */
export function learn(docs: readonly Doc[]) {
  const cue = toBytes(learnBinary(cueExamples(docs, LEARN.cue), LEARN.cue), 4)
  const network = learnRoleNetwork(docs, LEARN.role, (line) => console.log(line))
  return { cue, network }
}

/** How far proposals and rows can be trusted, learned on every second article by models that learned from the others. */
export function learnTrusted(docs: readonly Doc[]) {
  const { cue, network } = learn(docs.filter((_, d) => d % 2 === 0))
  return trustedBy(
    (trusted) => toModelFile(cue, network, trusted),
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
  const trust = learnTrust(
    unseen.flatMap((doc) => trustExamples(doc, propose(doc.view, { ...blank, least: LEAST_CUE }))),
  )
  const read = openAlone(fileWith({ trust, calibration: UNCALIBRATED }))
  return { trust, calibration: learnCalibration(unseen.flatMap((doc) => standingRows(doc, read(doc.view)))) }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main()
