import fs from 'node:fs'
import path from 'node:path'
import type { Scene } from '../../src/event/learn/scene.ts'
import type { Span } from '../../src/record/types.ts'
import { type Given, headOf, readLines, triggerOf } from './corpus.ts'

/** A report in which words of some types are marked, and their parties where known; of other types nothing is known. */
export interface Sighted {
  scene: Scene
  /** by word: the types that it may be of; none where it is marked as something else */
  told: ReadonlyMap<number, readonly string[]>
  /** types that a word without a mark is none of */
  closed: ReadonlySet<string>
  /** by word: head words of those who are marked as acting and acted on */
  parties: ReadonlyMap<number, Parties>
}

export interface Parties {
  actors: readonly number[]
  recipients: readonly number[]
}

/** A sentence of which is known who does what to whom, and not by which word. */
export interface Paired {
  scene: Scene
  types: readonly string[]
  /** words that may tell it */
  words: readonly number[]
  source: number
  target: number
}

type Mapping = readonly (readonly [RegExp, readonly string[]])[]

/** PLOVER's types for KAIROS's, as WikiEvents has them. */
const WIKIEVENTS: Mapping = [
  [/^Conflict\.(Attack|Defeat)|^Life\.(Die|Injure)/, ['ASSAULT']],
  [/^Justice\.ArrestJailDetain/, ['COERCE']],
  [/^Justice\.(ChargeIndict|InvestigateCrime|TrialHearing)/, ['ACCUSE']],
  [/^Justice\.(Convict|Sentence)/, ['SANCTION']],
  [/^Justice\.ReleaseParole/, ['RETREAT']],
  [/^Conflict\.Demonstrate/, ['PROTEST']],
  [/^Contact\.ThreatenCoerce/, ['THREATEN']],
  [/^Contact\.RequestCommand/, ['REQUEST']],
]
/** Types that WikiEvents marks throughout. */
const WIKIEVENTS_CLOSED = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'PROTEST'])

/** PLOVER's types for RAMS's. */
const RAMS: Mapping = [
  [/^conflict\.attack|causedbyviolentevents|executionkilling/, ['ASSAULT']],
  [/^conflict\.demonstrate/, ['PROTEST']],
  [/^conflict\.yield/, ['RETREAT']],
  [/^justice\.arrest/, ['COERCE']],
  [/^justice\.(investigate|initiate)/, ['ACCUSE']],
  [/^justice\.judicialconsequences\.convict/, ['SANCTION']],
  [/^contact\.(discussion|negotiate)\.meet/, ['CONSULT']],
  [/^contact\.(requestadvise|commandorder)/, ['REQUEST']],
  [/^contact\.threaten/, ['THREATEN']],
  [/giftgrantprovideaid|evacuationrescue|grantentryasylum/, ['AID']],
  [/embargosanction/, ['SANCTION', 'COERCE']],
]
const ACTING =
  /^(attacker|killer|injurer|jailer|prosecutor|judgecourt|communicator|giver|investigator|demonstrator|participant|preventer|yielder)$/
const ACTED_ON = /^(victim|target|detainee|defendant|recipient|participant|destination)$/

interface Row {
  id: string
  text: string
  events: { type: string; start: number; end: number; roles: { role: string; start: number; end: number }[] }[]
}

/** Lays a report out. */
export type Stages = (report: Given) => Scene

const readSighted = (file: string, scene: Stages, mapping: Mapping, closed: ReadonlySet<string>): Sighted[] =>
  readLines(file).map((row: Row) => sight(scene({ id: row.id, text: row.text }), row, mapping, closed))

function sight(scene: Scene, { events }: Row, mapping: Mapping, closed: ReadonlySet<string>): Sighted {
  const may = new Set(scene.words)
  const told = new Map<number, readonly string[]>()
  const parties = new Map<number, Parties>()
  const { language } = scene.grammar
  for (const event of events) {
    const word = triggerOf(scene, event, may)
    if (word < 0 || (told.get(word)?.length ?? 0) > 0) continue
    const types = mapping.find(([pattern]) => pattern.test(event.type))?.[1] ?? []
    told.set(word, types)
    const heads = (part: RegExp) =>
      event.roles.flatMap(({ role, start, end }) => {
        const head = part.test(role) ? headOf(language, { start, end }) : -1
        return head < 0 ? [] : [head]
      })
    if (types.length > 0 && event.roles.length > 0)
      parties.set(word, { actors: heads(ACTING), recipients: heads(ACTED_ON) })
  }
  return { scene, told, closed, parties }
}

export const readWikiEvents = (corpora: string, scene: Stages): Sighted[] =>
  readSighted(path.join(corpora, 'events', 'wikievents-train.jsonl'), scene, WIKIEVENTS, WIKIEVENTS_CLOSED)

export const readRams = (corpora: string, scene: Stages): Sighted[] =>
  readSighted(path.join(corpora, 'events', 'rams-dev.jsonl'), scene, RAMS, new Set())

/** PLV's sentences, each with a source, a target and what the first does to the second. */
export function readPairs(corpora: string, scene: Stages): Paired[] {
  const [names, ...rows] = fs
    .readFileSync(path.join(corpora, 'plover', 'plv-train.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  const column = (row: readonly string[], name: string) => {
    const cell = row[names.indexOf(name)]
    return cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
  }
  return rows.flatMap((row, i) => {
    const text = column(row, 'sentence')
    const made = scene({ id: `plv-${i}`, text, published: '2020-01-15' })
    const find = (name: string): Span => {
      const words = column(row, name)
      const start = text.indexOf(words)
      return { start, end: start + words.length }
    }
    const { language } = made.grammar
    const [source, target] = [headOf(language, find('source')), headOf(language, find('target'))]
    if (source < 0 || target < 0) return []
    const root = column(row, 'gold_root')
    const types = root === 'YIELD' ? ['CONCEDE', 'RETREAT'] : [root]
    return [{ scene: made, types, words: wordsBetween(made, source, target), source, target }]
  })
}

/** The words above either party in the tree, and what hangs on these as object, clause or complement: one of them tells the act. */
function wordsBetween({ words, grammar: { language, tree } }: Scene, source: number, target: number): number[] {
  const near = new Set<number>()
  for (const party of [source, target])
    for (let x = language.head[party]; x >= 0; x = language.head[x]) {
      near.add(x)
      for (const c of tree.children(x)) if (/^(obj|xcomp|ccomp|conj|obl|advcl)/.test(language.relation[c])) near.add(c)
    }
  const found = words.filter((w) => near.has(w) && w !== source && w !== target)
  return found.length > 0 ? found : [...words]
}
