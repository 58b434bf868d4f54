import fs from 'node:fs'
import path from 'node:path'
import { openEntity } from '../../src/entity/index.ts'
import type { Scene } from '../../src/event/learn/scene.ts'
import type { EventInput } from '../../src/event/types.ts'
import { openHeader } from '../../src/header/index.ts'
import type { Language } from '../../src/language/types.ts'
import { openFirstStages } from '../../src/read.ts'
import { knownFields } from '../../src/record/report.ts'
import type { Span } from '../../src/record/types.ts'
import type { Resources } from '../../src/resources.ts'
import { openStatement } from '../../src/statement/index.ts'
import { openTime } from '../../src/time/index.ts'

/** An event as people marked it. */
export interface GoldEvent {
  type: string
  mode?: string
  trigger: Span
  also: Span[]
  actors: string[]
  recipients: string[]
  when: string | null
  where: string | null
  status: string
  word: string | null
}

export interface GoldEntity {
  name: string
  mentions: Span[]
}

/** A report marked whole, with what the stages before the events find in it. */
export interface Marked {
  id: string
  scene: Scene
  events: GoldEvent[]
  entities: { [key: string]: GoldEntity }
  /** by key: the spans of what each statement says */
  contents: ReadonlyMap<string, readonly Span[]>
}

export interface Given {
  id: string
  text: string
  published?: string
}

export const readLines = (file: string) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** Whether two stretches of a text share a character. */
export const over = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Opens a function that runs the stages before the events, as the reader does. */
export function openStages(resources: Resources): (report: Given) => EventInput {
  const header = openHeader(resources)
  const { read } = openFirstStages(resources)
  const time = openTime(resources)
  const entity = openEntity(resources)
  const statement = openStatement(resources)
  return ({ text, published }) => {
    const head = header(text)
    const { words, tree } = read(text, head, {})
    const day = published ?? knownFields(head).published
    const times = time({ language: words, tree, published: day })
    const entities = entity({ language: words, tree, times, published: day })
    return { language: words, tree, times, entities, statements: statement({ language: words, tree, times, entities }) }
  }
}

export function readMarked(file: string, scene: (report: Given) => Scene): Marked[] {
  return readLines(file).map((row) => ({
    ...markedOf(row),
    scene: scene({ id: row.id, text: row.text, published: row.published }),
  }))
}

/** What people marked in a line of marked/*.jsonl. */
export const markedOf = ({ id, events, entities, statements }: GoldRow): Omit<Marked, 'scene'> => ({
  ...{ id, events, entities },
  contents: new Map(statements.map(({ key, content }) => [key, content])),
})

export interface GoldRow {
  id: string
  text: string
  published?: string
  events: GoldEvent[]
  entities: { [key: string]: GoldEntity }
  statements: { key: string; content: Span[] }[]
}

/** The head word of a span, or -1. */
export function headOf({ size, start, end, head }: Language, span: Span): number {
  let low = 0
  for (let step = 1 << 16; step > 0; step >>= 1) if (low + step < size && end[low + step] <= span.start) low += step
  let first = low
  while (first < size && end[first] <= span.start) first++
  let last = first
  while (last < size && start[last] < span.end) last++
  for (let w = first; w < last; w++) if (head[w] < first || head[w] >= last) return w
  return -1
}

/** The word of `span` that may tell of an event, or -1. */
export function triggerOf({ words, grammar: { language } }: Scene, span: Span, may: ReadonlySet<number>): number {
  const head = headOf(language, span)
  if (head >= 0 && may.has(head)) return head
  return words.find((w) => language.start[w] < span.end && language.end[w] > span.start) ?? -1
}

export const corpusFile = (corpora: string, ...parts: string[]) => path.join(corpora, ...parts)
