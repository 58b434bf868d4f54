import { join, put, type Sheet, step } from './features.ts'
import { hashLabel } from './hashed.ts'
import type { Scene } from './scene.ts'
import { wayBetween } from './way.ts'

export const SPOT_BLOCKS = 2

const BEFORE = 3
const AFTER = 1
const MOST = 24

/** A place where an event may have been, and the word of the report that speaks of it there. */
export interface EventSpot {
  /** index of the place */
  place: number
  /** head word of the mention: of the place itself, or a later one of its entity ('the city') */
  at: number
}

/**
 * The places where the event at w may have been: those of the sentences around it, the latest first, the report's first, and
 * those that it speaks of most. A mention without a place of its own ('the country') stands for the first place of its entity.
 */
export function findSpots(scene: Scene, w: number): EventSpot[] {
  const { grammar, placeOf, placeOfEntity, oftenPlaces } = scene
  const { entityAt } = scene.input.entities
  const { sentence, sentences, head, size } = grammar.language
  const found: EventSpot[] = []
  const seen = new Set<number>()
  const take = (x: number) => {
    const place = placeOf[x] >= 0 ? placeOf[x] : entityAt[x] >= 0 ? placeOfEntity[entityAt[x]] : -1
    if (place < 0 || found.length >= MOST || seen.has(place)) return
    seen.add(place)
    // of the place's words, the one that governs the others
    let at = x
    for (let up = head[at]; up >= 0 && placeOf[up] === place && up !== at; up = head[at]) at = up
    found.push({ place, at })
  }
  const s = sentence[w]
  for (let x = sentences[s].from; x < sentences[s].to; x++) take(x)
  for (let x = sentences[s].from - 1; x >= sentences[Math.max(0, s - BEFORE)].from; x--) take(x)
  for (let x = sentences[s].to; x < sentences[Math.min(sentences.length - 1, s + AFTER)].to; x++) take(x)
  for (let x = 0; x < Math.min(size, sentences[Math.min(1, sentences.length - 1)].to); x++) take(x)
  for (const x of oftenPlaces) take(x)
  return found
}

/** Writes down how a place (undefined: none) stands to the event at w. */
export function describeSpot(scene: Scene, w: number, type: string, spot: EventSpot | undefined, sheet: Sheet): void {
  const { hashed, grammar, input } = scene
  const { language, tree } = grammar
  const { head, sentence, sentences } = language
  const { lemma, lower, upos, relation } = hashed
  const { places, entities, entityAt } = input.entities
  const what = hashLabel(type)
  const ruled = scene.rulePlace(w)
  sheet.size = 0
  sheet.words[0] = w
  sheet.words[1] = -1
  put(sheet, 0, spot ? 1 : 0)
  if (!spot) {
    put(sheet, 1, what, ruled === undefined ? 0 : 1)
    put(sheet, 2, upos[w], ruled === undefined ? 0 : 1)
    put(sheet, 3, lemma[w])
    put(sheet, 4, relation[w])
    put(sheet, 5, scene.cueOf[w] >= 0 ? 1 : 0, what)
    return
  }
  const { place: q, at: from } = spot
  const place = places[q]
  const { from: first } = sentences[sentence[w]]
  const apart = sentence[from] - sentence[w]
  const near = Math.max(-4, apart)
  const way = wayBetween(scene, w, from)
  const chosen = ruled === place.id ? 1 : 0
  put(sheet, 20, chosen, what)
  put(sheet, 21, chosen, near)
  put(sheet, 22, way.hash)
  put(sheet, 23, way.short, upos[w])
  put(sheet, 24, way.up, way.down)
  put(sheet, 25, near, what)
  const marker = tree.child(from, 'case')
  const preposition = marker < 0 ? 0 : lower[marker]
  put(sheet, 26, preposition, near)
  put(sheet, 27, preposition, what)
  put(sheet, 28, preposition, join(way.short, what))
  put(sheet, 29, relation[from], near)
  if (head[from] >= 0) put(sheet, 30, lemma[head[from]], near === 0 ? 1 : 0)
  put(sheet, 31, tree.above(w, from) ? 1 : 0, near === 0 ? 1 : 0)
  put(sheet, 32, step(from - w), near)
  const entity = entityAt[from] >= 0 ? entities[entityAt[from]] : undefined
  put(sheet, 33, hashLabel(entity?.kind ?? '-'), near)
  put(sheet, 34, step(entity?.mentions.length ?? 0), near)
  put(sheet, 35, from < sentences[0].to ? 1 : 0, near)
  put(sheet, 36, scene.sourceOf[from] >= 0 ? 1 : 0, near)
  const { heads } = scene.proposal(w)
  put(sheet, 37, (heads.actors.includes(from) ? 1 : 0) + (heads.recipients.includes(from) ? 2 : 0), what)
  const isCountry =
    entity !== undefined &&
    entity.code?.country !== undefined &&
    place.entity !== undefined &&
    (entity.code.sectors.includes('GOV') || entity.mentions.length > 3)
  put(sheet, 38, isCountry ? 1 : 0, near)
  put(sheet, 39, hashLabel(place.level ?? '-'), near)
  const inside = input.statements.innermost
  put(sheet, 40, inside[w] === inside[from] ? 1 : inside[from] < 0 ? 2 : 3, near)
  put(sheet, 41, from >= first ? 1 : 0, relation[from])
  put(sheet, 42, scene.placeOf[from] >= 0 ? 1 : 0, near)
  put(sheet, 43, scene.oftenRank(q), near)
  put(sheet, 44, scene.oftenRank(q), hashLabel(place.level ?? '-'))
  sheet.words[1] = from
}
