/**
 * A second look: mutated reports, files, filters and ended adds, drawn from a seed, for as long as is wished. Prints what was tried and what
 * broke, each with the seed that draws it again; exit status 1 where anything did.
 *
 *   npm run fuzz -- [--seconds 600] [--seed N] [--only reports,inputs,filters,kills] [CORPORA.jsonl ...]
 *
 * Texts are the examples, and the `text` of each line of the files that are named. `npm run build` comes first.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchReports, exampleReports } from '../reports.ts'
import { drawer } from '../shape-texts.ts'
import { fuzzFilters } from './fuzz-filters.ts'
import { fuzzInputs } from './fuzz-inputs.ts'
import { fuzzKills } from './fuzz-kills.ts'
import { fuzzReports } from './fuzz-reports.ts'
import type { Fuzz, Tried } from './kinds.ts'

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'reports,inputs,filters,kills' },
  },
  allowPositionals: true,
})
const kinds: { readonly [name: string]: Fuzz } = {
  reports: fuzzReports,
  inputs: fuzzInputs,
  filters: fuzzFilters,
  kills: fuzzKills,
}
const folder = mkdtempSync(join(tmpdir(), 'onrecord-fuzz-'))
const texts = [...exampleReports(), ...positionals.flatMap((file) => benchReports(file).reports)].map(
  ({ text }) => text,
)
const chosen = values.only.split(',')
const share = (Number(values.seconds) * 1000) / chosen.length
let broken = 0
try {
  for (const name of chosen) {
    const tried: Tried = { tried: 0, figures: {}, broken: [] }
    const attempt = await kinds[name]({ texts, folder })
    const until = performance.now() + share
    for (let seed = Number(values.seed); performance.now() < until; seed++) {
      tried.tried++
      try {
        await attempt.once(drawer(seed), tried)
      } catch (error) {
        tried.broken.push(`seed ${seed}: ${(error as Error).stack?.split('\n').slice(0, 3).join(' ') ?? error}`)
      }
    }
    await attempt.end?.()
    const figures = Object.entries(tried.figures).map(([what, count]) => `${what} ${count}`)
    console.log(`${name}: ${tried.tried} tried, ${tried.broken.length} broke; ${figures.join(', ')}`)
    for (const line of tried.broken.slice(0, 20)) console.log(`  ${line}`)
    broken += tried.broken.length
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = broken > 0 ? 1 : 0
