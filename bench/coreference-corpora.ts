import fs from 'node:fs'
import path from 'node:path'
import { readConllu } from '../src/language/conllu.ts'
import type { Language, Name, NameKind } from '../src/language/types.ts'

/** A gold mention: the word that is its head, and the entity it belongs to. */
export interface GoldMention {
  head: number
  from: number
  to: number
  entity: string
  kind: string
}

export interface GoldDocument {
  id: string
  language: Language
  mentions: GoldMention[]
  /** sentences that were annotated: words [0, limit) */
  limit: number
}

const SCOPE = new Set(['person', 'organization', 'place'])

/** GUM documents whose id matches; `names` come from the annotation: people, organizations and places with a proper noun as head. */
export function readGum(file: string, ids: RegExp): GoldDocument[] {
  return readConllu(fs.readFileSync(file, 'utf8'))
    .filter(({ id }) => ids.test(id))
    .map(({ id, language, misc }) => {
      const mentions = gumMentions(language, misc)
      return { id, language: { ...language, names: gumNames(language, mentions) }, mentions, limit: language.size }
    })
}

function gumMentions(language: Language, misc: readonly string[]): GoldMention[] {
  const mentions: GoldMention[] = []
  const open = new Map<string, { from: number; kind: string }[]>()
  misc.forEach((field, w) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(field)?.[1] ?? ''
    for (const [part] of entity.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      const [key, kind = ''] = part.replace(/^\(|\)$/g, '').split('-')
      const stack = open.get(key) ?? []
      open.set(key, stack)
      if (part.startsWith('(')) stack.push({ from: w, kind })
      const begun = part.endsWith(')') ? stack.pop() : undefined
      if (begun) mentions.push({ entity: key, ...begun, to: w + 1, head: headOf(language, begun.from, w + 1) })
    }
  })
  return mentions.map((m) => ({ ...m, kind: SCOPE.has(m.kind) ? m.kind : 'other' }))
}

/** The word whose governor lies outside [from, to). */
export function headOf({ head }: Language, from: number, to: number): number {
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) return w
  return to - 1
}

const TITLE =
  /^(?:mr|mrs|ms|dr|sir|president|professor|prof|general|minister|prime|senator|king|queen|captain|judge|justice|major|governor|mayor)\.?$/i

function gumNames(language: Language, mentions: readonly GoldMention[]): Name[] {
  const names = new Map<number, Name>()
  for (const { from, to, head, kind } of mentions) {
    if (kind === 'other' || language.upos[head] !== 'PROPN') continue
    let [start, end] = [head, head + 1]
    while (start > from && nameWord(language, start - 1)) start--
    while (end < to && nameWord(language, end)) end++
    while (start < end - 1 && (TITLE.test(language.form[start]) || language.upos[start] !== 'PROPN')) start++
    while (end > start + 1 && language.upos[end - 1] !== 'PROPN') end--
    if (TITLE.test(language.form[start]) && end === start + 1) continue
    const known = names.get(end)
    if (!known || known.from > start) names.set(end, { from: start, to: end, kind: kind as NameKind, confidence: 1 })
  }
  const sorted = [...names.values()].sort((a, b) => a.from - b.from || b.to - a.to)
  return sorted.filter((name, i) => i === 0 || !sorted.slice(0, i).some((other) => other.to > name.from))
}

const nameWord = ({ upos, lower }: Language, w: number) => upos[w] === 'PROPN' || lower[w] === 'of' || lower[w] === '-'

/** MEANTIME documents (CAT XML): tokens, and entities by REFERS_TO; `parse` makes the language stage's value of a text. */
export function readMeantime(folder: string, parse: (text: string) => Language): GoldDocument[] {
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) =>
      meantimeDocument(path.basename(file, '.xml'), fs.readFileSync(path.join(folder, file), 'utf8'), parse),
    )
}

const KINDS = new Map([
  ['PER', 'person'],
  ['ORG', 'organization'],
  ['LOC', 'place'],
])

function meantimeDocument(id: string, xml: string, parse: (text: string) => Language): GoldDocument {
  const { text, tokens, limit } = meantimeText(xml)
  const language = parse(text)
  const wordAt = new Int32Array(text.length + 1).fill(-1)
  for (let w = 0; w < language.size; w++) wordAt.fill(w, language.start[w], language.end[w])
  const spans = new Map<string, { from: number; to: number }>()
  for (const [, key, body] of xml.matchAll(/<ENTITY_MENTION [^>]*m_id="(\d+)"[^>]*>(.*?)<\/ENTITY_MENTION>/gs)) {
    const anchors = [...body.matchAll(/t_id="(\d+)"/g)].map((m) => tokens.get(m[1])).filter((t) => t !== undefined)
    if (anchors.length === 0) continue
    spans.set(key, { from: wordAt[anchors[0].start], to: wordAt[anchors[anchors.length - 1].end - 1] + 1 })
  }
  const kinds = new Map(
    [...xml.matchAll(/<ENTITY (?=[^>]*m_id="(\d+)")(?=[^>]*ent_type="([^"]*)")/g)].map((m) => [m[1], m[2]]),
  )
  const mentions: GoldMention[] = []
  for (const [, body] of xml.matchAll(/<REFERS_TO [^>]*>(.*?)<\/REFERS_TO>/gs)) {
    const entity = /<target m_id="(\d+)"/.exec(body)?.[1]
    const type = entity === undefined ? undefined : kinds.get(entity)
    if (entity === undefined || type === undefined) continue
    for (const [, source] of body.matchAll(/<source m_id="(\d+)"/g)) {
      const span = spans.get(source)
      if (!span || span.from < 0 || span.to <= span.from) continue
      mentions.push({ entity, kind: KINDS.get(type) ?? 'other', ...span, head: headOf(language, span.from, span.to) })
    }
  }
  const last = language.start.findIndex((start) => start >= limit)
  return { id, language, mentions, limit: last < 0 ? language.size : last }
}

/** The text laid out from the tokens, a sentence a line; the annotation covers the first six sentences. */
function meantimeText(xml: string) {
  const tokens = new Map<string, { start: number; end: number }>()
  let text = ''
  let before = '0'
  let limit = Number.POSITIVE_INFINITY
  for (const [, sentence, id, word] of xml.matchAll(
    /<token number="\d+" sentence="(\d+)" t_id="(\d+)">([^<]*)<\/token>/g,
  )) {
    const form = word
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
    const glued = /^(?:[.,;:!?)%]|'s|n't|'')$/.test(form)
    if (sentence !== before) {
      text = `${text.trimEnd()}\n\n`
      if (sentence === '6') limit = text.length
    } else if (glued) text = text.trimEnd()
    before = sentence
    tokens.set(id, { start: text.length, end: text.length + form.length })
    text += `${form} `
  }
  return { text: text.trimEnd(), tokens, limit }
}
