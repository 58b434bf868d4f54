import type { Decider } from '../../src/event/learn/decide.ts'
import { openSheet, type Sheet } from '../../src/event/learn/features.ts'
import { describeMay, MAY_BLOCKS } from '../../src/event/learn/may.ts'
import { describeMention, MENTION_BLOCKS } from '../../src/event/learn/mention.ts'
import type { EventLabels } from '../../src/event/learn/model.ts'
import { describeMoment, findTimes, MOMENT_BLOCKS } from '../../src/event/learn/moment.ts'
import { describeRole, findParties, ROLE_BLOCKS } from '../../src/event/learn/role.ts'
import { describeSame, SAME_BLOCKS } from '../../src/event/learn/same.ts'
import type { Scene } from '../../src/event/learn/scene.ts'
import { describeSpot, findSpots, SPOT_BLOCKS } from '../../src/event/learn/spot.ts'
import { describeVoice, findVoices, VOICE_BLOCKS } from '../../src/event/learn/voice.ts'
import { type Example, exampleOf, type Group } from '../network/head-learner.ts'
import { chancesLoss, logisticLoss, oneOfLoss, softmaxLoss } from '../network/losses.ts'
import { type GoldEvent, headOf, type Marked, over, triggerOf } from './corpus.ts'
import type { Paired, Sighted } from './sources.ts'
import type { Chances, Taught } from './taught.ts'

/** A word that people marked as telling of an event. */
export interface Told {
  word: number
  event: GoldEvent
  /** whether it is the one that tells it best */
  chief: boolean
}

export const statusOf = (status: string) => (status === 'asked' ? 'requested' : status)

/** The words that tell of a report's events, in text order; of two events on one word, the first. */
export function tellings({ scene, events }: Marked): Told[] {
  const may = new Set(scene.words)
  const found = new Map<number, Told>()
  for (const event of events) {
    const word = triggerOf(scene, event.trigger, may)
    if (word >= 0 && !found.has(word)) found.set(word, { word, event, chief: true })
  }
  for (const event of events)
    for (const span of event.also) {
      const word = triggerOf(scene, span, may)
      if (word >= 0 && !found.has(word)) found.set(word, { word, event, chief: false })
    }
  return [...found.values()].sort((a, b) => a.word - b.word)
}

/** Copies what a sheet holds. */
const kept = (scene: Scene, sheet: Sheet): Example => exampleOf(scene.input.language.context!, sheet)

const mentionSheet = openSheet(MENTION_BLOCKS)

/** How many of the words that tell of nothing each round learns from. */
const SHARE = 0.4

/** Every word of a report marked whole that may tell of an event: whether it does, and of which type. */
export function mentionGroups(marked: Marked, { types }: EventLabels): Group[] {
  const told = new Map(tellings(marked).map((one) => [one.word, one.event]))
  return marked.scene.words.map((w) => {
    describeMention(marked.scene, w, mentionSheet)
    const event = told.get(w)
    const wanted = types.indexOf(event?.type ?? 'none')
    const weight = event ? 1 : 1 / SHARE
    return {
      examples: [kept(marked.scene, mentionSheet)],
      ...(event ? {} : { share: SHARE }),
      loss: (scores, gradient) =>
        softmaxLoss(scores, gradient, { from: 0, to: types.length, right: (o) => o === wanted, weight }),
    }
  })
}

/** How much a mark of a corpus that was made for another end counts, and how much what it leaves without a mark. */
const OTHER_MARK = 0.3
const OTHER_NONE = 0.15
/** What share of the words that it leaves without a mark is looked at. */
const OTHER_SHARE = 0.25

/** Words of a report in which some types are marked. */
export function sightedGroups({ scene, told, closed }: Sighted, { types }: EventLabels): Group[] {
  return scene.words.flatMap((w, i): Group[] => {
    const own = told.get(w)
    if (own ? own.length === 0 : closed.size === 0 || i % 4 !== 0) return []
    describeMention(scene, w, mentionSheet)
    const right = own ? (o: number) => own.includes(types[o]) : (o: number) => !closed.has(types[o])
    const weight = own ? OTHER_MARK : OTHER_NONE / OTHER_SHARE / 2
    return [
      {
        examples: [kept(scene, mentionSheet)],
        ...(own ? {} : { share: 0.5 }),
        loss: (scores, gradient) => softmaxLoss(scores, gradient, { from: 0, to: types.length, right, weight }),
      },
    ]
  })
}

/** How much what the teacher says of a word counts, beside what people say. */
const TAUGHT = 0.4
/** What share of the words that tell of nothing to the teacher each round learns from. */
const TAUGHT_SHARE = 0.15

/** Words of a report that the teacher has labelled: the chances of all types, none among them. */
export function taughtGroups({ scene, told }: Taught, { types }: EventLabels): Group[] {
  return scene.words.flatMap((w, i): Group[] => {
    const chances = told.get(w)
    if (!chances && i % 2 === 1) return []
    const wanted = wantedOf(chances, types)
    describeMention(scene, w, mentionSheet)
    const weight = chances ? TAUGHT : (2 * TAUGHT) / TAUGHT_SHARE
    return [
      {
        examples: [kept(scene, mentionSheet)],
        ...(chances ? {} : { share: TAUGHT_SHARE }),
        loss: (scores, gradient) => chancesLoss(scores, gradient, { from: 0, wanted, weight }),
      },
    ]
  })
}

/** What the teacher wants of 'none', the first, and of each type: its chances, made smaller where they come to more than one. */
function wantedOf(chances: Chances | undefined, types: readonly string[]): number[] {
  const given = types.map((type) => chances?.[type] ?? 0)
  const sum = given.reduce((all, p) => all + p, 0)
  const wanted = given.map((p) => p / Math.max(1, sum))
  wanted[0] = Math.max(0, 1 - sum)
  return wanted
}

/** How many times as likely a word is the one that tells a sentence's act where the tables say so. */
const LISTED_PRIOR = 4
/** How much the other words count as telling of nothing: some tell of other acts. */
const PAIR_REST = 0.15

/** A sentence that tells of an act of a known type by one of its words. */
export function pairGroup({ scene, words, types: own }: Paired, { types }: EventLabels): Group {
  const examples = words.map((w) => {
    describeMention(scene, w, mentionSheet)
    return kept(scene, mentionSheet)
  })
  const prior = words.map((w) => {
    const { coded, admitted } = scene.proposal(w)
    return coded && own.includes(coded.type) ? LISTED_PRIOR * (admitted ? 2 : 1) : 1
  })
  return {
    examples,
    loss: (scores, gradient) =>
      oneOfLoss(scores, gradient, {
        n: examples.length,
        outputs: types.length,
        right: (o) => own.includes(types[o]),
        prior,
        rest: PAIR_REST,
      }),
  }
}

const maySheet = openSheet(MAY_BLOCKS)

/** Words of a report, each as far worth a closer look as a closer look found it to tell of an event. */
export function mayGroups(scene: Scene, sureOf: (w: number) => number, every = 1): Group[] {
  return scene.words
    .filter((_, i) => i % every === 0)
    .map((w) => {
      describeMay(scene, w, maySheet)
      const sure = sureOf(w)
      return {
        examples: [kept(scene, maySheet)],
        loss(scores, gradient) {
          const p = 1 / (1 + Math.exp(-scores[0]))
          gradient[0] += p - sure
          return -sure * Math.log(p + 1e-9) - (1 - sure) * Math.log(1 - p + 1e-9)
        },
      }
    })
}

/** Each word that tells of an event: of which type and mode. */
export function kindGroups(marked: Marked, { types, modes }: EventLabels): Group[] {
  return tellings(marked).map(({ word, event, chief }) => {
    describeMention(marked.scene, word, mentionSheet)
    const [T, M] = [types.length, types.length + modes.length]
    const type = types.indexOf(event.type)
    const label = event.mode ? `${event.type}/${event.mode}` : event.type
    const mode = T + Math.max(modes.indexOf(label), modes.indexOf(event.type))
    const weight = chief ? 1 : 0.8
    return {
      examples: [kept(marked.scene, mentionSheet)],
      loss: (scores, gradient) =>
        softmaxLoss(scores, gradient, { from: 1, to: T, right: (o) => o === type, weight }) +
        softmaxLoss(scores, gradient, { from: T, to: M, right: (o) => o === mode, weight: 0.5 * weight }),
    }
  })
}

/** Each word that tells of an event: how it is told. */
export function statusGroups(marked: Marked, { statuses }: EventLabels): Group[] {
  return tellings(marked).map(({ word, event, chief }) => {
    describeMention(marked.scene, word, mentionSheet)
    const status = statuses.indexOf(statusOf(event.status))
    return {
      examples: [kept(marked.scene, mentionSheet)],
      loss: (scores, gradient) =>
        softmaxLoss(scores, gradient, {
          from: 0,
          to: statuses.length,
          right: (o) => o === status,
          weight: chief ? 1 : 0.5,
        }),
    }
  })
}

const roleSheet = openSheet(ROLE_BLOCKS)

/** Phrases around each word that tells of an event, as actors and recipients. */
export function roleGroups(marked: Marked): Group[] {
  const { scene } = marked
  const heads = headsOfEntities(marked)
  return tellings(marked).map(({ word, event, chief }) => {
    const actors = new Set(event.actors.flatMap((k) => heads.get(k) ?? []))
    const recipients = new Set(event.recipients.flatMap((k) => heads.get(k) ?? []))
    const parties = findParties(scene, word)
    const examples = parties.map((p) => {
      describeRole(scene, word, event.type, p, roleSheet)
      return kept(scene, roleSheet)
    })
    const weight = chief ? 1 : 0.5
    return {
      examples,
      loss(scores, gradient) {
        let loss = 0
        parties.forEach((p, i) => {
          loss += logisticLoss(scores, gradient, 2 * i, actors.has(p), weight)
          loss += logisticLoss(scores, gradient, 2 * i + 1, recipients.has(p), weight)
        })
        return loss
      },
    }
  })
}

/** Phrases around a word, of which two or a few are marked: the others count little. */
function partyGroup(
  scene: Scene,
  word: number,
  type: string,
  {
    actors,
    recipients,
    weight,
    rest,
  }: { actors: ReadonlySet<number>; recipients: ReadonlySet<number>; weight: number; rest: number },
): Group {
  const parties = findParties(scene, word)
  const examples = parties.map((p) => {
    describeRole(scene, word, type, p, roleSheet)
    return kept(scene, roleSheet)
  })
  return {
    examples,
    loss(scores, gradient) {
      let loss = 0
      parties.forEach((p, i) => {
        const [a, r] = [actors.has(p), recipients.has(p)]
        loss += logisticLoss(scores, gradient, 2 * i, a, a || r ? weight : rest)
        loss += logisticLoss(scores, gradient, 2 * i + 1, r, a || r ? weight : rest)
      })
      return loss
    },
  }
}

/** Parties of the words that a report of another corpus marks. */
export const sightedRoleGroups = ({ scene, told, parties }: Sighted): Group[] =>
  [...parties].map(([word, { actors, recipients }]) =>
    partyGroup(scene, word, told.get(word)![0], {
      ...{ actors: withEntities(scene, actors), recipients: withEntities(scene, recipients), weight: 0.5, rest: 0.2 },
    }),
  )

/** The parties of a sentence's act, where `tell` says which word tells it and of which type. */
export function pairRoleGroup({ scene, source, target }: Paired, word: number, type: string): Group {
  const [actors, recipients] = [withEntities(scene, [source]), withEntities(scene, [target])]
  return partyGroup(scene, word, type, { actors, recipients, weight: 1, rest: 0.15 })
}

/** Head words, with those of the same entities' other mentions. */
const withEntities = ({ mentionsOf, input: { entities } }: Scene, heads: readonly number[]): ReadonlySet<number> =>
  new Set(heads.flatMap((w) => [w, ...(entities.entityAt[w] >= 0 ? mentionsOf[entities.entityAt[w]] : [])]))

/** By key: head words of an entity's marked mentions. */
function headsOfEntities({ scene, entities }: Marked): Map<string, number[]> {
  const { language } = scene.grammar
  return new Map(
    Object.entries(entities).map(([key, { mentions }]) => [
      key,
      mentions.map((m) => headOf(language, m)).filter((w) => w >= 0),
    ]),
  )
}

const momentSheet = openSheet(MOMENT_BLOCKS)

/** Choosing one of several candidates, of which the first is none. */
function choice(examples: Example[], right: ReadonlySet<number>, weight: number): Group {
  return {
    examples,
    loss: (scores, gradient) =>
      softmaxLoss(scores, gradient, { from: 0, to: examples.length, right: (o) => right.has(o), weight }),
  }
}

/** Times around each word that tells of an event. */
export function momentGroups(marked: Marked): Group[] {
  const { scene } = marked
  const { times } = scene.input.times
  return tellings(marked).flatMap(({ word, event, chief }) => {
    const found = findTimes(scene, word)
    const right = new Set(
      found.flatMap((t, i) => (event.when !== null && times[t].value === event.when ? [i + 1] : [])),
    )
    if (event.when !== null && right.size === 0) {
      if (chief && found.length > 0) return []
      right.add(0)
    }
    if (event.when === null) right.add(0)
    const examples = [-1, ...found].map((t) => {
      describeMoment(scene, word, event.type, statusOf(event.status), t, momentSheet)
      return kept(scene, momentSheet)
    })
    return [choice(examples, right, chief ? 1 : 0.4)]
  })
}

const spotSheet = openSheet(SPOT_BLOCKS)

/** Places around each word that tells of an event. */
export function spotGroups(marked: Marked): Group[] {
  const { scene, entities } = marked
  const { places } = scene.input.entities
  return tellings(marked).flatMap(({ word, event, chief }) => {
    const found = findSpots(scene, word)
    const mentions = event.where === null ? [] : (entities[event.where]?.mentions ?? [])
    const right = new Set(
      found.flatMap(({ place }, i) => (mentions.some((m) => over(m, places[place])) ? [i + 1] : [])),
    )
    if (event.where === null) right.add(0)
    if (right.size === 0) return []
    const examples = [undefined, ...found].map((spot) => {
      describeSpot(scene, word, event.type, spot, spotSheet)
      return kept(scene, spotSheet)
    })
    return [choice(examples, right, chief ? 1 : 0.4)]
  })
}

const voiceSheet = openSheet(VOICE_BLOCKS)

/** The statements that hold each word that tells of an event. */
export function voiceGroups(marked: Marked): Group[] {
  const { scene, contents } = marked
  const { statements } = scene.input.statements
  return tellings(marked).flatMap(({ word, event, chief }) => {
    const found = findVoices(scene, word)
    if (found.length === 0 || !chief) return []
    const gold = event.word === null ? [] : (contents.get(event.word) ?? [])
    const right = new Set(
      found.flatMap((i, k) => (gold.some((g) => statements[i].content.some((c) => over(g, c))) ? [k + 1] : [])),
    )
    if (event.word === null) right.add(0)
    if (right.size === 0) return []
    const examples = [-1, ...found].map((i) => {
      describeVoice(scene, word, { type: event.type, status: statusOf(event.status) }, i, voiceSheet)
      return kept(scene, voiceSheet)
    })
    return [choice(examples, right, 1)]
  })
}

const sameSheet = openSheet(SAME_BLOCKS)
const BACK = 40

/** Each word that tells of an event, beside the earlier ones. */
export function sameGroups(marked: Marked, decider: Decider): Group[] {
  const { scene } = marked
  const told = tellings(marked)
  const mentions = told.map(({ word, event }) => {
    const made = decider.asTelling(scene, word, event.type, statusOf(event.status))
    return { ...made, ...(event.mode ? { mode: event.mode } : {}) }
  })
  return told.map(({ event }, j) => {
    const before = mentions.map((_, i) => i).slice(Math.max(0, j - BACK), j)
    const compared = before.filter((i) => mentions[i].type === mentions[j].type)
    const right = new Set(compared.flatMap((i, k) => (told[i].event === event ? [k + 1] : [])))
    if (right.size === 0) right.add(0)
    const examples = [undefined, ...compared.map((i) => mentions[i])].map((first) => {
      describeSame(scene, mentions[j], first, sameSheet)
      return kept(scene, sameSheet)
    })
    return choice(examples, right, 1)
  })
}
