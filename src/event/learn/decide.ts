import type { Language } from '../../language/types.ts'
import type { Status } from '../../record/types.ts'
import { sigmoid } from '../../statement/weights.ts'
import { openSheet } from './features.ts'
import { limits } from './limits.ts'
import { describeMay } from './may.ts'
import { describeMention, lemmaFeature } from './mention.ts'
import type { EventModel } from './model.ts'
import { describeMoment, findTimes } from './moment.ts'
import { describeRole, findParties } from './role.ts'
import { describeRow, ROW_FEATURES } from './row.ts'
import { describeSame, type EventMention, MEETING, meeting } from './same.ts'
import type { Scene } from './scene.ts'
import { describeSpot, findSpots } from './spot.ts'
import { tellsToll } from './tally.ts'
import { describeVoice, findVoices } from './voice.ts'

/** A phrase, by its head word, and how likely it plays its part. */
export interface SureParty {
  word: number
  sure: number
}

/** A word that tells of an event, with all that was decided of it. */
export interface TellingWord extends EventMention {
  /** how likely it tells of an event, of any type */
  sure: number
  /** how likely of each type, in the order of the labels, 'none' left out */
  types: Float64Array
  mode: string | undefined
  /** whether the rules alone would have this row, of this type */
  ruled: boolean
  /** whether the tables alone decide of it */
  tables: boolean
  status: Status
  /** index of its time and of its place, or -1 */
  time: number
  place: number
  /** index of the statement on whose word it stands, or -1: the report's own */
  voice: number
  acting: readonly SureParty[]
  actedOn: readonly SureParty[]
}

/** Words that tell of one happening, in text order, and how likely they are an event that belongs on record. */
export interface TellingGroup {
  /** the one that tells it best */
  chief: TellingWord
  tellings: readonly TellingWord[]
  type: string
  sure: number
}

/** Decides what a report's events are. */
export interface Decider {
  /** the word as one that tells of an event, or undefined where it is less likely one than it must be */
  telling(scene: Scene, w: number): TellingWord | undefined
  /** how likely a word tells of an event: for training */
  sureOf(scene: Scene, w: number): number
  /** which of some words likeliest tells of one of some types, and of which: for training */
  likeliest(
    scene: Scene,
    words: readonly number[],
    types: readonly string[],
  ): { word: number; type: string } | undefined
  /** the same where the type is known: for training */
  asTelling(scene: Scene, w: number, type: string, status: string, tables?: boolean): TellingWord
  /** puts tellings of one happening together */
  merge(scene: Scene, tellings: readonly TellingWord[]): TellingGroup[]
  happenings(scene: Scene): TellingGroup[]
}

/** How many earlier tellings one is compared with. */
const BACK = 40

export function openDecider(model: EventModel): Decider {
  const { labels, may, mention, kind, status, role, moment, spot, voice, same } = model
  const { types, modes, statuses } = labels
  const sheets = [mention, role, moment, spot, same, voice].map(({ shape }) => openSheet(shape.blocks))
  const maySheet = openSheet(may.shape.blocks)
  const [mentionSheet, roleSheet, momentSheet, spotSheet, sameSheet, voiceSheet] = sheets
  const scores = new Float64Array(Math.max(mention.shape.outputs, kind.shape.outputs, status.shape.outputs))
  const two = new Float64Array(2)
  const rowSheet = new Float64Array(ROW_FEATURES)

  const asTelling = (scene: Scene, w: number, type: string, told: string, tables = false): TellingWord => {
    const context = scene.input.language.context!
    const { heads } = scene.proposal(w)
    const acting: SureParty[] = []
    const actedOn: SureParty[] = []
    for (const p of findParties(scene, w)) {
      describeRole(scene, w, type, p, roleSheet)
      role.score(context, roleSheet, two)
      const [a, r] = [sigmoid(two[0]), sigmoid(two[1])]
      if (a > 0.05 || heads.actors.includes(p)) acting.push({ word: p, sure: a })
      if (r > 0.05 || heads.recipients.includes(p)) actedOn.push({ word: p, sure: r })
    }
    const best = <Choice>(
      choices: readonly Choice[],
      describe: (choice: Choice | undefined) => void,
      none: number,
    ): Choice | undefined => {
      describe(undefined)
      let most = two[0] + none
      let found: Choice | undefined
      for (const choice of choices) {
        describe(choice)
        if (two[0] > most) [found, most] = [choice, two[0]]
      }
      return found
    }
    const time = best(
      findTimes(scene, w),
      (t) => {
        describeMoment(scene, w, type, told, t ?? -1, momentSheet)
        moment.score(context, momentSheet, two)
      },
      limits.noTime,
    )
    const place = best(
      findSpots(scene, w),
      (q) => {
        describeSpot(scene, w, type, q, spotSheet)
        spot.score(context, spotSheet, two)
      },
      limits.noPlace,
    )
    const voices = findVoices(scene, w)
    const said =
      voices.length === 0
        ? undefined
        : best(
            voices,
            (i) => {
              describeVoice(scene, w, { type, status: told }, i ?? -1, voiceSheet)
              voice.score(context, voiceSheet, two)
            },
            limits.ownWord,
          )
    const { entityAt } = scene.input.entities
    const [as, rs] = [
      chosen(w, acting, heads.actors, scene, tables),
      chosen(w, actedOn, heads.recipients, scene, tables),
    ]
    const both = (own: readonly SureParty[], other: readonly SureParty[]) =>
      own.filter(
        ({ word, sure }) => sure >= limits.bothParts || !other.some((one) => one.word === word && one.sure > sure),
      )
    const parts = { acting: both(as, rs), actedOn: both(rs, as) }
    const partiesOf = (parts: readonly SureParty[]) => parts.map(({ word }) => partyOf(entityAt, word))
    return {
      word: w,
      type,
      mode: undefined,
      status: told as Status,
      time: time ?? -1,
      place: place?.place ?? -1,
      voice: said ?? -1,
      ...parts,
      actors: partiesOf(parts.acting),
      recipients: partiesOf(parts.actedOn),
      sure: 1,
      ruled: false,
      tables,
      types: new Float64Array(types.length - 1),
    }
  }

  const telling = (scene: Scene, w: number): TellingWord | undefined => {
    const context = scene.input.language.context!
    describeMention(scene, w, mentionSheet)
    mention.score(context, mentionSheet, scores)
    const all = softmax(scores, 0, types.length)
    const sure = 1 - all[0]
    const {
      admitted,
      coded,
      told: { status: byRule },
    } = scene.proposal(w)
    const { alone } = scene
    const tables = isTables(scene, w)
    if (!tables && sure < (admitted && alone ? limits.tellingAlone : limits.telling)) return undefined
    status.score(context, mentionSheet, scores)
    const told =
      tables || (alone && admitted)
        ? (coded?.status ?? byRule)
        : byRule === 'supposed' || KINDS[byRule] === DENIED
          ? byRule
          : statuses[largest(scores, 0, statuses.length)]
    kind.score(context, mentionSheet, scores)
    const chances = softmax(scores, 1, types.length)
    for (let o = 0; o < chances.length; o++) chances[o] = Math.sqrt(chances[o] * all[o + 1])
    let t = largest(chances, 0, chances.length)
    const ruled = coded ? types.indexOf(coded.type) - 1 : -1
    if (ruled >= 0 && Math.log(chances[t] / (chances[ruled] + 1e-9)) < (alone ? limits.typeAlone : limits.type))
      t = ruled
    const type = tables ? coded!.type : types[1 + t]
    const mode = type === coded?.type && (tables || coded.mode) ? coded.mode : modeOf(type)
    const made = { ...asTelling(scene, w, type, told, tables), types: chances, mode, tables }
    return { ...made, sure: tables ? Math.max(sure, limits.tables) : sure, ruled: tables || (ruled === t && admitted) }
  }

  /** The likeliest mode of a type, by the scores that the kind's head has just given. */
  const modeOf = (type: string): string | undefined => {
    let [found, most] = ['', -Infinity]
    modes.forEach((mode, i) => {
      const own = mode === type || mode.startsWith(`${type}/`)
      if (own && scores[types.length + i] > most) [found, most] = [mode, scores[types.length + i]]
    })
    return found.includes('/') ? found.slice(found.indexOf('/') + 1) : undefined
  }

  const merge = (scene: Scene, tellings: readonly TellingWord[]): TellingGroup[] => {
    const context = scene.input.language.context!
    const groups: TellingWord[][] = []
    const groupOf: number[] = []
    const tolls = new Set<TellingWord>()
    tellings.forEach((later, j) => {
      describeSame(scene, later, undefined, sameSheet)
      same.score(context, sameSheet, two)
      let [found, most] = [-1, two[0] + limits.newHappening]
      for (let i = Math.max(0, j - BACK); i < j; i++) {
        if (tellings[i].type !== later.type || !mayJoin(scene, groups[groupOf[i]], later)) continue
        // the toll of an attack is part of it, and never its chief word
        if (tellsToll(scene, later.word, tellings[i].word)) {
          found = i
          tolls.add(later)
          break
        }
        describeSame(scene, later, tellings[i], sameSheet)
        same.score(context, sameSheet, two)
        if (two[0] > most) [found, most] = [i, two[0]]
      }
      groupOf[j] = found < 0 ? groups.push([]) - 1 : groupOf[found]
      groups[groupOf[j]].push(later)
    })
    return groups.map((group) => {
      const chief = group.reduce((best, one) => (one.sure > best.sure + 0.1 && !tolls.has(one) ? one : best))
      describeRow(scene, chief, group, rowSheet)
      return {
        chief,
        tellings: group,
        type: chief.type,
        sure: Math.max(sigmoid(dot(model.row, rowSheet)), chief.tables ? limits.tables : 0),
      }
    })
  }

  /** Whether a word is for the tables alone to decide: of a type that the heads have not learned, or a word that they have not met. */
  const isTables = (scene: Scene, w: number): boolean => {
    // most codebooks have learned types alone, so that most words need no further look
    if (mention.knows(lemmaFeature(scene, w)) && hasLearned(scene.codebook.types)) return false
    const { listed, admitted, coded } = scene.proposal(w)
    if (!listed || !admitted || !coded) return false
    return !types.includes(coded.type) || !mention.knows(lemmaFeature(scene, w))
  }

  let asked: { types: Scene['codebook']['types']; learned: boolean } | undefined
  /** Whether the heads have learned all types of a codebook; of the last one that was asked after, the answer is kept. */
  const hasLearned = (known: Scene['codebook']['types']): boolean => {
    if (asked?.types !== known)
      asked = { types: known, learned: [...known.keys()].every((type) => types.includes(type)) }
    return asked.learned
  }

  const mayTell = (scene: Scene, w: number): boolean => {
    describeMay(scene, w, maySheet)
    may.score(scene.input.language.context!, maySheet, two)
    if (two[0] >= limits.may || (scene.alone && scene.proposal(w).admitted)) return true
    return scene.isListed(w) && isTables(scene, w)
  }

  const sureOf = (scene: Scene, w: number): number => {
    describeMention(scene, w, mentionSheet)
    mention.score(scene.input.language.context!, mentionSheet, scores)
    return 1 - softmax(scores, 0, types.length)[0]
  }

  const likeliest: Decider['likeliest'] = (scene, words, wanted) => {
    let found: { word: number; type: string } | undefined
    let most = 0
    for (const w of words) {
      describeMention(scene, w, mentionSheet)
      mention.score(scene.input.language.context!, mentionSheet, scores)
      const chances = softmax(scores, 0, types.length)
      for (const type of wanted) {
        const chance = chances[types.indexOf(type)]
        if (chance > most) [found, most] = [{ word: w, type }, chance]
      }
    }
    return found
  }

  const happenings = (scene: Scene): TellingGroup[] =>
    merge(
      scene,
      scene.words.flatMap((w) => (mayTell(scene, w) ? (telling(scene, w) ?? []) : [])),
    )
  return { telling, sureOf, likeliest, asTelling, merge, happenings }
}

/** The kind of what is said not to be so. */
const DENIED = 2

/** Kinds of statuses: what was done, what is to be done, and what is said not to be so are never one happening. */
const KINDS: Readonly<Record<Status, number>> = {
  happened: 0,
  ongoing: 0,
  supposed: 0,
  planned: 1,
  threatened: 1,
  requested: 1,
  denied: DENIED,
  'not-happened': DENIED,
}

/** How many of a happening's latest tellings another one is held against, so that reading stays linear where a report tells of one without end. */
const LATEST = 8

/** Whether a telling may be one of a happening: nothing speaks against its first telling and its latest ones being of one with it. */
function mayJoin(scene: Scene, group: readonly TellingWord[], later: TellingWord): boolean {
  if (!mayBeOne(scene, group[0], later)) return false
  for (let k = Math.max(1, group.length - LATEST); k < group.length; k++)
    if (!mayBeOne(scene, group[k], later)) return false
  return true
}

/** Whether nothing speaks against two tellings being of one happening: statuses of one kind, no two days, and not others who suffered. */
function mayBeOne({ input, grammar }: Scene, a: TellingWord, b: TellingWord): boolean {
  if (KINDS[a.status] !== KINDS[b.status]) return false
  if (
    grammar.language.sentence[a.word] !== grammar.language.sentence[b.word] &&
    areOthers(grammar.language, input.entities.entityAt, a, b)
  )
    return false
  const [one, other] = [a, b].map(({ time }) => (time < 0 ? '' : (input.times.times[time].value ?? '')))
  const length = Math.min(one.length, other.length)
  return length < 4 || one.slice(0, length) === other.slice(0, length)
}

/**
 * Whether two tellings in different sentences are of others: two verbs that name who suffered, with nobody in both, or any two words that name, in
 * their own sentences, others on both sides.
 */
function areOthers({ upos, sentence }: Language, entityAt: Int32Array, a: TellingWord, b: TellingWord): boolean {
  if (upos[a.word] === 'VERB' && upos[b.word] === 'VERB' && meeting(a.recipients, b.recipients) === MEETING.differ)
    return true
  const named = ({ word: w }: TellingWord, parts: readonly SureParty[]) =>
    parts
      .filter(({ word, sure }) => sentence[word] === sentence[w] && sure >= limits.named)
      .map(({ word }) => partyOf(entityAt, word))
  return (
    meeting(named(a, a.acting), named(b, b.acting)) === MEETING.differ &&
    meeting(named(a, a.actedOn), named(b, b.actedOn)) === MEETING.differ
  )
}

/** Parties without an entity are numbered from here by their head words. */
const FREE = 1_000_000

/** Number of the party that a word names. */
const partyOf = (entityAt: Int32Array, word: number): number => (entityAt[word] >= 0 ? entityAt[word] : FREE + word)

/** Those who are likely to play a part: the rules' own are given the benefit of the doubt, and where nobody is likely, the likeliest. */
function chosen(
  w: number,
  parts: readonly SureParty[],
  ruled: readonly number[],
  scene: Scene,
  tables: boolean,
): SureParty[] {
  const { sentence } = scene.grammar.language
  const here = sentence[w]
  let none = 1
  for (const { sure } of parts) none *= 1 - sure
  if ((scene.alone || tables) && ruled.length > 0)
    return parts.filter(({ word, sure }) => ruled.includes(word) || sure >= limits.partyAlone)
  if (1 - none < limits.anybody) return []
  const taken = parts.filter(
    ({ word, sure }) =>
      sure >= (ruled.includes(word) ? limits.ruledParty : sentence[word] === here ? limits.party : limits.outerParty),
  )
  const { relation, head } = scene.grammar.language
  return taken.filter(({ word, sure }) => {
    // of 'its forces' the forces take part, and not whose they are
    if (relation[word] === 'nmod:poss' && taken.some((one) => one.word === head[word])) return false
    return (
      sure >= limits.insideParty ||
      !taken.some((one) => one.word !== word && one.sure >= sure && scene.grammar.tree.above(one.word, word))
    )
  })
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

function softmax(scores: Float64Array, from: number, to: number): Float64Array {
  const out = new Float64Array(to - from)
  let most = -Infinity
  for (let o = from; o < to; o++) most = Math.max(most, scores[o])
  let all = 0
  for (let o = from; o < to; o++) all += out[o - from] = Math.exp(scores[o] - most)
  for (let o = 0; o < out.length; o++) out[o] /= all
  return out
}

function largest(values: Float64Array, from: number, to: number): number {
  let best = from
  for (let o = from + 1; o < to; o++) if (values[o] > values[best]) best = o
  return best
}
