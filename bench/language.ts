/**
 * Scores of the language stage by genre, from raw text: sentences, words, tags, lemmas and trees on the treebanks' dev parts.
 *
 *   npx tsx bench/language.ts CORPORA
 *
 * Counted as the CoNLL 2018 shared task does: words are the same when they cover the same characters; F1 over words; the
 * relation's subtype is left out. CORPORA holds ud/{ewt,gum}-dev.conllu.
 */
import fs from 'node:fs'
import path from 'node:path'
import { readConllu } from '../src/language/conllu.ts'
import { openLanguage } from '../src/language/index.ts'
import type { Language } from '../src/language/types.ts'
import { loadResources } from '../src/resources.ts'

interface Tally {
  gold: number
  found: number
  words: number
  upos: number
  lemma: number
  uas: number
  las: number
  goldSentences: number
  foundSentences: number
  sentences: number
}

const keyOf = (l: Language, w: number): string => (w < 0 ? 'root' : `${l.start[w]}:${l.end[w]}`)
const sentenceKeys = (l: Language): string[] => l.sentences.map((s) => `${l.start[s.from]}:${l.end[s.to - 1]}`)
const base = (relation: string): string => relation.split(':')[0]

function count(gold: Language, found: Language, tally: Tally): void {
  const at = new Map(Array.from({ length: found.size }, (_, w) => [keyOf(found, w), w]))
  tally.gold += gold.size
  tally.found += found.size
  for (let g = 0; g < gold.size; g++) {
    const w = at.get(keyOf(gold, g))
    if (w === undefined) continue
    tally.words++
    if (gold.upos[g] === found.upos[w]) tally.upos++
    if (gold.lemma[g].toLowerCase() === found.lemma[w].toLowerCase()) tally.lemma++
    if (keyOf(gold, gold.head[g]) !== keyOf(found, found.head[w])) continue
    tally.uas++
    if (base(gold.relation[g]) === base(found.relation[w])) tally.las++
  }
  const wanted = new Set(sentenceKeys(gold))
  const got = sentenceKeys(found)
  tally.goldSentences += wanted.size
  tally.foundSentences += got.length
  tally.sentences += got.filter((key) => wanted.has(key)).length
}

/** 'GUM_news_x' is news; the Web Treebank's documents begin with their genre. */
const genreOf = (treebank: string, id: string): string =>
  `${treebank} ${treebank === 'GUM' ? id.split('_')[1] : id.split('-')[0]}`

async function main(corpora: string): Promise<void> {
  const read = openLanguage(await loadResources((file) => fs.promises.readFile(file)))
  const tallies = new Map<string, Tally>()
  const tallyOf = (name: string): Tally => {
    let tally = tallies.get(name)
    if (!tally) {
      tally = {
        gold: 0,
        found: 0,
        words: 0,
        upos: 0,
        lemma: 0,
        uas: 0,
        las: 0,
        goldSentences: 0,
        foundSentences: 0,
        sentences: 0,
      }
      tallies.set(name, tally)
    }
    return tally
  }
  for (const treebank of ['EWT', 'GUM']) {
    const file = path.join(corpora, `ud/${treebank.toLowerCase()}-dev.conllu`)
    for (const { id, language } of readConllu(fs.readFileSync(file, 'utf8'))) {
      const found = read(language.text)
      for (const name of [treebank, genreOf(treebank, id)]) count(language, found, tallyOf(name))
    }
  }
  console.log('| | words | sentences | words F1 | UPOS | lemmas | UAS | LAS |\n|---|---|---|---|---|---|---|---|')
  for (const [name, t] of [...tallies].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
    const f1 = (hit: number, gold = t.gold, found = t.found) => ((200 * hit) / (gold + found)).toFixed(1)
    const sentences = f1(t.sentences, t.goldSentences, t.foundSentences)
    console.log(
      `| ${name} | ${t.gold} | ${sentences} | ${[t.words, t.upos, t.lemma, t.uas, t.las].map((n) => f1(n)).join(' | ')} |`,
    )
  }
}

const [corpora = process.env.ONRECORD_CORPORA] = process.argv.slice(2)
if (!corpora) throw new TypeError('usage: npx tsx bench/language.ts CORPORA')
await main(corpora)
