import { openDecider } from '../../src/event/learn/decide.ts'
import { MAY_BLOCKS } from '../../src/event/learn/may.ts'
import { MENTION_BLOCKS } from '../../src/event/learn/mention.ts'
import { EVENTS, type EventLabels, type EventModel, readEventModel } from '../../src/event/learn/model.ts'
import { MOMENT_BLOCKS } from '../../src/event/learn/moment.ts'
import { ROLE_BLOCKS } from '../../src/event/learn/role.ts'
import { ROW_FEATURES } from '../../src/event/learn/row.ts'
import { SAME_BLOCKS } from '../../src/event/learn/same.ts'
import { SPOT_BLOCKS } from '../../src/event/learn/spot.ts'
import { VOICE_BLOCKS } from '../../src/event/learn/voice.ts'
import { type Model, writeModel } from '../../src/language/model.ts'
import type { HeadShape } from '../../src/language/network/head.ts'
import { type Group, HeadLearner, type Learning } from '../network/head-learner.ts'
import type { Marked } from './corpus.ts'
import {
  kindGroups,
  mayGroups,
  mentionGroups,
  momentGroups,
  pairGroup,
  pairRoleGroup,
  roleGroups,
  sameGroups,
  sightedGroups,
  sightedRoleGroups,
  spotGroups,
  statusGroups,
  taughtGroups,
  voiceGroups,
} from './examples.ts'
import type { Paired, Sighted } from './sources.ts'
import type { Taught } from './taught.ts'

type Section = [string, Float32Array | Int8Array | Uint32Array]
type Name = 'may' | 'mention' | 'kind' | 'status' | 'role' | 'moment' | 'spot' | 'voice' | 'same'

const COMMON = {
  least: 3,
  leastWeight: 0.15,
  tableRate: 3,
  rate: 0.002,
  batch: 8,
  dropContext: 0.3,
  dropFeatures: 0.2,
  dropHidden: 0.3,
  seed: 7,
}

/** How each head is learned. */
export const LEARN: { [name in Name]: Learning } = {
  may: { ...COMMON, rounds: 4, batch: 64 },
  // the teacher's labels bring many features: those that say little are left out sooner
  mention: { ...COMMON, leastWeight: 0.2, rounds: 8, batch: 32 },
  kind: { ...COMMON, rounds: 10, batch: 16 },
  status: { ...COMMON, rounds: 8, batch: 16 },
  role: { ...COMMON, rounds: 6 },
  moment: { ...COMMON, rounds: 8 },
  spot: { ...COMMON, rounds: 8 },
  voice: { ...COMMON, rounds: 8 },
  same: { ...COMMON, rounds: 8 },
}

/** Sizes of the heads over vectors of `context` numbers. */
export function shapesOf(context: number, { types, modes, statuses }: EventLabels): { [name in Name]: HeadShape } {
  return {
    may: { context, blocks: MAY_BLOCKS, width: 16, outputs: 1 },
    mention: { context, blocks: MENTION_BLOCKS, width: 64, outputs: types.length },
    kind: { context, blocks: 1, width: 64, outputs: types.length + modes.length },
    status: { context, blocks: 1, width: 32, outputs: statuses.length },
    role: { context, blocks: ROLE_BLOCKS, width: 48, outputs: 2 },
    moment: { context, blocks: MOMENT_BLOCKS, width: 32, outputs: 1 },
    spot: { context, blocks: SPOT_BLOCKS, width: 32, outputs: 1 },
    voice: { context, blocks: VOICE_BLOCKS, width: 32, outputs: 1 },
    same: { context, blocks: SAME_BLOCKS, width: 32, outputs: 1 },
  }
}

/** The bytes of a model from its sections. */
export function toModelFile(
  context: number,
  labels: EventLabels,
  sections: readonly Section[],
  row: Float32Array,
): Uint8Array {
  return writeModel({ ...EVENTS, version: '1', about: { labels, heads: shapesOf(context, labels) } as never }, [
    ...sections,
    ['row', row],
  ])
}

export interface Learned {
  sections: Section[]
  model(row: Float32Array): EventModel
  file(row: Float32Array): Uint8Array
}

/** What the heads learn from: reports marked whole, reports in which some types are marked, sentences with a pair of parties, and reports that the teacher labelled. */
export interface Sources {
  marked: readonly Marked[]
  sighted: readonly Sighted[]
  paired: readonly Paired[]
  taught: readonly Taught[]
}

/** Heads of a model that was learned before, and which of them to learn again. */
export interface Kept {
  model: Model
  again: ReadonlySet<string>
}

const sectionsOf = (model: Model, name: Name): Section[] => [
  [`${name}.blocks`, model.f32(`${name}.blocks`)],
  [`${name}.bias`, model.f32(`${name}.bias`)],
  [`${name}.keys`, model.u32(`${name}.keys`)],
  [`${name}.table`, model.i8(`${name}.table`)],
  [`${name}.table.scale`, model.f32(`${name}.table.scale`)],
  [`${name}.out`, model.f32(`${name}.out`)],
  [`${name}.out.bias`, model.f32(`${name}.out.bias`)],
]

/** Learns all heads. */
export function learnHeads(
  { marked, sighted, paired, taught }: Sources,
  labels: EventLabels,
  { say = () => {}, keep }: { say?: (line: string) => void; keep?: Kept | undefined } = {},
): Learned {
  const context = marked[0].scene.input.language.context!.width
  const shapes = shapesOf(context, labels)
  const sections: Section[] = []
  const learn = (name: Name, give: () => readonly Group[]) => {
    if (keep && !keep.again.has(name)) {
      sections.push(...sectionsOf(keep.model, name))
      return
    }
    const groups = give()
    const learner = new HeadLearner(shapes[name], groups, LEARN[name])
    const before = Date.now()
    learner.learn((line) => say(`${name} ${line}`))
    say(`${name}: ${groups.length} groups, ${((Date.now() - before) / 1000).toFixed(0)} s`)
    sections.push(...learner.sections(name))
  }
  const none = new Float32Array(ROW_FEATURES)
  /** The heads that have been learned, with blank ones for the rest. */
  const sofar = () => {
    const have = new Set(sections.map(([name]) => name.slice(0, name.indexOf('.'))))
    const rest = (Object.keys(shapes) as Name[]).filter((name) => !have.has(name))
    const blank = rest.flatMap((name) => new HeadLearner(shapes[name], [], LEARN[name]).sections(name))
    return openDecider(readEventModel(toModelFile(context, labels, [...sections, ...blank], none)))
  }
  learn('mention', () => [
    ...marked.flatMap((report) => mentionGroups(report, labels)),
    ...sighted.flatMap((report) => sightedGroups(report, labels)),
    ...paired.map((pair) => pairGroup(pair, labels)),
    ...taught.flatMap((report) => taughtGroups(report, labels)),
  ])
  const looked = sofar()
  learn('may', () => [
    ...marked.flatMap(({ scene }) => mayGroups(scene, (w) => looked.sureOf(scene, w))),
    ...sighted.flatMap(({ scene }) => mayGroups(scene, (w) => looked.sureOf(scene, w), 4)),
    ...paired.flatMap(({ scene }) => mayGroups(scene, (w) => looked.sureOf(scene, w))),
  ])
  learn('kind', () => marked.flatMap((report) => kindGroups(report, labels)))
  learn('status', () => marked.flatMap((report) => statusGroups(report, labels)))
  const told = sofar()
  learn('role', () => [
    ...marked.flatMap(roleGroups),
    ...sighted.flatMap(sightedRoleGroups),
    ...paired.flatMap((pair) => {
      const best = told.likeliest(pair.scene, pair.words, pair.types)
      return best ? [pairRoleGroup(pair, best.word, best.type)] : []
    }),
  ])
  learn('moment', () => marked.flatMap(momentGroups))
  learn('spot', () => marked.flatMap(spotGroups))
  learn('voice', () => marked.flatMap(voiceGroups))
  const partial = sofar()
  learn('same', () => marked.flatMap((report) => sameGroups(report, partial)))
  const file = (row: Float32Array) => toModelFile(context, labels, sections, row)
  return { sections, file, model: (row) => readEventModel(file(row)) }
}
