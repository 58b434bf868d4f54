/**
 * Writes statements for a part of PolNeAR, a record a line, as the referee reads them:
 *
 *   tsx training/statements/predict.ts CORPORA/polnear/dev|CORPORA/marked/dev.jsonl [--model models/statements.bin] > pred.jsonl
 *
 * Only the language and the statement stage are run: entities, times and places are left empty.
 */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { openAlone } from './alone.ts'
import { readMarked, readPolnear } from './corpus.ts'
import { openDocs } from './docs.ts'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { model: { type: 'string', default: 'models/statements.bin' } },
  })
  const [part] = positionals
  const docs = (part.endsWith('.jsonl') ? readMarked(part) : readPolnear(part)).map(openDocs())
  const read = openAlone(new Uint8Array(fs.readFileSync(values.model)))
  let words = 0
  const started = performance.now()
  for (const { id, view } of docs) {
    words += view.language.size
    process.stdout.write(`${JSON.stringify({ report: { id }, statements: read(view).statements })}\n`)
  }
  const seconds = (performance.now() - started) / 1000
  process.stderr.write(`${words} words, ${Math.round(words / seconds)} words a second\n`)
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main()
