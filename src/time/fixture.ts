// biome-ignore lint/correctness/noNodejsModules: only tests import this file
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Dateline } from '../language/dateline.ts'
import { buildTree } from '../language/tree.ts'
import type { Language, Upos } from '../language/types.ts'
import type { Resources } from '../resources.ts'
import { openTime } from './index.ts'
import type { TimeReading } from './types.ts'

/**
 * For tests: small documents by hand. Words are parted by spaces and punctuation, sentences by ' | '. A tag may stand
 * after a word ('met/VBD'); else function words have theirs, capitals are names and the rest nouns. The first verb is
 * the root, everything else hangs on it.
 */
export function languageOf(marked: string): Language {
  const form: string[] = []
  const xpos: string[] = []
  const start: number[] = []
  const end: number[] = []
  const sentences: { from: number; to: number; paragraph: number }[] = []
  let text = ''
  for (const sentence of marked.split(' | ')) {
    const from = form.length
    for (const chunk of sentence.split(' ')) {
      if (text !== '') text += ' '
      const [word, tag] = tagged(chunk)
      for (const piece of wordsOf(word)) {
        start.push(text.length)
        text += piece
        end.push(text.length)
        form.push(piece)
        xpos.push(tag !== undefined && /\w/.test(piece) ? tag : tagOf(piece))
      }
    }
    sentences.push({ from, to: form.length, paragraph: 0 })
  }
  return assemble({ text, form, xpos, start, end, sentences })
}

const TAGGED = /^(.+?)\/([A-Z]{2,4}\$?)([.,;:]*)$/

function tagged(chunk: string): [string, string | undefined] {
  const match = TAGGED.exec(chunk)
  return match ? [match[1] + match[3], match[2]] : [chunk, undefined]
}

const ABBREVIATION = /^(Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mon|Mr|Mrs|No|St)\.$/

function wordsOf(chunk: string): string[] {
  const before = /^["“‘($£€#]*/.exec(chunk)![0]
  let rest = chunk.slice(before.length)
  const after: string[] = []
  while (/[.,;:)?!"”%]$/.test(rest) && !ABBREVIATION.test(rest) && !/^\w(\.\w)+\.$/.test(rest)) {
    after.unshift(rest[rest.length - 1])
    rest = rest.slice(0, -1)
  }
  const own = /^(.+)(['’]s|['’])$/.exec(rest)
  const body = own && rest !== "o'clock" ? [own[1], own[2]] : [rest]
  return [...before, ...body.filter((part) => part !== ''), ...after]
}

const TAGS: Record<string, string> = {}
const lists = {
  IN: 'in on at by of for from with since until till about after before into over during between through than as if that throughout around within',
  DT: 'the a an this these those every each another',
  MD: 'will would can could may might shall should must',
  VBD: 'was were had did said',
  VBZ: 'is has says does',
  VBP: 'are have',
  VB: 'be',
  VBN: 'been',
  TO: 'to',
  CC: 'and or but',
  RB: 'not only just earlier later ago then also early late nearly almost so once twice',
  JJ: 'last next past coming previous following same recent current former new first second third fourth mid',
  PRP: 'he she it they we his her their its',
}
for (const [tag, words] of Object.entries(lists)) for (const word of words.split(' ')) TAGS[word] = tag

function tagOf(piece: string): string {
  if (/^[^\w]+$/.test(piece)) return piece === '$' ? '$' : '.'
  const known = piece === 'May' ? undefined : TAGS[piece.toLowerCase()]
  if (known) return known
  if (/^['’]/.test(piece)) return 'POS'
  if (/^\d/.test(piece)) return 'CD'
  if (/^[A-Z]/.test(piece)) return 'NNP'
  return piece.endsWith('s') ? 'NNS' : 'NN'
}

const UPOS: Record<string, Upos> = {
  IN: 'ADP',
  DT: 'DET',
  MD: 'AUX',
  TO: 'PART',
  CC: 'CCONJ',
  RB: 'ADV',
  JJ: 'ADJ',
  PRP: 'PRON',
  POS: 'PART',
  CD: 'NUM',
  NNP: 'PROPN',
  NN: 'NOUN',
  NNS: 'NOUN',
  $: 'SYM',
  '.': 'PUNCT',
}
const AUXILIARY = new Set(['was', 'were', 'had', 'is', 'has', 'are', 'have', 'be', 'been', 'did', 'does'])

interface Parts {
  text: string
  form: string[]
  xpos: string[]
  start: number[]
  end: number[]
  sentences: { from: number; to: number; paragraph: number }[]
}

function assemble({ text, form, xpos, start, end, sentences }: Parts): Language {
  const size = form.length
  const lower = form.map((f) => f.toLowerCase())
  const head = new Int32Array(size)
  const relation: string[] = new Array(size).fill('dep')
  const sentence = new Int32Array(size)
  const upos = xpos.map((tag): Upos => (tag.startsWith('VB') ? 'VERB' : (UPOS[tag] ?? 'X')))
  sentences.forEach(({ from, to }, s) => {
    sentence.fill(s, from, to)
    const root = rootOf({ from, to, xpos, lower })
    for (let w = from; w < to; w++) {
      head[w] = w === root ? -1 : root
      if (w === root) relation[w] = 'root'
      else if (xpos[w] === 'TO' && w < root) relation[w] = 'mark'
      else if ((xpos[w] === 'MD' || AUXILIARY.has(lower[w])) && w < root) {
        relation[w] = 'aux'
        upos[w] = 'AUX'
      }
    }
  })
  return {
    text,
    size,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    form,
    lower,
    lemma: lower,
    upos,
    xpos,
    head,
    relation,
    sentence,
    space: Uint8Array.from(end, (e) => (text[e] === ' ' ? 1 : 0)),
    sentences,
    paragraphs: [{ start: 0, end: text.length }],
    names: [],
    quotations: [],
    quotation: new Int32Array(size).fill(-1),
    tag: 'en',
  }
}

function rootOf({ from, to, xpos, lower }: { from: number; to: number; xpos: string[]; lower: string[] }): number {
  let auxiliary = -1
  for (let w = from; w < to; w++) {
    if (!xpos[w].startsWith('VB')) continue
    if (!AUXILIARY.has(lower[w])) return w
    auxiliary = w
  }
  return auxiliary < 0 ? from : auxiliary
}

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
/** For tests: the package's files, from disk. */
export const resources: Resources = { text, bytes: (path) => new TextEncoder().encode(text(path)) }

const time = openTime(resources)

/** For tests: reads a small document of `languageOf`. */
export function readTimes(marked: string, published?: string, dateline?: Dateline): TimeReading {
  const language = { ...languageOf(marked), ...(dateline ? { dateline } : {}) }
  return time({ language, tree: buildTree(language), published })
}

/** A sentence with brackets around its times, and the value of each (its mod after '/'), parted by a space. */
export type MarkedSentence = readonly [sentence: string, values: string]

/** For tests: one test a row; every time that is found must stand in brackets, and the other way round. */
export function checkTimes(published: string | undefined, rows: readonly MarkedSentence[]): void {
  test.each(rows.map(([sentence, values]) => ({ sentence, values })))(`$sentence`, ({ sentence, values }) => {
    const { times, ages = [] } = readTimes(sentence.replace(/[[\]]/g, ''), published)
    const language = languageOf(sentence.replace(/[[\]]/g, ''))
    const all = [...times, ...ages].sort((a, b) => a.start - b.start)
    expect({
      words: all.map(({ start, end }) => language.text.slice(start, end)),
      values: all.map(({ value, mod }) => (mod ? `${value}/${mod}` : value)).join(' '),
    }).toEqual({ words: bracketed(sentence), values })
  })
}

const bracketed = (sentence: string): string[] =>
  [...sentence.matchAll(/\[([^\]]*)\]/g)].map(([, inside]) => languageOf(inside).text)
