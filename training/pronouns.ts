import fs from 'node:fs'
import path from 'node:path'
import { readGum } from '../bench/coreference-corpora.ts'
import type { Context } from '../src/entity/context.ts'
import { joinSure, openMentions } from '../src/entity/index.ts'
import { candidatesOf, weCandidates } from '../src/entity/join-pronouns.ts'
import { featureNames, mostMentions, pronounFeatures, pronounSort, weFeatures } from '../src/entity/pronoun-features.ts'
import { openLanguage } from '../src/language/index.ts'
import { buildTree } from '../src/language/tree.ts'
import type { Language } from '../src/language/types.ts'
import { resources } from './resources.ts'
import { softmax } from './softmax.ts'

/**
 * Fits codebook/entity/pronoun-weights.tsv on the reports marked whole (marked/train.jsonl) and GUM's train part: for every third-person
 * pronoun, and for the 'we' of every quotation, a choice among candidates by multinomial logistic regression (AdaGrad, L2), then a bar
 * below which it stands for nothing.
 *
 *     npx tsx training/pronouns.ts CORPORA
 */
const corpora = process.argv[2]
if (!corpora) throw new TypeError('usage: npx tsx training/pronouns.ts CORPORA')

interface Choice {
  sort: string
  candidates: string[][]
  right: boolean[]
  /** how much the choice counts: news more than other genres */
  weight: number
}

/** A report, and the gold entity of each mention that the finders find. */
interface Document {
  language: Language
  entitiesOf: (context: Context) => (string | undefined)[]
  weight: number
}

const find = openMentions(resources)
const ROUNDS = 20
const RATE = 0.15
const PENALTY = 0.02

const SORTS = ['he', 'it', 'they', 'we']
const FOLDS = 5

const documents = [...gumDocuments(), ...markedDocuments('train')]
const choices = documents.flatMap((document, d) =>
  choicesOf(document).map((choice) => ({ ...choice, fold: d % FOLDS })),
)
const judged = foldsOf(choices)
const weights = rank(choices)
for (const sort of SORTS) {
  const own = judged.filter((choice) => choice.sort === sort)
  const bar = threshold(own)
  weights.set(`${sort} nothing`, bar)
  console.log(`${sort}: bar ${bar}, kept back ${own.length}, right ${accuracy(own, bar).toFixed(3)}`)
}
write(weights)
console.log(`${choices.length} pronouns, ${weights.size} weights`)

function gumDocuments(): Document[] {
  const file = path.join(corpora, 'ud', 'gum-train.conllu')
  return readGum(file, /_(?!conversation|vlog|whow)[a-z]+_/).map(({ id, language, mentions }) => {
    const goldAt = new Map(mentions.map((m) => [m.head, m.entity]))
    const entitiesOf = (context: Context) =>
      context.mentions.map(({ head, heads }) => [head, ...heads].map((w) => goldAt.get(w)).find(Boolean))
    return { language, entitiesOf, weight: /_(?:news|interview)_/.test(id) ? 1 : 0.5 }
  })
}

interface Marked {
  text: string
  entities: Record<string, { mentions: { start: number; end: number }[] }>
}

function markedDocuments(part: string): Document[] {
  const parse = openLanguage(resources)
  const lines = fs.readFileSync(path.join(corpora, 'marked', `${part}.jsonl`), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => {
    const { text, entities }: Marked = JSON.parse(line)
    const language = parse(text)
    const goldAt = new Map(
      Object.entries(entities).flatMap(([key, { mentions }]) => mentions.map((m) => [endOf(text, m), key] as const)),
    )
    const entitiesOf = (context: Context) =>
      context.mentions.map(({ from, to }) =>
        goldAt.get(endOf(text, { start: language.start[from], end: language.end[to - 1] })),
      )
    return { language, entitiesOf, weight: 1 }
  })
}

/** Where a mention's last word ends, without a possessive. */
function endOf(text: string, { start, end }: { start: number; end: number }): number {
  return start + text.slice(start, end).replace(/['’]s$|['’]$/u, '').length
}

function choicesOf({ language, entitiesOf, weight }: Document): Choice[] {
  const context = find({ language, tree: buildTree(language), times: { times: [], details: [], notes: [] } })
  const entities = entitiesOf(context)
  joinSure(context)
  const isRight = (c: number, entity: string | undefined) =>
    entity !== undefined && context.clusters.of(c).mentions.some((other) => entities[other] === entity)
  const names = (features: number[]) => features.map((feature) => featureNames[feature])
  const found: Choice[] = []
  context.mentions.forEach((mention, p) => {
    if (mention.form !== 'pronoun' || mention.person !== 3 || mention.relative) return
    const candidates = candidatesOf(context, p)
    const right = candidates.map((c) => isRight(c, entities[p]))
    const most = mostMentions(context, candidates)
    const features = candidates.map((c, rank) => names(pronounFeatures(context, p, c, { rank, most })))
    const antecedent = candidates.find((_, i) => right[i])
    if (antecedent !== undefined) context.clusters.join(antecedent, p)
    found.push({ sort: pronounSort(context.book, mention.key), candidates: features, right, weight })
  })
  context.mentions.forEach(({ form, person, number, quote }, p) => {
    const speaker = quote >= 0 ? context.speakers[quote] : -1
    if (form !== 'pronoun' || person !== 1 || number !== 'p' || speaker < 0) return
    const candidates = weCandidates(context, p)
    const right = candidates.map((c) => isRight(c, entities[p]))
    found.push({ sort: 'we', candidates: candidates.map((c) => names(weFeatures(context, speaker, c))), right, weight })
  })
  return found
}

function withSort(sort: string, features: readonly string[]): string[] {
  return features.flatMap((feature) => [feature, `${sort} ${feature}`])
}

/** The highest sum among a choice's candidates, by weights that were not fitted on it, and whether it is the right one's. */
interface Judged {
  sort: string
  most: number
  right: boolean
  /** whether a candidate is right */
  wanted: boolean
  weight: number
}

/** Every choice judged by weights that were fitted on the other folds' reports. */
function foldsOf(all: readonly (Choice & { fold: number })[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const found = rank(all.filter((choice) => choice.fold !== fold))
    return all.filter((choice) => choice.fold === fold).map((choice) => judge(choice, found))
  }).flat()
}

function judge({ sort, candidates, right, weight }: Choice, found: ReadonlyMap<string, number>): Judged {
  const scores = candidates.map((features) =>
    withSort(sort, features).reduce((sum, name) => sum + (found.get(name) ?? 0), 0),
  )
  const most = Math.max(...scores)
  return { sort, most, right: right[scores.indexOf(most)] ?? false, wanted: right.some(Boolean), weight }
}

/** What ranks candidates, from pronouns that have a right one. */
function rank(all: readonly Choice[]): Map<string, number> {
  const found = new Map<string, number>()
  const squares = new Map<string, number>()
  const step = (name: string, gradient: number) => {
    const value = found.get(name) ?? 0
    const slope = gradient + PENALTY * value
    const square = (squares.get(name) ?? 1e-6) + slope * slope
    squares.set(name, square)
    found.set(name, value - (RATE * slope) / Math.sqrt(square))
  }
  const answerable = all.filter(({ right }) => right.some(Boolean) && !right.every(Boolean))
  for (let round = 0; round < ROUNDS; round++)
    for (const { sort, candidates, right, weight } of answerable) {
      const options = candidates.map((features) => withSort(sort, features))
      const scores = options.map((names) => names.reduce((sum, name) => sum + (found.get(name) ?? 0), 0))
      const share = softmax(scores)
      const good = softmax(scores.map((score, i) => (right[i] ? score : Number.NEGATIVE_INFINITY)))
      options.forEach((names, i) => {
        const gradient = weight * (share[i] - good[i])
        if (Math.abs(gradient) > 1e-4) for (const name of names) step(name, gradient)
      })
    }
  return found
}

/** The bar at which F2 of links is highest: a pronoun left alone costs more than one linked too boldly. */
function threshold(own: readonly Judged[]): number {
  let [bar, highest] = [0, -1]
  for (let value = -6; value <= 6; value += 0.25) {
    let [made, hit, wanted] = [0, 0, 0]
    for (const { most, right, wanted: has, weight } of own) {
      if (has) wanted += weight
      if (most > value) made += weight
      if (most > value && right) hit += weight
    }
    const f2 = (5 * hit) / (made + 4 * wanted || 1)
    if (f2 > highest) [bar, highest] = [value, f2]
  }
  return bar
}

/** The share that is decided rightly: joined to a right candidate, or to nothing where none is. */
function accuracy(own: readonly Judged[], bar: number): number {
  return own.filter(({ most, right, wanted }) => (most > bar ? right : !wanted)).length / own.length
}

function write(found: ReadonlyMap<string, number>): void {
  const rows = [...found].filter(([, weight]) => Math.abs(weight) >= 0.02).sort(([a], [b]) => (a < b ? -1 : 1))
  const comment = `# How much speaks for what a pronoun refers to: features of src/entity/pronoun-features.ts, alone or for one sort of pronoun
# ('he': also she; 'it'; 'they'; 'we' of a quotation); 'SORT nothing' is what a candidate must beat. Fitted by training/pronouns.ts on the train
# parts of reports marked whole and of GUM (Georgetown University Multilayer corpus, CC BY 4.0); do not edit here.
# feature\tweight
`
  fs.writeFileSync(
    'codebook/entity/pronoun-weights.tsv',
    comment + rows.map(([k, v]) => `${k}\t${v.toFixed(2)}\n`).join(''),
  )
}
