import { join, put, type Sheet, step } from './features.ts'
import { hashLabel } from './hashed.ts'
import type { Scene } from './scene.ts'
import { wayBetween } from './way.ts'

export const SPOT_BLOCKS = 2

const BEFORE = 3
const AFTER = 1
const MOST = 24

/** Indices of the places where the event at w may have been: those of the sentences around it, the latest first, and the report's first. */
export function findSpots({ grammar: { language }, placeOf }: Scene, w: number): number[] {
  const { sentence, sentences, size } = language
  const found: number[] = []
  const take = (x: number) => {
    if (placeOf[x] >= 0 && found.length < MOST && !found.includes(placeOf[x])) found.push(placeOf[x])
  }
  const s = sentence[w]
  for (let x = sentences[s].from; x < sentences[s].to; x++) take(x)
  for (let x = sentences[s].from - 1; x >= sentences[Math.max(0, s - BEFORE)].from; x--) take(x)
  for (let x = sentences[s].to; x < sentences[Math.min(sentences.length - 1, s + AFTER)].to; x++) take(x)
  for (let x = 0; x < Math.min(size, sentences[Math.min(1, sentences.length - 1)].to); x++) take(x)
  return found
}

/** Writes down how place q (-1: none) stands to the event at w. */
export function describeSpot(scene: Scene, w: number, type: string, q: number, sheet: Sheet): void {
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
  put(sheet, 0, q < 0 ? 0 : 1)
  if (q < 0) {
    put(sheet, 1, what, ruled === undefined ? 0 : 1)
    put(sheet, 2, upos[w], ruled === undefined ? 0 : 1)
    put(sheet, 3, lemma[w])
    put(sheet, 4, relation[w])
    put(sheet, 5, scene.cueOf[w] >= 0 ? 1 : 0, what)
    return
  }
  const place = places[q]
  let from = w
  const { from: first } = sentences[sentence[w]]
  // the nearest word of the place: it is one span
  for (let x = firstWordAt(language.start, place.start), to = x + 8; x < to && x < language.size; x++) {
    if (scene.placeOf[x] === q) {
      from = x
      if (head[x] < 0 || scene.placeOf[head[x]] !== q) break
    }
  }
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
  put(sheet, 39, hashLabel((place as { level?: string }).level ?? '-'), near)
  const inside = input.statements.innermost
  put(sheet, 40, inside[w] === inside[from] ? 1 : inside[from] < 0 ? 2 : 3, near)
  put(sheet, 41, from >= first ? 1 : 0, relation[from])
  sheet.words[1] = from
}

function firstWordAt(start: Int32Array, offset: number): number {
  let [low, high] = [0, start.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if (start[mid] < offset) low = mid + 1
    else high = mid
  }
  return Math.max(0, low - 1)
}
