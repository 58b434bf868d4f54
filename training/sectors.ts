import fs from 'node:fs'
import path from 'node:path'
import { groupsOf } from '../src/entity/entities.ts'
import { fold, splitPhrase } from '../src/entity/fold.ts'
import { joinSure, openMentions } from '../src/entity/index.ts'
import { joinPronouns, readWeights } from '../src/entity/join-pronouns.ts'
import { FEATURE_SORTS, meanVector, sectorFeatures } from '../src/entity/sector-features.ts'
import { SECTORS } from '../src/entity/sector-model.ts'
import { openLanguage } from '../src/language/index.ts'
import { writeModel } from '../src/language/model.ts'
import { buildTree } from '../src/language/tree.ts'
import { parseTable } from '../src/resources.ts'
import { resources } from './resources.ts'

/**
 * Fits models/sectors.bin on the reports marked whole (marked/train.jsonl): for every entity its first sector, or none, by multinomial
 * logistic regression (AdaGrad, L2, weights averaged over the second half of the rounds) over the features of
 * src/entity/sector-features.ts and the network's vectors; besides, on the names of the registry's organizations. `--fold` says first how
 * well a model of three quarters of the reports does on the last.
 *
 *     npx tsx training/sectors.ts CORPORA [--fold]
 */
const corpora = process.argv[2]
if (!corpora) throw new TypeError('usage: npx tsx training/sectors.ts CORPORA [--fold]')

interface Marked {
  text: string
  published?: string
  entities: Record<string, { sectors?: string[]; mentions: { start: number; end: number }[] }>
}

interface Example {
  report: number
  features: string[]
  vector: Float32Array
  sector: string
  /** how much it counts */
  weight: number
}

/** A model before it is written: `rows` and then the network's vectors, `sectors.length` numbers each. */
interface Fitted {
  sectors: string[]
  vocabulary: Map<string, number>
  weights: Float64Array
}

const ROUNDS = 20
const RATE = 0.1
const PENALTY = 3e-2
/** How often a feature must be seen. */
const LEAST = 2
/** The largest weight that is kept. */
const LIMIT = 2.5
/** Sectors that reports' marks have and organizations of the registry. */
const KNOWN = new Set([
  'AGR',
  'BUS',
  'COP',
  'CRM',
  'EDU',
  'GOV',
  'JRN',
  'JUD',
  'LAB',
  'LEG',
  'MED',
  'MIL',
  'PTY',
  'REB',
  'REL',
  'SOC',
  'SPY',
])
/** The width of the network's vectors. */
const WIDTH = 160
const FOLDS = 4

const parse = openLanguage(resources)
const find = openMentions(resources)
const pronouns = readWeights(parseTable(resources.text('codebook/entity/pronoun-weights.tsv')))

const train = [...examplesOf('train'), ...registered()]
const dev = examplesOf('dev')
if (process.argv.includes('--fold')) {
  const kept = train.filter(({ report }) => report >= 0 && report % FOLDS === 0)
  console.log(
    `a quarter kept back: ${score(kept, fit(train.filter(({ report }) => report < 0 || report % FOLDS !== 0)))}`,
  )
}
const model = fit(train)
console.log(`dev: ${score(dev, model)}`)
write(model)

function examplesOf(part: string): Example[] {
  const lines = fs.readFileSync(path.join(corpora, 'marked', `${part}.jsonl`), 'utf8').split('\n')
  return lines.filter(Boolean).flatMap((line, report) => examplesIn(JSON.parse(line), report))
}

function examplesIn({ text, published, entities }: Marked, report: number): Example[] {
  const language = parse(text)
  const context = find({ language, tree: buildTree(language), times: { times: [], details: [], notes: [] }, published })
  const codes = joinSure(context)
  joinPronouns(context, pronouns)
  const groups = [...groupsOf(context, codes).values()]
  const spanOf = (m: number) => {
    const { from, to } = context.mentions[m]
    return { start: language.start[from], end: language.end[to - 1] }
  }
  const ends = groups.map(({ mentions }) => new Set(mentions.map((m) => endOf(text, spanOf(m)))))
  return Object.values(entities).flatMap((gold) => {
    const shared = ends.map((own) => gold.mentions.filter((m) => own.has(endOf(text, m))).length)
    const group = groups[shared.indexOf(Math.max(...shared))]
    if (!group?.kind || Math.max(...shared) === 0) return []
    const { kind } = group
    const features = new Set<string>()
    sectorFeatures(context, codes, { ...group, kind }, (sort, word) => features.add(`${sort}\t${word}`))
    const vector = new Float32Array(WIDTH)
    meanVector(context, group.mentions, vector)
    return [{ report, features: [...features], vector, sector: gold.sectors?.[0] ?? '', weight: 1 }]
  })
}

/** The registry's organizations as if it did not know them: what words of their names tell. */
function registered(): Example[] {
  const bare = [
    'entity\torganization',
    'entity\tnamed',
    'proposed\tnone',
    'proposed by\tnone nothing',
    'proposed for\tnone organization',
  ]
  return parseTable(resources.text('codebook/entity/organizations.tsv')).flatMap(([, , sectors, names]) => {
    const sector = sectors.split('|')[0]
    if (!KNOWN.has(sector)) return []
    return names.split(/[;|]/).map((name) => {
      const words = splitPhrase(name).map(fold)
      const features = [...words.map((word) => `name\t${word}`), `name ends\t${words[words.length - 1]}`]
      return {
        report: -1,
        features: [...new Set([...bare, ...features])],
        vector: new Float32Array(WIDTH),
        sector,
        weight: 0.3,
      }
    })
  })
}

function endOf(text: string, { start, end }: { start: number; end: number }): number {
  return start + text.slice(start, end).replace(/['’]s$|['’]$/u, '').length
}

function vocabularyOf(all: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of all) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count >= LEAST).map(([name]) => name)
  return new Map(often.sort().map((name, i) => [name, i]))
}

function fit(all: readonly Example[]): Fitted {
  const vocabulary = vocabularyOf(all)
  const sectors = [...new Set(all.map(({ sector }) => sector))].sort()
  const many = sectors.length
  const found: Fitted = { sectors, vocabulary, weights: new Float64Array((vocabulary.size + WIDTH) * many) }
  const squares = new Float64Array(found.weights.length).fill(1e-6)
  const rows = all.map((example) => ({
    values: valuesOf(example, vocabulary),
    y: sectors.indexOf(example.sector),
    weight: example.weight,
  }))
  const random = randomFrom(1)
  const sums = new Float64Array(found.weights.length)
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[rows[i], rows[j]] = [rows[j], rows[i]]
    }
    for (const { values, y, weight } of rows) {
      const share = softmax(scoresOf(values, found))
      for (let s = 0; s < many; s++) {
        const error = weight * (share[s] - (s === y ? 1 : 0))
        for (const [feature, value] of values) {
          const at = feature * many + s
          const slope = error * value + PENALTY * found.weights[at]
          squares[at] += slope * slope
          found.weights[at] -= (RATE * slope) / Math.sqrt(squares[at])
        }
      }
    }
    if (round >= ROUNDS / 2) for (let at = 0; at < sums.length; at++) sums[at] += found.weights[at] / (ROUNDS / 2)
  }
  return { ...found, weights: sums }
}

type Values = readonly (readonly [feature: number, value: number])[]

function valuesOf({ features, vector }: Example, vocabulary: ReadonlyMap<string, number>): Values {
  const named = features.flatMap((name) => {
    const feature = vocabulary.get(name)
    return feature === undefined ? [] : [[feature, 1] as const]
  })
  return [...named, ...Array.from(vector, (value, k) => [vocabulary.size + k, value] as const)]
}

function scoresOf(values: Values, { sectors: { length: many }, weights }: Fitted): Float64Array {
  const scores = new Float64Array(many)
  for (const [feature, value] of values) for (let s = 0; s < many; s++) scores[s] += value * weights[feature * many + s]
  return scores
}

function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - most))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((value) => value / sum)
}

/** Numbers from 0 to 1, the same from the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}

function score(all: readonly Example[], found: Fitted): string {
  const right = (own: readonly Example[]) =>
    own.filter((example) => {
      const scores = scoresOf(valuesOf(example, found.vocabulary), found)
      return found.sectors[scores.indexOf(Math.max(...scores))] === example.sector
    }).length
  const [coded, bare] = [all.filter(({ sector }) => sector), all.filter(({ sector }) => !sector)]
  return `with a sector ${right(coded)} of ${coded.length} right, without ${right(bare)} of ${bare.length}`
}

function write({ sectors, vocabulary, weights }: Fitted): void {
  const many = sectors.length
  const sorted = FEATURE_SORTS.map((sort) =>
    [...vocabulary]
      .filter(([name]) => name.startsWith(`${sort}\t`))
      .map(([name, at]) => [name.split('\t')[1], at] as const),
  )
  const scale = LIMIT / 127
  const toByte = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight / scale)))
  const rows = Int8Array.from(
    sorted.flatMap((words) => words.flatMap(([, at]) => [...weights.subarray(at * many, (at + 1) * many)].map(toByte))),
  )
  const vectors = Int8Array.from(weights.subarray(vocabulary.size * many), toByte)
  const words = sorted.map((each) => each.map(([word]) => word))
  const bytes = writeModel({ ...SECTORS, version: '1', about: { sectors, words, width: WIDTH } }, [
    ['words', rows],
    ['vectors', vectors],
    ['scales', Float32Array.of(scale, scale)],
  ])
  fs.writeFileSync('models/sectors.bin', bytes)
  console.log(`models/sectors.bin: ${vocabulary.size} features, ${bytes.length} bytes`)
}
