import type { Scene } from './scene.ts'

/** Levels of places that hold others. */
const HOLDS = new Set(['country', 'division'])

/**
 * Whether the phrase at x only says where: the country or state behind a town ("in Rome, Georgia"), or the edge of a land behind a
 * preposition of place ("on the frontier with Kestria"). Such a phrase is no party.
 */
export function isOnlyWhere(scene: Scene, x: number): boolean {
  return holdsPlaceBefore(scene, x) || isEdge(scene, x)
}

function holdsPlaceBefore({ placeOf, grammar: { language }, input: { entities } }: Scene, x: number): boolean {
  const { form, sentence, relation } = language
  const own = placeOf[x]
  if (own < 0 || relation[x] === 'conj' || !HOLDS.has(entities.places[own].level ?? '')) return false
  let first = x
  while (first > 0 && placeOf[first - 1] === own) first--
  if (first < 2 || sentence[first - 2] !== sentence[x] || (form[first - 1] !== ',' && form[first - 1] !== '('))
    return false
  const before = placeOf[first - 2]
  if (before < 0 || before === own) return false
  const [held, holder] = [entities.places[before], entities.places[own]]
  return (
    held.level !== 'country' &&
    held.level !== holder.level &&
    held.country !== undefined &&
    held.country === holder.country
  )
}

function isEdge({ codebook: { words }, grammar: { language, tree } }: Scene, x: number): boolean {
  if (language.upos[x] !== 'NOUN' || !words.edges.has(language.lemma[x])) return false
  const preposition = tree.child(x, 'case')
  return preposition >= 0 && words.around.has(language.lower[preposition])
}
