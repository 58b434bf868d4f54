import { parseTable, type Resources } from '../resources.ts'
import { LISTS_FILE, openLists } from './lists.ts'
import type { Upos } from './types.ts'

/** Brings a word to its base form; `lower` is the form in lower case, `xpos` its Penn Treebank tag. */
export type Lemmatize = (form: string, lower: string, upos: Upos, xpos: string) => string

/** The package's files that the lemmatizer needs. */
export const LEMMA_FILES = [
  'codebook/irregular-adjectives.tsv',
  'codebook/irregular-nouns.tsv',
  'codebook/irregular-verbs.tsv',
  LISTS_FILE,
  'models/lemmas.tsv',
]

/**
 * Opens the lemmatizer: irregular forms from the codebook first, then rules and exceptions learned from the treebanks
 * (models/lemmas.tsv), the longest ending that has a rule winning. Answers are kept per form and tag.
 *
 * @example openLemmas(resources)('talks', 'talks', 'NOUN', 'NNS') // 'talk'
 */
export function openLemmas(resources: Resources): Lemmatize {
  const rules = readRules(resources.text('models/lemmas.tsv'))
  const irregular = readIrregular(resources)
  const prefixes = openLists(resources)['verb-prefixes']
  const known = new Map<string, Map<string, string>>()
  return (form, lower, upos, xpos) => {
    const tag = tagOf(upos, xpos)
    if (tag === 'NNP') return form
    let answers = known.get(tag)
    if (!answers || answers.size > 20000) known.set(tag, (answers = new Map()))
    const answer = answers.get(form)
    if (answer !== undefined) return answer
    const lemma = findLemma(form, lower, tag, { rules, irregular, prefixes })
    answers.set(form, lemma)
    return lemma
  }
}

/** The tag whose rules apply: a name's form stands as it is, whatever the tagger made of its shape. */
export function tagOf(upos: Upos, xpos: string): string {
  return upos === 'PROPN' && xpos !== 'NNPS' ? 'NNP' : xpos
}

interface Knowledge {
  rules: LemmaRules
  irregular: ReadonlyMap<string, ReadonlyMap<string, string>>
  prefixes: ReadonlySet<string>
}

function findLemma(form: string, lower: string, tag: string, { rules, irregular, prefixes }: Knowledge): string {
  const plain = lower.replaceAll('\u2019', "'").replaceAll('`', "'")
  if (tag === 'CD' && isDigit(plain)) return plain.replaceAll(',', '')
  if (tag === 'NNPS') return recased(form, irregular.get('NNS')?.get(plain) ?? applyRules(plain, tag, rules))
  return (
    irregular.get(tag)?.get(plain) ?? withPrefix(plain, irregular.get(tag), prefixes) ?? applyRules(plain, tag, rules)
  )
}

const isDigit = (text: string): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57

/** The capitals of the form, on the lemma that was found in lower case. */
function recased(form: string, lemma: string): string {
  let same = 0
  const lower = form.toLowerCase()
  if (lower.length !== form.length) return lemma
  while (same < lemma.length && lemma[same] === lower[same]) same++
  return form.slice(0, same) + lemma.slice(same)
}

/** An irregular verb behind a prefix: 'overtook', 'rebuilt'. */
function withPrefix(
  lower: string,
  irregular: ReadonlyMap<string, string> | undefined,
  prefixes: ReadonlySet<string>,
): string | undefined {
  if (!irregular || lower.length < 6) return undefined
  for (const prefix of prefixes) {
    if (!lower.startsWith(prefix) || lower.length - prefix.length < 4) continue
    const base = irregular.get(lower.slice(prefix.length))
    if (base) return prefix + base
  }
  return undefined
}

function readIrregular(resources: Resources): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const verbs = parseTable(resources.text('codebook/irregular-verbs.tsv'))
  const compared = parseTable(resources.text('codebook/irregular-adjectives.tsv'))
  const column = (c: number) =>
    firstWins(verbs.flatMap((row) => (row[c]?.split(' ') ?? []).map((form) => [form, row[0]])))
  const degrees = (c: number) => firstWins(compared.map((row) => [row[0], row[c]]))
  return new Map([
    ['NNS', firstWins(parseTable(resources.text('codebook/irregular-nouns.tsv')).map(([many, one]) => [many, one]))],
    ['VBD', column(1)],
    ['VBN', column(2)],
    ['VBG', column(3)],
    ['JJR', degrees(1)],
    ['JJS', degrees(1)],
    ['RBR', degrees(2)],
    ['RBS', degrees(2)],
  ])
}

function firstWins(pairs: readonly string[][]): ReadonlyMap<string, string> {
  return new Map([...pairs].reverse().map(([from, to]) => [from, to]))
}

/** Learned rules: per tag, '^form' to its lemma, and an ending to what takes its place. */
export type LemmaRules = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The longest ending that a rule looks at. */
export const LONGEST_ENDING = 7

/** Rows of tag, ending (or '^' and a whole form), replacement. */
function readRules(text: string): LemmaRules {
  const rules = new Map<string, Map<string, string>>()
  for (const [tag, ending, replacement = ''] of parseTable(text)) {
    let of = rules.get(tag)
    if (!of) rules.set(tag, (of = new Map()))
    of.set(ending, replacement)
  }
  return rules
}

/** What the learned rules make of a form in lower case; the form itself where no rule fits. */
export function applyRules(lower: string, tag: string, rules: LemmaRules): string {
  const of = rules.get(tag)
  if (!of) return lower
  const whole = of.get(`^${lower}`)
  if (whole !== undefined) return whole
  for (let length = Math.min(LONGEST_ENDING, lower.length - 1); length > 0; length--) {
    const replacement = of.get(lower.slice(-length))
    if (replacement !== undefined) return lower.slice(0, -length) + replacement
  }
  return lower
}
