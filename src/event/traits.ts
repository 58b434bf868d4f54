import { needs, traits } from '../codebook/traits.ts'

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

export const joinNatures = (a: Nature, b: Nature): Nature => ({
  needs: new Set([...a.needs, ...b.needs]),
  traits: new Set([...a.traits, ...b.traits]),
})

function known<Word extends string>(row: string, words: readonly string[], all: readonly Word[]): Set<Word> {
  const odd = words.find((word) => !all.some((one) => one === word))
  if (odd !== undefined)
    throw new RangeError(`codebook/event: '${odd}' of ${row} is none of ${all.join(', ')}; write one of them, or '-'`)
  return new Set(words as Word[])
}
