/**
 * Trains the sentence splitter on the treebanks' train parts: logistic regression over hashed features, AdaGrad, the
 * splitter's own earlier decisions as history. Deterministic: same data, same bytes.
 *
 *   npx tsx training/sentences.ts CORPORA          writes models/sentences.bin
 *   npx tsx training/sentences.ts CORPORA FOLDS    prints scores by genre, by cross-validation
 */
import fs from 'node:fs'
import path from 'node:path'
import { readConllu } from '../src/language/conllu.ts'
import { findParagraphs } from '../src/language/paragraphs.ts'
import { type Score, scorer, walkParagraph } from '../src/language/sentences.ts'
import { PLACE_FEATURES, type SplitPlace, sentenceFeatures, TABLE_BITS } from '../src/language/sentences-features.ts'
import { writeSentenceModel } from '../src/language/sentences-model.ts'
import { describeWords, type WordShapes } from '../src/language/sentences-shape.ts'
import { openSplitLists } from '../src/language/split-lists.ts'
import type { Language } from '../src/language/types.ts'
import { emptyWords, openWords, type SplitWords } from '../src/language/words.ts'

interface Text extends Words {
  genre: string
  /** parts of it once more, with abbreviations before some stops */
  extra?: Words
}

interface Words {
  words: WordShapes
  /** first word of each paragraph, and the number of words at the end */
  first: number[]
  /** whether a sentence ends after the word */
  ends: Uint8Array
}

const EPOCHS = 3
const RATE = 0.1
const DECAY = 2e-6
/** features seen less often are left out */
const MINCOUNT = 3
/** one sentence in so many gets an abbreviation before its stop, in a copy of its paragraph */
const EVERY = 20
/** steps of the weights in the file, to one unit of log odds */
const SCALE = 24
/** what the sum of weights must pass, in steps */
const THRESHOLD = -4

function main(corpora: string, folds: number): void {
  const texts = readTexts(corpora)
  if (folds > 1) crossValidate(texts, folds)
  else writeModel(texts)
}

function writeModel(texts: Text[]): void {
  const weights = quantized(train(texts))
  fs.writeFileSync('models/sentences.bin', writeSentenceModel({ weights, threshold: THRESHOLD }))
  const used = weights.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0)
  const clipped = weights.reduce((sum, weight) => sum + (Math.abs(weight) === 127 ? 1 : 0), 0)
  console.log(`${texts.length} texts, ${used} weights, ${clipped} of them at the limit`)
}

const quantized = (weights: Float64Array): Int8Array =>
  Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * SCALE))))

function readTexts(corpora: string): Text[] {
  const splitWords = openWords(openSplitLists({ bytes, text: (file) => fs.readFileSync(file, 'utf8') }))
  return ['ewt', 'gum'].flatMap((treebank) => {
    const file = fs.readFileSync(path.join(corpora, 'ud', `${treebank}-train.conllu`), 'utf8')
    return readConllu(file).map(({ id, language }) => {
      const genre = `${treebank} ${treebank === 'ewt' ? id.split('-')[0] : id.split('_')[1]}`
      const ends = new Set(language.sentences.map(({ to }) => language.end[to - 1]))
      const text = prepare(language.text, ends, splitWords)
      const varied = abbreviate(language)
      return { genre, ...text, extra: varied.ends.size > 0 ? prepare(varied.text, varied.ends, splitWords) : undefined }
    })
  })
}

const ABBREVIATED = ['U.S.', 'p.m.', 'U.N.', 'Corp.', 'D.C.', 'Inc.', 'a.m.', 'U.K.', 'Co.', 'etc.', 'Ltd.', 'Jr.']

/**
 * Paragraphs of two sentences and more, with abbreviations put before some of their stops: in running text a stop that
 * serves an abbreviation and its sentence at once is rare, and would otherwise never be learned.
 */
function abbreviate({ text, start, end, form, upos, sentences }: Language): { text: string; ends: Set<number> } {
  let varied = ''
  const ends = new Set<number>()
  sentences.forEach(({ from, to, paragraph }, s) => {
    const next = sentences[s + 1]
    const follows = next?.paragraph === paragraph
    if (!follows && sentences[s - 1]?.paragraph !== paragraph) return
    const clear = follows && upos[next.from] !== 'PROPN' && /^[A-Z]/.test(form[next.from])
    const changes = clear && s % EVERY === 0 && form[to - 1] === '.' && to - from > 4 && upos[to - 2] !== 'PROPN'
    varied += text.slice(start[from], changes ? start[to - 2] : end[to - 1])
    if (changes) varied += ABBREVIATED[ends.size % ABBREVIATED.length]
    ends.add(varied.length)
    varied += follows ? ' ' : '\n\n'
  })
  return { text: varied, ends }
}

/** Trains on all texts but every n-th, splits those, and prints sentences F1 by genre. */
function crossValidate(texts: Text[], folds: number): void {
  const counts = new Map<string, [hit: number, gold: number, found: number]>()
  for (let fold = 0; fold < folds; fold++) {
    const weights = quantized(train(texts.filter((_, t) => t % folds !== fold)))
    texts.forEach((text, t) => {
      if (t % folds === fold) countSentences(text, weights, counts)
    })
  }
  for (const [genre, [hit, gold, found]] of [...counts].sort()) {
    console.log(
      `${genre.padEnd(20)} F1 ${((200 * hit) / (gold + found)).toFixed(2)}  P ${((100 * hit) / found).toFixed(2)}  R ${((100 * hit) / gold).toFixed(2)}  of ${gold}`,
    )
  }
}

function countSentences(text: Text, weights: Int8Array, counts: Map<string, [number, number, number]>): void {
  const { words, first, ends, genre } = text
  const gold = new Set<string>()
  for (let w = 0, from = 0; w < ends.length; w++) {
    if (!ends[w]) continue
    gold.add(`${from}:${w + 1}`)
    from = w + 1
  }
  let found = 0
  let hit = 0
  const emit = (from: number, to: number) => {
    found++
    if (gold.has(`${from}:${to}`)) hit++
  }
  const score = scorer(weights, THRESHOLD)
  for (let p = 0; p + 1 < first.length; p++) walkParagraph(words, { from: first[p], to: first[p + 1] }, score, emit)
  for (const key of [genre, genre.split(' ')[0]]) {
    const [h, g, f] = counts.get(key) ?? [0, 0, 0]
    counts.set(key, [h + hit, g + gold.size, f + found])
  }
}

const bytes = (file: string): Uint8Array => fs.readFileSync(file)

function prepare(text: string, gold: ReadonlySet<number>, splitWords: SplitWords): Words {
  const found = emptyWords(text.length)
  const first: number[] = []
  for (const { start, end } of findParagraphs(text)) {
    first.push(found.size)
    splitWords(text, start, end, found)
  }
  const end = found.end.slice(0, found.size)
  const words = describeWords(text, found.start.slice(0, found.size), end)
  return { words, first: [...first, found.size], ends: Uint8Array.from(end, (e) => (gold.has(e) ? 1 : 0)) }
}

function train(documents: Text[]): Float64Array {
  const weights = new Float64Array(1 << TABLE_BITS)
  const squares = new Float64Array(1 << TABLE_BITS)
  const features = new Int32Array(PLACE_FEATURES)
  const random = generator(7)
  const texts: Words[] = documents.flatMap((text) => (text.extra ? [text, text.extra] : [text]))
  const keep = countFeatures(texts)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let loss = 0
    let wrong = 0
    let asked = 0
    for (const { words, first, ends } of shuffled(texts, random)) {
      const learn = (_: WordShapes, place: SplitPlace, w: number): number => {
        const n = sentenceFeatures(words, place, w, features)
        let sum = 0
        for (let f = 0; f < n; f++) sum += weights[features[f]]
        const p = 1 / (1 + Math.exp(-sum))
        const error = p - ends[w]
        loss -= Math.log(Math.max(1e-12, ends[w] ? p : 1 - p))
        asked++
        if (p > 0.5 !== (ends[w] === 1)) wrong++
        for (let f = 0; f < n; f++) {
          const at = features[f]
          if (keep[at] < MINCOUNT) continue
          const gradient = error + DECAY * weights[at]
          squares[at] += gradient * gradient
          weights[at] -= (RATE * gradient) / (1e-3 + Math.sqrt(squares[at]))
        }
        return epoch === 0 ? ends[w] * 2 - 1 : sum
      }
      walkAll(words, first, learn)
    }
    if (process.env.VERBOSE)
      console.log(`epoch ${epoch + 1}: loss ${(loss / asked).toFixed(5)}, wrong ${wrong} of ${asked}`)
  }
  return weights
}

/** how often each feature is seen, along the treebanks' own sentences */
function countFeatures(texts: Words[]): Uint16Array {
  const counts = new Uint16Array(1 << TABLE_BITS)
  const features = new Int32Array(PLACE_FEATURES)
  for (const { words, first, ends } of texts) {
    const count = (_: WordShapes, place: SplitPlace, w: number): number => {
      const n = sentenceFeatures(words, place, w, features)
      for (let f = 0; f < n; f++) if (counts[features[f]] < 65535) counts[features[f]]++
      return ends[w] * 2 - 1
    }
    walkAll(words, first, count)
  }
  return counts
}

function walkAll(words: WordShapes, first: number[], score: Score): void {
  for (let p = 0; p + 1 < first.length; p++) walkParagraph(words, { from: first[p], to: first[p + 1] }, score, () => {})
}

/** A generator of numbers in [0, 1) from a seed: the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}

const corpora = process.argv[2] ?? process.env.ONRECORD_CORPORA
if (!corpora) throw new RangeError('say where the corpora are: npx tsx training/sentences.ts CORPORA')
main(corpora, Number(process.argv[3] ?? 1))
