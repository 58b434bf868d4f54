import type { Status } from '../record/types.ts'
import type { Resources } from '../resources.ts'
import { type Classes, type Condition, readClasses, readConditions } from './conditions.ts'
import { table, words } from './table.ts'

/** A row of verbs.tsv or nouns.tsv. */
export interface Rule {
  lemma: string
  when: readonly Condition[]
  /** the `when` field as it stands */
  text: string
  /** PLOVER type; 'none' where the row says that this is no event */
  type: string
  /** of rows such as 'AGREE/THREATEN/none': types by the act inside; `type` is that of no known act */
  promised?: { cooperative: string; conflictual: string }
  mode?: string
  /** slots that recipients are looked for in, in order of preference */
  recipients: readonly string[]
  /** whether those who act and those acted on both act ('A met B') */
  mutual: boolean
  /** whether the grammatical object of a passive acts: 'Kestria was opposed to it' */
  swapped?: boolean
  /** of a noun: whom its possessive or 'of' names */
  whose?: Whose
}

export type Whose = 'act' | 'target' | 'patient' | 'both' | 'none'

/** A verb that lends an event noun its subject. */
export interface Light {
  particle?: string
  whose: Whose
  status?: Status
}

export interface Type {
  cooperative: boolean
  verbal: boolean
}

/** What the event stage knows, compiled from codebook/event. */
export interface Codebook {
  types: ReadonlyMap<string, Type>
  classes: Classes
  verbs: ReadonlyMap<string, readonly Rule[]>
  nouns: ReadonlyMap<string, readonly Rule[]>
  light: ReadonlyMap<string, readonly Light[]>
  /** status by kind of evidence ('governs', 'auxiliary', 'adverb', 'determiner', 'mark') and word */
  status: ReadonlyMap<string, ReadonlyMap<string, Status>>
  /** phrases that link an event to another, longest first */
  links: readonly { kind: string; words: readonly string[] }[]
  contexts: ReadonlyMap<string, readonly string[]>
  numbers: ReadonlyMap<string, { value: number; times: boolean }>
}

const DEFAULT_RECIPIENTS = ['obj', 'against', 'on', 'upon', 'at', 'with', 'to', 'toward', 'towards', 'into', 'over']

/** Compiles the codebook's event tables. @throws RangeError where a row names a class that is not there */
export function readCodebook(resources: Resources): Codebook {
  const rows = (name: string) => table(resources, name)
  const classes = readClasses(rows('classes'))
  const numbers = rows('numbers').map(
    ([word, value]) => [word, { value: Number(value.replace('x', '')), times: value.startsWith('x') }] as const,
  )
  return {
    types: new Map(
      rows('types').map(([type, side, manner]) => [
        type,
        { cooperative: side === 'cooperative', verbal: manner === 'verbal' },
      ]),
    ),
    classes,
    verbs: byLemma(rows('verbs').map((row) => verbRule(row, classes))),
    nouns: byLemma(rows('nouns').map((row) => nounRule(row, classes))),
    light: readLight(rows('light')),
    status: readStatus(rows('status')),
    links: rows('links').map(([kind, phrase]) => ({ kind, words: words(phrase) })),
    contexts: readContexts(rows('contexts')),
    numbers: new Map(numbers),
  }
}

function verbRule([lemma, when, type, mode, recipients]: string[], classes: Classes): Rule {
  const slots = words(recipients)
  const mutual = slots[0] === '='
  const swapped = slots[0] === '~'
  const preferred = mutual || swapped ? slots.slice(1) : slots
  return {
    ...rule([lemma, when, type, mode], classes),
    recipients: preferred.length > 0 ? preferred : DEFAULT_RECIPIENTS,
    mutual,
    ...(swapped ? { swapped } : {}),
  }
}

const nounRule = ([lemma, when, type, mode, whose, recipients]: string[], classes: Classes): Rule => ({
  ...rule([lemma, when, type, mode], classes),
  recipients: words(recipients),
  mutual: whose === 'both',
  whose: whose as Whose,
})

function rule([lemma, when, type, mode]: string[], classes: Classes) {
  const [cooperative, conflictual, unknown] = type.split('/')
  return {
    lemma,
    when: readConditions(when, classes),
    text: when,
    type: unknown ?? cooperative,
    ...(conflictual ? { promised: { cooperative, conflictual } } : {}),
    ...(mode === '-' ? {} : { mode }),
  }
}

function byLemma(rules: readonly Rule[]): Map<string, Rule[]> {
  const map = new Map<string, Rule[]>()
  for (const rule of rules) map.set(rule.lemma, [...(map.get(rule.lemma) ?? []), rule])
  return map
}

function readLight(rows: readonly string[][]): Map<string, Light[]> {
  const map = new Map<string, Light[]>()
  for (const [lemma, particle, whose, status] of rows) {
    const light: Light = {
      whose: whose as Whose,
      ...(particle === '-' ? {} : { particle }),
      ...(status === '-' ? {} : { status: status as Status }),
    }
    map.set(lemma, [...(map.get(lemma) ?? []), light])
  }
  return map
}

function readStatus(rows: readonly string[][]): Map<string, Map<string, Status>> {
  const map = new Map<string, Map<string, Status>>()
  for (const [how, word, status] of rows) {
    const words = map.get(how) ?? new Map()
    map.set(how, words.set(word, status as Status))
  }
  return map
}

function readContexts(rows: readonly string[][]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const [context, lemmas] of rows) {
    for (const lemma of words(lemmas)) map.set(lemma, [...(map.get(lemma) ?? []), context])
  }
  return map
}
