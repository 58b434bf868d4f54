import fs from 'node:fs'
import path from 'node:path'
import { openEntity } from '../src/entity/index.ts'
import { buildTree } from '../src/language/tree.ts'
import type { Language } from '../src/language/types.ts'
import type { Resources } from '../src/resources.ts'
import { type GoldDocument, readGum, readMeantime } from './coreference-corpora.ts'
import { Tally } from './coreference-scores.ts'

/**
 * Measures coreference on GUM (gold trees, names from the annotation; news and interviews) and, where a language model is
 * there, on MEANTIME (raw text; the first six sentences). Only people, organizations and places that are mentioned twice
 * or more count; mentions are compared by their head word; 'I', 'we' and 'you', which the statement stage resolves, do not count.
 *
 *     npx tsx bench/coreference.ts CORPORA [gum-dev|gum-train|meantime] [--misses]
 */
const [corpora, part = 'gum-dev', flag] = process.argv.slice(2)
if (!corpora) throw new TypeError('usage: npx tsx bench/coreference.ts CORPORA [gum-dev|gum-train|meantime] [--misses]')

const resources: Resources = {
  bytes: (file) => fs.readFileSync(file),
  text: (file) => fs.readFileSync(file, 'utf8'),
}
const entity = openEntity(resources)
const times = { times: [], notes: [], details: [] }

const tally = new Tally()
const counts = { pronouns: 0, right: 0, names: 0, linked: 0 }
const isRelative = ({ xpos }: Language, w: number) => xpos[w].startsWith('W')
const SPEAKERS = new Set('i me my mine myself we us our ours ourselves you your yours yourself yourselves'.split(' '))
const THIRD = new Set('he him his she her hers it its they them their himself herself itself themselves'.split(' '))

await main()

async function main(): Promise<void> {
  const documents = part.startsWith('gum')
    ? readGum(path.join(corpora, 'ud', `${part}.conllu`), /_(?:news|interview)_/)
    : readMeantime(path.join(corpora, 'meantime'), await parser())
  for (const document of documents) measure(document)

  for (const name of ['muc', 'b3', 'ceafe'] as const) {
    const { precision, recall, f1 } = tally.score(name)
    console.log(`${name.padEnd(6)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`)
  }
  console.log(`CoNLL  ${tally.conll().toFixed(3)}`)
  const share = (a: number, b: number) => `${(a / (b || 1)).toFixed(3)}  (${a} of ${b})`
  console.log(`pronouns right  ${share(counts.right, counts.pronouns)}`)
  console.log(`names linked    ${share(counts.linked, counts.names)}`)
}

async function parser(): Promise<(text: string) => Language> {
  const { openLanguage } = await import('../src/language/index.ts')
  return openLanguage(resources)
}

function measure(document: GoldDocument): void {
  const { language, mentions, limit, id } = document
  const { entityAt } = entity({ language, tree: buildTree(language), times, published: undefined })
  const scope = mentions.filter((m) => m.kind !== 'other' && m.head < limit && !SPEAKERS.has(language.lower[m.head]))
  const goldOf = new Map(scope.map((m) => [m.head, m.entity]))
  const outside = new Set(mentions.filter((m) => m.kind === 'other').map((m) => m.head))
  const heads = Array.from({ length: limit }, (_, w) => w).filter(
    (w) =>
      entityAt[w] >= 0 &&
      !isRelative(language, w) &&
      !SPEAKERS.has(language.lower[w]) &&
      (goldOf.has(w) || !outside.has(w)) &&
      isFirstHead(document, w),
  )
  const gold = partition([...goldOf.keys()], (w) => goldOf.get(w) as string)
  const found = partition(heads, (w) => String(entityAt[w]))
  tally.add(gold, found)
  countPronouns(document, goldOf, entityAt)
  countNames(document, goldOf, entityAt)
  if (flag === '--misses') showMisses(id, document, goldOf, entityAt)
}

/** A title and its name are two heads of one mention: only the one that gold has, or the upper one, counts. */
function isFirstHead({ language, mentions }: GoldDocument, w: number): boolean {
  if (mentions.some((m) => m.head === w)) return true
  return !['flat', 'compound'].includes(language.relation[w])
}

function partition(words: readonly number[], key: (w: number) => string): number[][] {
  const groups = new Map<string, number[]>()
  for (const w of words) {
    const group = groups.get(key(w))
    if (group) group.push(w)
    else groups.set(key(w), [w])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** A pronoun is right where the nearest noun or name before it in its found cluster belongs to its gold entity. */
function countPronouns({ language }: GoldDocument, goldOf: Map<number, string>, entityAt: Int32Array): void {
  for (const [w, entity] of goldOf) {
    if (!THIRD.has(language.lower[w])) continue
    if (![...goldOf].some(([other, e]) => e === entity && other < w && language.upos[other] !== 'PRON')) continue
    counts.pronouns++
    if (goldOf.get(antecedent(language, entityAt, w)) === entity) counts.right++
  }
}

function antecedent({ upos }: Language, entityAt: Int32Array, w: number): number {
  if (entityAt[w] < 0) return -1
  for (let x = w - 1; x >= 0; x--) if (entityAt[x] === entityAt[w] && upos[x] !== 'PRON' && upos[x] !== 'DET') return x
  return -1
}

/** A name that gold links to an earlier name is right where it is found in the same entity. */
function countNames({ language }: GoldDocument, goldOf: Map<number, string>, entityAt: Int32Array): void {
  const first = new Map<string, number>()
  for (const [w, entity] of [...goldOf].sort((a, b) => a[0] - b[0])) {
    if (language.upos[w] !== 'PROPN') continue
    const before = first.get(entity)
    if (before === undefined) first.set(entity, w)
    else {
      counts.names++
      if (entityAt[w] >= 0 && entityAt[w] === entityAt[before]) counts.linked++
    }
  }
}

function showMisses(
  id: string,
  { language, limit }: GoldDocument,
  goldOf: Map<number, string>,
  entityAt: Int32Array,
): void {
  for (let w = 0; w < limit; w++) {
    const gold = goldOf.get(w)
    const before = [...goldOf].filter(([x, e]) => e === gold && x < w).map(([x]) => x)
    const wanted = before.at(-1)
    const got = lastBefore(entityAt, w)
    if (wanted === undefined ? gold === undefined || got < 0 : got >= 0 && goldOf.get(got) === gold) continue
    const context = language.form.slice(Math.max(0, w - 12), w + 6).join(' ')
    console.log(`${id}\t${language.form[w]}\twanted ${word(language, wanted)}\tgot ${word(language, got)}\t${context}`)
  }
}

function word({ form }: Language, w: number | undefined): string {
  return w === undefined || w < 0 ? '-' : form[w]
}

function lastBefore(entityAt: Int32Array, w: number): number {
  if (entityAt[w] < 0) return -1
  for (let x = w - 1; x >= 0; x--) if (entityAt[x] === entityAt[w]) return x
  return -1
}
