import fs from 'node:fs'
import path from 'node:path'
import { readConllu } from '../../src/language/conllu.ts'
import { digitsAsZero, HASHED, hashedFeatures, lookupForm } from '../../src/language/network/features.ts'
import { NAME_KINDS, UPOS } from '../../src/language/types.ts'
import type { Vectors } from '../vectors.ts'
import type { Sample } from './batch.ts'
import type { Labels } from './network.ts'

/** A sentence as words with what people marked on them, before it is turned into numbers. */
export interface Marked {
  forms: string[]
  upos?: string[]
  xpos?: string[]
  head?: number[]
  relation?: string[]
  /** BIO labels with our kinds: 'B-person' */
  names?: string[]
}

export function readTreebank(file: string): Marked[] {
  const out: Marked[] = []
  for (const { language: l } of readConllu(fs.readFileSync(file, 'utf8'))) {
    for (const { from, to } of l.sentences) {
      const slice = <T>(a: readonly T[]) => a.slice(from, to)
      out.push({
        forms: slice(l.form),
        upos: slice(l.upos),
        xpos: slice(l.xpos),
        head: [...l.head.subarray(from, to)].map((h) => (h < 0 ? 0 : h - from + 1)),
        relation: slice(l.relation),
      })
    }
  }
  return out
}

const KIND: { [label: string]: string } = {
  Person: 'person',
  Organization: 'organization',
  Location: 'place',
  Facility: 'facility',
  NORP: 'group',
  Misc: 'misc',
  Date: 'date',
  Money: 'money',
  Product: 'product',
}

/**
 * The worldwide newswire's files: tokens with BIO tags, cut into sentences after stops. Its tokens are looser than our
 * words ("U . S .", "Almeth ' s"), so every second sentence is given as we would have it.
 */
export function readNames(folder: string): Marked[] {
  const out: Marked[] = []
  for (const file of fs
    .readdirSync(folder)
    .filter((f) => f.endsWith('.tsv'))
    .sort()) {
    let forms: string[] = []
    let names: string[] = []
    const close = () => {
      if (forms.length > 0) {
        out.push(out.length % 2 === 0 ? { forms, names } : joinLoose(forms, names))
      }
      forms = []
      names = []
    }
    for (const line of fs.readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      const [word, tag = 'O'] = line.trimEnd().split('\t')
      if (!word || /^https?:\/\//.test(word)) {
        close()
        continue
      }
      const kind = KIND[tag.slice(2)]
      const before = names.at(-1)
      const label = !kind
        ? 'O'
        : tag[0] === 'B' || tag[0] === 'S' || !before?.endsWith(`-${kind}`)
          ? `B-${kind}`
          : `I-${kind}`
      const closing = /^["”’']$/.test(word) && forms.length > 0 && /^[.!?]$/.test(forms[forms.length - 1])
      if (
        !closing &&
        forms.length > 1 &&
        label[0] !== 'I' &&
        /^[.!?]$/.test(forms[forms.length - 1]) &&
        /^["“‘'(]?$|^\p{Lu}|^\d/u.test(word)
      )
        close()
      forms.push(word)
      names.push(label)
      if (closing && label[0] !== 'I') close()
    }
    close()
  }
  return out
}

const isLetter = (form: string | undefined): boolean => form !== undefined && /^\p{Lu}$/u.test(form)

function joinLoose(forms: readonly string[], names: readonly string[]): { forms: string[]; names: string[] } {
  const out = { forms: [] as string[], names: [] as string[] }
  for (let i = 0; i < forms.length; ) {
    let size = 1
    if (isLetter(forms[i]) && forms[i + 1] === '.' && isLetter(forms[i + 2]) && forms[i + 3] === '.') {
      size = 4
      while (isLetter(forms[i + size]) && forms[i + size + 1] === '.') size += 2
    } else if (/^['’]$/.test(forms[i]) && /^(s|re|ve|ll|m|d)$/.test(forms[i + 1] ?? '')) size = 2
    else if (/^\p{Lu}[\p{L}]{0,3}$/u.test(forms[i]) && forms[i + 1] === '.' && names[i + 1]?.startsWith('I-')) size = 2
    out.forms.push(forms.slice(i, i + size).join(''))
    out.names.push(names[i])
    i += size
  }
  return out
}

export const NAME_LABELS: readonly string[] = ['O', ...NAME_KINDS.flatMap((k) => [`B-${k}`, `I-${k}`])]

export function labelsOf(sentences: readonly Marked[]): Labels {
  const xpos = new Set<string>()
  const relations = new Set<string>()
  for (const s of sentences) {
    for (const x of s.xpos ?? []) xpos.add(x)
    for (const r of s.relation ?? []) relations.add(r)
  }
  return { upos: UPOS, xpos: [...xpos].sort(), relations: [...relations].sort(), names: NAME_LABELS }
}

/** The word table's words: row 0 is every unknown word. */
export class Vocabulary {
  readonly rows = new Map<string, number>()
  readonly words: string[] = ['']
  readonly seen: Int32Array
  readonly vectors: Float32Array

  constructor(sentences: readonly Marked[], given: Vectors, size: number, fromVectors: number) {
    const counts = new Map<string, number>()
    for (const s of sentences)
      for (const form of s.forms) {
        const key = lookupForm(form.toLowerCase())
        counts.set(key, (counts.get(key) ?? 0) + 1)
        const zero = digitsAsZero(key)
        if (zero !== key) counts.set(zero, (counts.get(zero) ?? 0) + 1)
      }
    const at = new Map(given.words.map((w, i) => [w, i]))
    const wanted = new Set(given.words.slice(0, fromVectors))
    for (const [word, n] of counts) if (n >= 2) wanted.add(word)
    for (const word of [...wanted].sort()) {
      this.rows.set(word, this.words.length)
      this.words.push(word)
    }
    this.seen = Int32Array.from(this.words, (w, i) => (i === 0 ? 1_000_000 : (counts.get(w) ?? 0)))
    this.vectors = new Float32Array(this.words.length * size)
    this.words.forEach((w, i) => {
      const from = at.get(w) ?? at.get(w.replaceAll('0', '1'))
      if (i > 0 && from !== undefined) this.vectors.set(given.rows.subarray(from * size, (from + 1) * size), i * size)
    })
  }

  row(lower: string): number {
    const key = lookupForm(lower)
    return this.rows.get(key) ?? this.rows.get(digitsAsZero(key)) ?? 0
  }
}

export function toSample(s: Marked, vocabulary: Vocabulary, labels: Labels): Sample {
  const n = s.forms.length
  const words = new Int32Array(n)
  const hashed = new Int32Array(n * HASHED)
  s.forms.forEach((form, w) => {
    const lower = form.toLowerCase()
    words[w] = vocabulary.row(lower)
    hashedFeatures(form, lower, hashed, w * HASHED)
  })
  const index = (list: readonly string[], values: string[] | undefined) =>
    values && Uint8Array.from(values, (v) => Math.max(0, list.indexOf(v)))
  return {
    size: n,
    comma: Uint8Array.from(s.forms, (f) => (f === ',' ? 1 : 0)),
    words,
    hashed,
    upos: index(labels.upos, s.upos),
    xpos: index(labels.xpos, s.xpos),
    relation: index(labels.relations, s.relation),
    head: s.head && Int32Array.from(s.head),
    names: index(labels.names, s.names),
  }
}
