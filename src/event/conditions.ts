import { wordsOfField } from './table.ts'

/** One condition of a codebook row: what must, or must not, stand in a slot of the word. */
export interface Condition {
  /** 'subj', 'obj', 'iobj', 'pass', 'ccomp', 'xcomp', 'prt', 'mod', 'plural', 'light', 'must', 'sent', or a preposition */
  slot: string
  /** lemmas, one of which must stand there; none given: anything */
  lemmas?: ReadonlySet<string>
  negated: boolean
}

/** Stands for '@name' in a condition: a person's name. */
export const PERSON_NAME: ReadonlySet<string> = new Set(['@name'])

/** What conditions ask of a word. */
export interface Slots {
  /** whether the slot holds anything, or one of these lemmas */
  has(slot: string, lemmas?: ReadonlySet<string>): boolean
}

export type Classes = ReadonlyMap<string, ReadonlySet<string>>

/** Classes of words, by name, from rows of [name, lemmas]. */
export function readClasses(rows: readonly string[][]): Classes {
  const classes = new Map<string, Set<string>>()
  for (const [name, lemmas] of rows) {
    const set = classes.get(name) ?? new Set()
    for (const lemma of wordsOfField(lemmas)) set.add(lemma)
    classes.set(name, set)
  }
  return classes
}

/**
 * Reads the `when` field of a codebook row.
 *
 * @throws RangeError where it names a class that classes.tsv lacks
 * @example readConditions('obj=@aid !pass', classes) // [{ slot: 'obj', lemmas, negated: false }, { slot: 'pass', negated: true }]
 */
export function readConditions(field: string, classes: Classes): Condition[] {
  return wordsOfField(field).map((text) => {
    const negated = text.startsWith('!')
    const [slot, value] = text.slice(negated ? 1 : 0).split('=')
    if (value === undefined) return { slot, negated }
    if (!value.startsWith('@')) return { slot, lemmas: new Set([value]), negated }
    const lemmas = value === '@name' ? PERSON_NAME : classes.get(value.slice(1))
    if (!lemmas) throw new RangeError(`codebook/event: '${text}' names a class that classes.tsv lacks; add it there`)
    return { slot, lemmas, negated }
  })
}

/** Whether all conditions hold. */
export const holds = (conditions: readonly Condition[], slots: Slots): boolean =>
  conditions.every(({ slot, lemmas, negated }) => slots.has(slot, lemmas) !== negated)

/** The row with the most conditions that hold; of several, the one that names words rather than classes or nothing. */
export function best<Row extends { when: readonly Condition[] }>(rows: readonly Row[], slots: Slots): Row | undefined {
  let found: Row | undefined
  for (const row of rows) {
    if ((!found || narrowness(row) > narrowness(found)) && holds(row.when, slots)) found = row
  }
  return found
}

/** One for each condition, and a little for naming a class, more for naming a word. */
const narrowness = ({ when }: { when: readonly Condition[] }): number =>
  when.reduce((sum, { lemmas }) => sum + 1 + (lemmas === undefined ? 0 : lemmas.size === 1 ? 0.1 : 0.05), 0)
