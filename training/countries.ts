import fs from 'node:fs'
import path from 'node:path'
import { countryCandidates, countryFeatures, landsOf } from '../src/entity/context-country.ts'
import { findDatelinePlace } from '../src/entity/dateline-place.ts'
import { groupsOf, landlessOf } from '../src/entity/entities.ts'
import { joinSure, openMentions } from '../src/entity/index.ts'
import { joinPronouns, readWeights } from '../src/entity/join-pronouns.ts'
import { openLanguage } from '../src/language/index.ts'
import { buildTree } from '../src/language/tree.ts'
import { parseTable } from '../src/resources.ts'
import { softmax } from './softmax.ts'

/**
 * Fits codebook/entity/country-weights.tsv on the reports marked whole (marked/train.jsonl): for every entity without a country of its own
 * a choice among the countries that its report names, or none, by multinomial logistic regression (gradient descent, L2).
 *
 *     npx tsx training/countries.ts CORPORA
 */
const corpora = process.argv[2]
if (!corpora) throw new TypeError('usage: npx tsx training/countries.ts CORPORA')

interface Marked {
  text: string
  published?: string
  entities: Record<string, { country?: string; mentions: { start: number; end: number }[] }>
}

interface Choice {
  options: { country: string; features: [number, number][] }[]
  right: number
}

const ROUNDS = 300
const RATE = 0.5
const PENALTY = 1e-4
const FILE = 'codebook/entity/country-weights.tsv'
/** What the marked reports cannot teach, as they have no title and no outlet. */
const BY_HAND: Record<string, number> = { 'in the title': 0.5, 'of the outlet': 0.5 }

const resources = {
  bytes: (file: string) => new Uint8Array(fs.readFileSync(file)),
  text: (file: string) => (file === FILE && !fs.existsSync(file) ? '' : fs.readFileSync(file, 'utf8')),
}
const parse = openLanguage(resources)
const find = openMentions(resources)
const pronouns = readWeights(parseTable(resources.text('codebook/entity/pronoun-weights.tsv')))
const ofMany = new Set(parseTable(resources.text('codebook/entity/of-many-lands.txt')).map(([word]) => word))

const train = choicesOf('train')
const weights = fit(train)
write(weights)
for (const part of ['train', 'dev']) {
  const all = part === 'train' ? train : choicesOf(part)
  const given = all.filter((choice) => choose(choice, weights) > 0)
  const due = all.filter(({ right }) => right !== 0)
  const hit = given.filter((choice) => choose(choice, weights) === choice.right)
  console.log(
    `${part}: ${all.length} without a country, ${due.length} have one; given ${given.length}, right ${hit.length}`,
  )
}

function choicesOf(part: string): Choice[] {
  const lines = fs.readFileSync(path.join(corpora, 'marked', `${part}.jsonl`), 'utf8').split('\n')
  return lines.filter(Boolean).flatMap((line) => choicesIn(JSON.parse(line)))
}

function choicesIn({ text, published, entities }: Marked): Choice[] {
  const language = parse(text)
  const context = find({ language, tree: buildTree(language), times: { times: [], details: [], notes: [] }, published })
  const codes = joinSure(context)
  joinPronouns(context, pronouns)
  const groups = groupsOf(context, codes)
  const opening = findDatelinePlace(context)
  const lands = landsOf(context, codes, opening?.settled?.spot.country ?? opening?.code?.country)
  const golds = Object.values(entities)
  const endsAt = new Map(golds.flatMap((gold) => gold.mentions.map((m) => [endOf(text, m), gold] as const)))
  return [...groups.values()].flatMap((group) => {
    const landless = landlessOf(context, groups, group, { weights: new Float64Array(0), ofMany })
    if (!landless) return []
    const found = landless.mentions.map((m) => {
      const { from, to } = context.mentions[m]
      return endsAt.get(endOf(text, { start: language.start[from], end: language.end[to - 1] }))
    })
    const gold = found.find(Boolean)
    if (!gold) return []
    const options = countryCandidates(context, lands, landless)
    const right = options.findIndex(({ country }) => country === (gold.country ?? ''))
    return [{ options, right }]
  })
}

function endOf(text: string, { start, end }: { start: number; end: number }): number {
  return start + text.slice(start, end).replace(/['’]s$|['’]$/u, '').length
}

function fit(all: readonly Choice[]): Float64Array {
  const found = new Float64Array(countryFeatures.length)
  const answerable = all.filter(({ right }) => right >= 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(found.length)
    for (const { options, right } of answerable) {
      const share = softmax(options.map(({ features }) => features.reduce((sum, [f, v]) => sum + found[f] * v, 0)))
      options.forEach(({ features }, i) => {
        for (const [f, v] of features) slope[f] += v * (share[i] - (i === right ? 1 : 0))
      })
    }
    for (let f = 0; f < found.length; f++) found[f] -= RATE * (slope[f] / answerable.length + PENALTY * found[f]) * 4
  }
  return found
}

function choose({ options }: Choice, found: Float64Array): number {
  const scores = options.map(({ features }) => features.reduce((sum, [f, v]) => sum + found[f] * v, 0))
  return scores.indexOf(Math.max(...scores))
}

function write(found: Float64Array): void {
  const rows = countryFeatures
    .map((name, f) => [name, BY_HAND[name] ?? found[f]] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const comment = `# How much speaks for a country that a report names as that of a person, organization or group that is given none by name, title or
# nationality: features of src/entity/context-country.ts, for every country named; 'none' and what follows it speak for no country.
# Fitted by training/countries.ts on reports marked whole; 'in the title' and 'of the outlet' are set there by hand. Do not edit here.
# feature\tweight
`
  fs.writeFileSync(FILE, comment + rows.map(([name, weight]) => `${name}\t${weight.toFixed(2)}\n`).join(''))
}
