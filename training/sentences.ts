/**
 * Trains the sentence splitter on the treebanks' train parts: logistic regression over hashed features, AdaGrad, the
 * splitter's own earlier decisions as history. Deterministic: same data, same bytes.
 *
 *   npx tsx training/sentences.ts CORPORA     writes models/sentences.bin
 */
import fs from 'node:fs'
import path from 'node:path'
import { readConllu } from '../src/language/conllu.ts'
import { findParagraphs } from '../src/language/paragraphs.ts'
import { walkParagraph } from '../src/language/sentences.ts'
import { FEATURES, sentenceFeatures, TABLE_BITS } from '../src/language/sentences-features.ts'
import { writeSentenceModel } from '../src/language/sentences-model.ts'
import { describeWords, type WordShapes } from '../src/language/sentences-shape.ts'
import { emptyWords, openWords, type SplitWords } from '../src/language/words.ts'
import { openWordLists } from '../src/language/words-lists.ts'

interface Text {
  words: WordShapes
  /** first word of each paragraph, and the number of words at the end */
  first: number[]
  /** whether a sentence ends after the word */
  ends: Uint8Array
}

const EPOCHS = Number(process.env.EPOCHS ?? 3)
const RATE = Number(process.env.RATE ?? 0.1)
const DECAY = Number(process.env.DECAY ?? 2e-6)
/** steps of the weights in the file, to one unit of log odds */
const SCALE = Number(process.env.SCALE ?? 24)

function main(corpora: string): void {
  const splitWords = openWords(openWordLists({ bytes, text: (file) => fs.readFileSync(file, 'utf8') }))
  const texts = ['ewt', 'gum'].flatMap((treebank) => {
    const file = fs.readFileSync(path.join(corpora, 'ud', `${treebank}-train.conllu`), 'utf8')
    return readConllu(file).map(({ language: { text, end, sentences } }) =>
      prepare(text, new Set(sentences.map(({ to }) => end[to - 1])), splitWords),
    )
  })
  const weights = train(texts)
  const small = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * SCALE))))
  fs.writeFileSync('models/sentences.bin', writeSentenceModel({ weights: small, threshold: 0 }))
  const used = small.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0)
  const clipped = small.reduce((sum, weight) => sum + (Math.abs(weight) === 127 ? 1 : 0), 0)
  console.log(`${texts.length} texts, ${used} weights, ${clipped} of them at the limit`)
}

const bytes = (file: string): Uint8Array => fs.readFileSync(file)

function prepare(text: string, gold: ReadonlySet<number>, splitWords: SplitWords): Text {
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

function train(texts: Text[]): Float64Array {
  const weights = new Float64Array(1 << TABLE_BITS)
  const squares = new Float64Array(1 << TABLE_BITS)
  const features = new Int32Array(FEATURES)
  const random = generator(7)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let loss = 0
    let wrong = 0
    let asked = 0
    for (const { words, first, ends } of shuffled(texts, random)) {
      const learn = (_: WordShapes, place: Parameters<typeof sentenceFeatures>[1], w: number): number => {
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
          const gradient = error + DECAY * weights[at]
          squares[at] += gradient * gradient
          weights[at] -= (RATE * gradient) / (1e-3 + Math.sqrt(squares[at]))
        }
        return epoch === 0 ? ends[w] * 2 - 1 : sum
      }
      for (let p = 0; p + 1 < first.length; p++) {
        walkParagraph(words, { from: first[p], to: first[p + 1] }, learn, () => {})
      }
    }
    console.log(`epoch ${epoch + 1}: loss ${(loss / asked).toFixed(5)}, wrong ${wrong} of ${asked}`)
  }
  return weights
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
main(corpora)
