/** Without whom a word tells of no event of a type, or of a mode: the words of the field `needs`. */
const needs = ['actor', 'actor-always', 'recipient'] as const
/** How an event of a type, or of a mode, is read: the words of the field `traits`. The heads of the tables say what each means. */
const traits = [
  'addressed',
  'as-hit',
  'counts-arrested',
  'counts-size',
  'jointly',
  'patient-enough',
  'place-hit',
  'promise',
  'refusal',
  'settled',
  'spoken',
  'takes-in',
  'takes-toll',
  'there',
  'threat',
  'unguessed',
] as const

export type Need = (typeof needs)[number]
export type Trait = (typeof traits)[number]

/** What a type, or a type with its mode, needs, and how it is read. */
export interface Nature {
  needs: ReadonlySet<Need>
  traits: ReadonlySet<Trait>
}

/** Of what is no event. */
export const NO_NATURE: Nature = { needs: new Set(), traits: new Set() }

/** @throws RangeError where a field has a word that none of them is */
export const readNature = (row: string, needed: readonly string[], told: readonly string[]): Nature => ({
  needs: known(row, needed, needs),
  traits: known(row, told, traits),
})

export const join = (a: Nature, b: Nature): Nature => ({
  needs: new Set([...a.needs, ...b.needs]),
  traits: new Set([...a.traits, ...b.traits]),
})

function known<Word extends string>(row: string, words: readonly string[], all: readonly Word[]): Set<Word> {
  const odd = words.find((word) => !all.some((one) => one === word))
  if (odd !== undefined)
    throw new RangeError(`codebook/event: '${odd}' of ${row} is none of ${all.join(', ')}; write one of them, or '-'`)
  return new Set(words as Word[])
}
