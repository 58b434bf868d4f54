import { noLands } from '../codes/no-lands.ts'
import type { Code } from '../record/types.ts'
import { parseTable, type Resources } from '../resources.ts'
import { countryOf } from './code.ts'
import type { Context } from './context.ts'
import { findPieces } from './pieces.ts'

/*
 * The country of who is given none by name, title or nationality: one of those that the report names. What speaks for each (named in the
 * same sentence, named most, named last before) is summed by weights that training/countries.ts learns; more may speak for none.
 */

/** What a weight of codebook/entity/country-weights.tsv is for; the table's first column. */
export const countryFeatures: string[] = []
const feature = (name: string) => countryFeatures.push(name) - 1
const POSSESSOR = feature('possessor')
const ONLY = feature('only country of the report')
const MOST = feature('most named of the report')
const SHARE = feature('share of the report')
const FIRST = feature('first named of the report')
const SENTENCE = feature('in the sentence')
const SENTENCE_ALONE = feature('alone in the sentence')
const SAME_CLAUSE = feature('beside it in the clause')
const PARAGRAPH = feature('in the paragraph')
const BEFORE = feature('the last named before')
const SENTENCES = feature('share of its sentences')
const TITLE = feature('in the title')
const OUTLET = feature('of the outlet')
const NONE = feature('none')
const NONE_GROUP = feature('none for a group')
const NONE_ORGANIZATION = feature('none for an organization')
const NONE_PLURAL = feature('none for a plural without article')
const NONE_STATE = feature('none for who serves a state')
const NONE_COUNTRIES = [
  'none in a report of 1',
  'none in a report of 2',
  'none in a report of 3',
  'none in a report of 4',
].map(feature)

/** A word that names a country, where it stands. */
interface Evidence {
  country: string
  word: number
  sentence: number
  paragraph: number
  /** the verb that it is an argument of, or -1 */
  verb: number
}

/** Countries that a report names, and what its title and outlet say. */
export interface Lands {
  evidence: readonly Evidence[]
  /** how often each is named */
  counts: ReadonlyMap<string, number>
  title: ReadonlySet<string>
  outlet: ReadonlySet<string>
}

const isLand = (country: string | undefined): country is string =>
  country !== undefined && /^[A-Z]{3}$/.test(country) && !noLands.has(country)

/** Codes of PLOVER that are no country. */

/** The countries that a report names, by its mentions' own codes and its dateline's. */
export function landsOf(context: Context, codes: readonly (Code | undefined)[], dateline?: string): Lands {
  const { language, mentions } = context
  const counts = new Map<string, number>()
  const evidence: Evidence[] = []
  if (isLand(dateline)) {
    counts.set(dateline, 1)
    evidence.push({ country: dateline, word: -1, sentence: 0, paragraph: 0, verb: -1 })
  }
  codes.forEach((code, m) => {
    if (!isLand(code?.country)) return
    const { country } = code
    const word = mentions[m].head
    const sentence = language.sentence[word]
    counts.set(country, (counts.get(country) ?? 0) + 1)
    const { paragraph } = language.sentences[sentence]
    evidence.push({ country, word, sentence, paragraph, verb: verbOf(context, word) })
  })
  return { evidence, counts, title: namedIn(context, context.title), outlet: namedIn(context, context.outlet) }
}

function verbOf({ language: { head, upos } }: Context, word: number): number {
  const above = head[word]
  return above >= 0 && upos[above] === 'VERB' ? above : -1
}

function namedIn({ book, wordsOf }: Context, text: string | undefined): ReadonlySet<string> {
  if (!text) return new Set()
  const words = wordsOf(text.split(/[\s,:;()]+/).filter(Boolean))
  return new Set(findPieces(book, words, 0, words.form.length).map(countryOf).filter(isLand))
}

/** What is asked of an entity without a country: its mentions that are no pronouns, in the order of the text. */
export interface Landless {
  mentions: readonly number[]
  kind: string
  sector: string
  /** the country of who owns it ('his office'), where that is known */
  possessor: string | undefined
}

/** How one country is named beside an entity. */
interface Near {
  /** how often in the sentence of its first mention */
  here: number
  /** whether with the verb of its first mention, and in its paragraph */
  clause: boolean
  paragraph: boolean
  /** in how many of its sentences, and the last of them */
  sentences: number
  last: number
}

/** Every country that may be the entity's, with its features and how much of each; the first, '', stands for none. */
export function countryCandidates(
  context: Context,
  { evidence, counts, title, outlet }: Lands,
  { mentions, kind, sector, possessor }: Landless,
): { country: string; features: [feature: number, value: number][] }[] {
  const { language } = context
  const first = context.mentions[mentions[0]]
  const sentence = language.sentence[first.head]
  const { paragraph } = language.sentences[sentence]
  const verb = verbOf(context, first.head)
  const before = evidence.findLast((e) => e.word < first.head)?.country
  const sentences = new Set(mentions.map((m) => language.sentence[context.mentions[m].head]))
  let inSentence = 0
  const near = new Map<string, Near>()
  for (const e of evidence) {
    const isHere = e.sentence === sentence
    if (isHere) inSentence++
    if (e.paragraph !== paragraph && !sentences.has(e.sentence)) continue
    const own = near.get(e.country) ?? { here: 0, clause: false, paragraph: false, sentences: 0, last: -2 }
    near.set(e.country, own)
    if (isHere) own.here++
    if (isHere && verb >= 0 && e.verb === verb) own.clause = true
    if (e.paragraph === paragraph) own.paragraph = true
    // evidence stands in the order of the text, and each sentence's together
    if (sentences.has(e.sentence) && e.sentence !== own.last) {
      own.sentences++
      own.last = e.sentence
    }
  }
  const all = new Set([...counts.keys(), ...title, ...outlet, ...(possessor ? [possessor] : [])])
  const most = Math.max(...counts.values())
  const none: [number, number][] = [
    [NONE, 1],
    [NONE_COUNTRIES[Math.min(4, Math.max(1, all.size)) - 1], 1],
  ]
  if (kind === 'group') none.push([NONE_GROUP, 1])
  if (kind === 'organization') none.push([NONE_ORGANIZATION, 1])
  if (first.number === 'p' && first.definite === '') none.push([NONE_PLURAL, 1])
  if (OF_A_STATE.has(sector)) none.push([NONE_STATE, 1])
  const found = [{ country: '', features: none }]
  for (const country of all) {
    const features: [number, number][] = []
    const add = (feature: number, holds: boolean) => holds && features.push([feature, 1])
    const named = counts.get(country) ?? 0
    const own = near.get(country)
    add(POSSESSOR, country === possessor)
    add(ONLY, all.size === 1)
    add(MOST, named === most)
    features.push([SHARE, evidence.length > 0 ? named / evidence.length : 0])
    add(FIRST, evidence[0]?.country === country)
    add(SENTENCE, own !== undefined && own.here > 0)
    add(SENTENCE_ALONE, own !== undefined && own.here > 0 && own.here === inSentence)
    add(SAME_CLAUSE, own?.clause === true)
    add(PARAGRAPH, own?.paragraph === true)
    add(BEFORE, before === country)
    features.push([SENTENCES, (own?.sentences ?? 0) / sentences.size])
    add(TITLE, title.has(country))
    add(OUTLET, outlet.has(country))
    found.push({ country, features })
  }
  return found
}

/** Sectors whose holders belong to some state. */
const OF_A_STATE = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY', 'OPP', 'PTY'])

/** What decides about countries from context. */
export interface LandTables {
  weights: Float64Array
  /** words of those who are of several countries, or of another than the report's */
  ofMany: ReadonlySet<string>
}

export function openLands(resources: Resources): LandTables {
  const weights = new Float64Array(countryFeatures.length)
  for (const [name, value] of parseTable(resources.text('codebook/entity/country-weights.tsv'))) {
    const at = countryFeatures.indexOf(name)
    if (at >= 0) weights[at] = Number(value)
  }
  const ofMany = new Set(parseTable(resources.text('codebook/entity/of-many-lands.txt')).map(([word]) => word))
  return { weights, ofMany }
}

/** The country that most speaks for, or undefined where more speaks for none. */
export function contextCountry(
  context: Context,
  lands: Lands,
  entity: Landless,
  { weights }: LandTables,
): string | undefined {
  let [best, most] = ['', Number.NEGATIVE_INFINITY]
  for (const { country, features } of countryCandidates(context, lands, entity)) {
    const score = features.reduce((sum, [feature, value]) => sum + weights[feature] * value, 0)
    if (score > most) [best, most] = [country, score]
  }
  return best || undefined
}
