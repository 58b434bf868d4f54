/**
 * Learns the rules and exceptions of the lemmatizer from the treebanks' train parts, and from raw text which bases of
 * verbs and nouns there are.
 *
 *   npx tsx training/lemmas.ts CORPORA     writes models/lemmas.tsv
 */
import fs from 'node:fs'
import path from 'node:path'
import { readConllu } from '../src/language/conllu.ts'
import { LONGEST_ENDING, tagOf } from '../src/language/lemma.ts'
import { parseTable } from '../src/resources.ts'
import { rawTexts } from './raw.ts'

/** a form with one tag, in lower case, its lemma, and how often it was seen (0: only inferred from raw text) */
interface Pair {
  form: string
  lemma: string
  count: number
}

/** tags whose endings have rules; all others have whole forms only */
const INFLECTED = ['JJR', 'JJS', 'NNPS', 'NNS', 'RBR', 'RBS', 'VBD', 'VBG', 'VBN', 'VBZ']

function main(corpora: string): void {
  const seen = readTreebanks(corpora)
  const words = countWords(corpora)
  const irregular = readIrregular()
  const bases = { verbs: basesOf(seen, ['VB', 'VBP']), nouns: basesOf(seen, ['NN']) }
  const lines: string[] = []
  for (const tag of [...seen.keys()].sort()) {
    const fixed = irregular.get(tag === 'NNPS' ? 'NNS' : tag) ?? new Set<string>()
    const pairs = majority(seen.get(tag) as Map<string, Map<string, number>>).filter(({ form }) => !fixed.has(form))
    const inflected = INFLECTED.includes(tag)
    if (inflected) {
      const known = new Set([...fixed, ...pairs.map(({ form }) => form)])
      pairs.push(...inferPairs(tag, words, known), ...inflect(tag, bases, known))
    }
    const rules = inflected ? learnRules(pairs) : new Map<string, string>()
    const wrong = pairs.filter(({ form, lemma }) => apply(form, rules) !== lemma && !isFigure(form))
    for (const [ending, replacement] of [...rules].sort()) lines.push([tag, ending, replacement].join('\t'))
    for (const { form, lemma } of wrong.sort((a, b) => (a.form < b.form ? -1 : 1)))
      lines.push(`${tag}\t^${form}\t${lemma}`)
  }
  const head = [
    '# Learned by training/lemmas.ts; see models/lemmas.md. Do not edit: mend codebook/irregular-*.tsv instead.',
  ]
  fs.writeFileSync(
    'models/lemmas.tsv',
    `${[...head, '# tag\tending (or ^ and a whole form)\treplacement', ...lines].join('\n')}\n`,
  )
  console.log(`${lines.length} rules and exceptions`)
}

const isFigure = (form: string): boolean => /^[\d.,]+$/.test(form)

/** forms that the codebook has, by tag */
function readIrregular(): Map<string, Set<string>> {
  const table = (name: string) => parseTable(fs.readFileSync(`codebook/irregular-${name}.tsv`, 'utf8'))
  const degrees = new Set(table('adjectives').map(([form]) => form))
  return new Map([
    ['NNS', new Set(table('nouns').map(([plural]) => plural))],
    ['VBD', new Set(table('verbs').flatMap(([, past]) => past.split(' ')))],
    ['VBG', new Set(table('verbs').flatMap(([, , , gerund]) => gerund?.split(' ') ?? []))],
    ['VBN', new Set(table('verbs').flatMap(([, , participle]) => participle.split(' ')))],
    ...['JJR', 'JJS', 'RBR', 'RBS'].map((tag) => [tag, degrees] as const),
  ])
}

/** lemmas seen twice or more with these tags, as they stand */
function basesOf(seen: Map<string, Map<string, Map<string, number>>>, tags: string[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of tags) {
    for (const [form, lemmas] of seen.get(tag) ?? [])
      counts.set(form, (counts.get(form) ?? 0) + (lemmas.get(form) ?? 0))
  }
  return [...counts].filter(([form, count]) => count >= 2 && /^[a-z]{3,}$/.test(form)).map(([form]) => form)
}

/** Regular forms of the bases that the treebanks have; adds them to `known`. */
function inflect(tag: string, bases: { verbs: string[]; nouns: string[] }, known: Set<string>): Pair[] {
  const pairs: Pair[] = []
  const of = tag.startsWith('VB') ? bases.verbs : tag === 'NNS' ? bases.nouns : []
  for (const base of of) {
    for (const form of formsOf(base, tag)) {
      if (known.has(form)) continue
      known.add(form)
      pairs.push({ form, lemma: base, count: 0 })
    }
  }
  return pairs
}

function formsOf(base: string, tag: string): string[] {
  const y = /[^aeiou]y$/.test(base)
  if (tag === 'NNS' || tag === 'VBZ') {
    if (y) return [`${base.slice(0, -1)}ies`]
    return [/(s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`]
  }
  const ending = tag === 'VBG' ? 'ing' : 'ed'
  if (y && tag !== 'VBG') return [`${base.slice(0, -1)}ied`]
  if (/[^eoy]e$/.test(base)) return [base.slice(0, -1) + ending]
  const closed = /[^aeiou][aeiou][bdgklmnprtvz]$/.test(base)
  const doubled = base + base.at(-1) + ending
  if (!closed) return [base + ending]
  return (base.match(/[aeiouy]+/g) ?? []).length === 1 ? [doubled] : [base + ending, doubled]
}

/** per tag, per form in lower case, how often each lemma stands */
function readTreebanks(corpora: string): Map<string, Map<string, Map<string, number>>> {
  const seen = new Map<string, Map<string, Map<string, number>>>()
  for (const treebank of ['ewt', 'gum']) {
    const file = fs.readFileSync(path.join(corpora, 'ud', `${treebank}-train.conllu`), 'utf8')
    for (const { language, misc } of readConllu(file)) {
      for (let w = 0; w < language.size; w++) {
        const tag = tagOf(language.upos[w], language.xpos[w])
        const form = language.lower[w].replaceAll('\u2019', "'").replaceAll('`', "'")
        if (tag === 'NNP' || tag === 'GW' || (misc[w].includes('CorrectForm') && form.length > 3) || /\s/.test(form))
          continue
        if (language.lemma[w] === '_' || language.upos[w] === 'X') continue
        const lemma = tag === 'NNPS' ? language.lemma[w].toLowerCase() : language.lemma[w]
        const lemmas = getOr(getOr(seen, tag), form) as unknown as Map<string, number>
        lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
      }
    }
  }
  return seen
}

function getOr<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
  let inner = map.get(key)
  if (!inner) map.set(key, (inner = new Map()))
  return inner
}

function majority(forms: Map<string, Map<string, number>>): Pair[] {
  const pairs: Pair[] = []
  for (const [form, lemmas] of forms) {
    const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
    const lower = lemmas.get(form) ?? 0
    pairs.push({ form, lemma: lower === count ? form : lemma, count })
  }
  return pairs
}

/** how often each word of letters in lower case stands in raw text */
function countWords(corpora: string): Map<string, number> {
  const words = new Map<string, number>()
  for (const text of rawTexts(corpora)) {
    for (const word of text.match(/[a-z]{2,}/g) ?? []) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return words
}

const ENDINGS: Record<string, [string, string[]][]> = {
  VBG: [['ing', ['', 'e', '-']]],
  VBD: [
    ['ied', ['y']],
    ['ed', ['', 'e', '-']],
  ],
  VBN: [
    ['ied', ['y']],
    ['ed', ['', 'e', '-']],
  ],
  VBZ: [
    ['ies', ['y']],
    ['es', ['', 'e']],
    ['s', ['']],
  ],
  NNS: [
    ['ies', ['y', 'ie']],
    ['ves', ['ve', 'f', 'fe']],
    ['es', ['', 'e']],
    ['s', ['']],
  ],
}

/**
 * Pairs that raw text speaks for: 'hoped' stands there, and so does 'hope', far more often than 'hop'. '-' is a doubled
 * consonant made single.
 */
function inferPairs(tag: string, words: Map<string, number>, known: Set<string>): Pair[] {
  const pairs: Pair[] = []
  for (const [form, count] of words) {
    if (count < 2 || known.has(form) || form.length < 5) continue
    const ending = ENDINGS[tag]?.find(([end]) => form.endsWith(end))
    if (!ending) continue
    const stem = form.slice(0, -ending[0].length)
    const bases = ending[1].map((add) =>
      add === '-' ? (stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : '') : stem + add,
    )
    const ranked = bases.map((base) => [base, words.get(base) ?? 0] as const).sort((a, b) => b[1] - a[1])
    if (ranked[0][1] < 3 || ranked[0][1] < 4 * (ranked[1]?.[1] ?? 0)) continue
    known.add(form)
    pairs.push({ form, lemma: ranked[0][0], count: 0 })
  }
  return pairs
}

/** how an ending must change, as 'strip|add', or undefined where the form's beginning changes too */
function editOf({ form, lemma }: Pair): string | undefined {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  return same === 0 || form.length - same > 4 ? undefined : `${form.length - same}|${lemma.slice(same)}`
}

/** Ripple-down rules: an ending gets a rule where most forms with it go another way than the shorter ending says. */
function learnRules(pairs: Pair[]): Map<string, string> {
  const rules = new Map<string, string>()
  const grow = (members: Pair[], length: number, current: string): void => {
    const groups = new Map<string, Pair[]>()
    for (const pair of members) {
      if (pair.form.length <= length) continue
      const ending = pair.form.slice(-length)
      groups.set(ending, [...(groups.get(ending) ?? []), pair])
    }
    for (const [ending, group] of groups) {
      const best = bestEdit(group, length, current)
      if (best !== current) rules.set(ending, ending.slice(0, length - Number(best.split('|')[0])) + best.split('|')[1])
      if (length < LONGEST_ENDING && group.length > 1) grow(group, length + 1, best)
    }
  }
  grow(pairs, 1, '0|')
  return rules
}

/** The commonest change in a group that this ending can spell; `current` unless another is better by two forms. */
function bestEdit(group: Pair[], length: number, current: string): string {
  const votes = new Map<string, number>()
  for (const pair of group) {
    const edit = editOf(pair)
    if (edit !== undefined && Number(edit.split('|')[0]) <= length) votes.set(edit, (votes.get(edit) ?? 0) + 1)
  }
  const [edit, count] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [current, 0]
  return count >= (votes.get(current) ?? 0) + 2 ? edit : current
}

function apply(form: string, rules: Map<string, string>): string {
  for (let length = Math.min(LONGEST_ENDING, form.length - 1); length > 0; length--) {
    const replacement = rules.get(form.slice(-length))
    if (replacement !== undefined) return form.slice(0, -length) + replacement
  }
  return form
}

const corpora = process.argv[2] ?? process.env.ONRECORD_CORPORA
if (!corpora) throw new RangeError('say where the corpora are: npx tsx training/lemmas.ts CORPORA')
main(corpora)
