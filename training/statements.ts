/**
 * Learns `models/statements.bin` from PolNeAR:
 *
 *   tsx training/statements.ts CORPORA [--cache FOLDER] [--out models/statements.bin]
 *
 * CORPORA holds `polnear/train`. Words and trees come from the language stage; `--cache` keeps them between runs.
 * Three steps: which words are heads of cues (logistic regression over hashed features), what every word of the
 * sentence is to a cue (a conditional random field), and how far a whole proposal can be trusted (logistic regression on
 * articles that the first two did not learn from).
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openLanguage } from '../src/language/index.ts'
import { buildTree } from '../src/language/tree.ts'
import type { Language } from '../src/language/types.ts'
import { loadResources } from '../src/resources.ts'
import { propose } from '../src/statement/find.ts'
import { toBytes, writeModel } from '../src/statement/model.ts'
import { openView } from '../src/statement/view.ts'
import { readPolnear } from './statements-corpus.ts'
import { cueExamples, type Doc, roleExamples } from './statements-examples.ts'
import { alignGold } from './statements-gold.ts'
import { learnBinary, learnRoles, STEP_CONTEXTS } from './statements-learn.ts'
import { parseAll } from './statements-parse.ts'
import { learnTrust, type TrustExample, trustExamples } from './statements-trust.ts'

export const LEARN = {
  cue: { bits: 20, epochs: 5, rate: 0.1, decay: 1e-5, least: 4 },
  role: { bits: 20, epochs: 3, rate: 0.1, decay: 1e-5, least: 8 },
}
/** Least probability of a cue for its source and content to be looked for. */
export const LEAST_CUE = 0.15

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { cache: { type: 'string' }, out: { type: 'string', default: 'models/statements.bin' } },
  })
  const corpora = positionals[0] ?? process.env.ONRECORD_CORPORA
  if (!corpora) throw new Error('usage: tsx training/statements.ts CORPORA [--cache FOLDER] [--out FILE]')
  const docs = await loadDocs(
    path.join(corpora, 'polnear', 'train'),
    values.cache && path.join(values.cache, 'train.jsonl'),
  )
  console.log(`${docs.length} articles`)
  const trust = learnTrust(heldOutExamples(docs))
  const { cue, role } = learn(docs)
  const bytes = writeModel({ cue, role, trust })
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
  const cues = cueExamples(docs, LEARN.cue)
  const cue = toBytes(learnBinary(cues, LEARN.cue), 4)
  const { rows, sequences } = roleExamples(docs, LEARN.role)
  const role = toBytes(learnRoles(rows, sequences, STEP_CONTEXTS, LEARN.role), 4)
  return { cue, role }
}

/** Proposals for every second article by models that learned from the others, each with whether it is right. */
export function heldOutExamples(docs: readonly Doc[]): TrustExample[] {
  const models = learn(docs.filter((_, d) => d % 2 === 0))
  return docs
    .filter((_, d) => d % 2 === 1)
    .flatMap((doc) => trustExamples(doc, propose(doc.view, { ...models, least: LEAST_CUE })))
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main()
