import { stableId } from '../../record/id.ts'
import type { Event } from '../../record/types.ts'
import { findContexts } from '../contexts.ts'
import { rememberedIn } from '../frame.ts'
import type { Found } from '../links.ts'
import { toRoles } from '../roles.ts'
import type { Decider, SureParty, TellingGroup, TellingWord } from './decide.ts'
import { limits } from './limits.ts'
import type { Scene } from './scene.ts'
import { tallyOf } from './tally.ts'

/** The events of a report, one a happening, in the order of their triggers. */
export function findEvents(scene: Scene, decider: Decider): Found[] {
  const taken = new Set<string>()
  const kept = decider
    .happenings(scene)
    .filter(({ sure, chief }) => (scene.alone ? chief.ruled || sure >= limits.rowAlone : sure >= limits.row))
    .sort((a, b) => a.chief.word - b.chief.word)
  const of = new Map(kept.flatMap((happening) => happening.tellings.map(({ word }) => [word, happening] as const)))
  return kept.map((happening) => ({
    event: eventOf(scene, happening, { taken, isOthers: (w) => of.has(w) && of.get(w) !== happening }),
    candidate: scene.proposal(happening.chief.word).candidate,
  }))
}

function eventOf(
  scene: Scene,
  happening: TellingGroup,
  { taken, isOthers }: { taken: Set<string>; isOthers: (w: number) => boolean },
): Event {
  const { input, grammar, codebook, context } = scene
  const { chief, tellings, type, sure } = happening
  const { statements } = input
  const trigger = spanOf(scene, chief)
  const acting = partsOf(scene, chief, tellings, ({ acting }) => acting)
  const actedOn = partsOf(scene, chief, tellings, ({ actedOn }) => actedOn)
  const actors = without(acting, actedOn)
  const recipients = without(actedOn, acting)
  const time = [chief, ...tellings].find((one) => one.time >= 0)
  const place = [chief, ...tellings].find((one) => one.place >= 0)
  const statement = statements.statements[wordOf(happening)]
  const { candidate, listed, told } = scene.proposal(chief.word)
  const toll = tallyOf(scene, {
    words: [chief.word, ...tellings.filter((one) => one !== chief).map(({ word }) => word)],
    isOthers,
    nature: codebook.natureOf(type, chief.mode ?? '-'),
    actors,
    recipients,
  })
  const also = tellings.filter((one) => one !== chief).map((one) => spanOf(scene, one))
  return {
    id: stableId('v', [trigger.start, trigger.end, type], taken),
    type,
    ...(chief.mode ? { mode: chief.mode } : {}),
    contexts: findContexts(grammar, codebook, [chief.word, ...actors, ...recipients]),
    trigger,
    ...(also.length > 0 ? { also } : {}),
    actors: toRoles(context, actors),
    recipients: toRoles(context, recipients),
    ...whenOf(scene, chief, time),
    ...(place ? { where: input.entities.places[place.place].id } : {}),
    ...toll,
    status: chief.status,
    word: statement ? { statement: statement.id } : {},
    why: `${listed ? `${candidate.rule.lemma}${candidate.rule.text === '-' ? '' : ` (${candidate.rule.text})`}` : grammar.language.lemma[chief.word]}; ${chief.status}: ${told.why}`,
    confidence: Math.round(sure * 100) / 100,
  }
}

/** The words of a telling: the verb with its particle, or the noun with the verb that lends it its subject. */
function spanOf(scene: Scene, { word }: TellingWord) {
  const { language } = scene.grammar
  const { candidate } = scene.proposal(word)
  return { start: language.start[candidate.from], end: language.end[candidate.to] }
}

/** Least chance of one who is named with a later mention alone. */
const LATER = 0.5

/** Parts by who plays them, an entity or the head word of a phrase without one. */
type Parts = ReadonlyMap<number, SureParty>

/**
 * Those who play a part: whom the chief telling names (where it names nobody, the surest telling that does), and whom other tellings are sure
 * of. Of each entity the likeliest mention.
 */
function partsOf(
  scene: Scene,
  chief: TellingWord,
  tellings: readonly TellingWord[],
  of: (telling: TellingWord) => readonly SureParty[],
): Parts {
  const { entityAt } = scene.input.entities
  const naming = tellings.filter((one) => of(one).length > 0)
  const first = naming.includes(chief)
    ? chief
    : naming.reduce<TellingWord | undefined>((a, b) => (a && a.sure >= b.sure ? a : b), undefined)
  const best = new Map<number, SureParty>()
  for (const telling of naming)
    for (const part of of(telling)) {
      if (telling !== first && part.sure < LATER) continue
      const key = entityAt[part.word] >= 0 ? -1 - entityAt[part.word] : part.word
      const before = best.get(key)
      if (!before || part.sure > before.sure) best.set(key, part)
    }
  return best
}

/** Head words of parts, those left out who are likelier on the other side, in text order. */
function without(parts: Parts, others: Parts): number[] {
  return [...parts]
    .filter(([key, { sure }]) => (others.get(key)?.sure ?? 0) <= sure)
    .map(([, { word }]) => word)
    .sort((a, b) => a - b)
}

/** Index of the statement on whose word a happening stands, or -1: what the report tells itself anywhere stands on its own word. */
function wordOf({ chief, tellings }: TellingGroup): number {
  if (tellings.some((one) => one.voice < 0 && one.status === chief.status)) return -1
  return chief.voice
}

function whenOf(scene: Scene, chief: TellingWord, telling: TellingWord | undefined): Pick<Event, 'when' | 'whenBasis'> {
  const { times, details, published } = scene.input.times
  if (!telling) {
    const done = chief.status === 'happened' || chief.status === 'ongoing'
    const remembered = rememberedIn(scene.grammar, scene.codebook.words, chief.word) !== undefined
    return done && !remembered && published !== undefined ? { whenBasis: 'published' } : {}
  }
  const { id } = times[telling.time]
  const ruled = scene.ruleTime(telling.word)
  const { sentence } = scene.grammar.language
  const apart = sentence[details[telling.time].from] !== sentence[telling.word]
  return { when: id, whenBasis: ruled?.time === id ? ruled.basis : apart ? 'sentence-before' : 'main-clause' }
}
