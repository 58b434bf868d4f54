import { type LanguageLists, openLists } from '../language/lists.ts'
import type { Count, Status } from '../record/types.ts'
import type { Resources } from '../resources.ts'
import { readWordLists } from '../word-lists.ts'
import { type Classes, type Condition, readClasses, readConditions } from './conditions.ts'
import { table, wordsOfField } from './table.ts'
import { joinNatures, type Nature, NO_NATURE, readNature, type Trait } from './traits.ts'
import { type EventWords, eventWordLists } from './words.ts'

/** A row of verbs.tsv or nouns.tsv, with what its type and mode need and how they are read. */
export interface Rule extends Nature {
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

export interface Type extends Nature {
  name: string
  cooperative: boolean
  verbal: boolean
  /** which of the learned model's weights for types is its own, counted from 1; 0 where none is */
  weight: number
}

/** What the event stage knows, compiled from codebook/event. */
export interface EventCodebook {
  types: ReadonlyMap<string, Type>
  /** what a type, or a type with a mode, needs and how it is read */
  natureOf: (type: string, mode: string) => Nature
  /** what an act that lies ahead becomes */
  ahead: { promise: string; refusal: string; threat: string }
  classes: Classes
  verbs: ReadonlyMap<string, readonly Rule[]>
  nouns: ReadonlyMap<string, readonly Rule[]>
  light: ReadonlyMap<string, readonly Light[]>
  /** status by kind of evidence ('governs', 'of-claims', 'auxiliary', 'adverb', 'determiner', 'pronoun', 'mark') and word */
  status: ReadonlyMap<string, ReadonlyMap<string, Status>>
  /** phrases that link an event to another, longest first */
  links: readonly { kind: string; words: readonly string[] }[]
  contexts: ReadonlyMap<string, readonly string[]>
  numbers: ReadonlyMap<string, { value: number; times: boolean }>
  /** how exact a number is, by the words before it */
  countWords: readonly (readonly [words: string, mod: Count['mod']])[]
  words: EventWords
  /** the language stage's lists, for the grammar */
  language: LanguageLists
}

/** Compiles the codebook's event tables. @throws RangeError where a row names a class, a type or a trait that is not there */
export function readCodebook(resources: Resources): EventCodebook {
  const rows = (name: string) => table(resources, name)
  const classes = readClasses(rows('classes'))
  const lists = readWordLists(resources, 'codebook/event/words.tsv', eventWordLists)
  const types = readTypes(rows('types'))
  const natureOf = natures(types, rows('modes'))
  const numbers = rows('numbers').map(
    ([word, value]) => [word, { value: Number(value.replace('x', '')), times: value.startsWith('x') }] as const,
  )
  return {
    types,
    natureOf,
    ahead: {
      promise: onlyOne(types, 'promise'),
      refusal: onlyOne(types, 'refusal'),
      threat: onlyOne(types, 'threat'),
    },
    classes,
    verbs: byLemma(rows('verbs').map((row) => verbRule(row, { classes, natureOf, recipients: [...lists.recipients] }))),
    nouns: byLemma(rows('nouns').map((row) => nounRule(row, { classes, natureOf }))),
    light: readLight(rows('light')),
    status: readStatus(rows('status')),
    links: rows('links').map(([kind, phrase]) => ({ kind, words: wordsOfField(phrase) })),
    contexts: readContexts(rows('contexts')),
    numbers: new Map(numbers),
    countWords: rows('count-words').map(([words, mod]) => [words, mod as Count['mod']]),
    words: lists,
    language: openLists(resources),
  }
}

function readTypes(rows: readonly string[][]): Map<string, Type> {
  return new Map(
    rows.map(([name, side, manner, needs, traits, , weight]) => [
      name,
      {
        name,
        cooperative: side === 'cooperative',
        verbal: manner === 'verbal',
        weight: Number(weight ?? 0),
        ...readNature(name, wordsOfField(needs), wordsOfField(traits)),
      },
    ]),
  )
}

type NatureOf = (type: string, mode: string) => Nature

/** What rows name. */
interface Known {
  classes: Classes
  natureOf: NatureOf
}

/** What a type, or a type with a mode, needs and how it is read. */
function natures(types: ReadonlyMap<string, Type>, modes: readonly string[][]): NatureOf {
  const ofMode = new Map<string, Nature>()
  for (const [type, mode, needs, traits] of modes) {
    const own = readNature(`${type} ${mode}`, wordsOfField(needs), wordsOfField(traits))
    ofMode.set(`${type}/${mode}`, joinNatures(types.get(type) ?? NO_NATURE, own))
  }
  return (type, mode) => ofMode.get(`${type}/${mode}`) ?? types.get(type) ?? NO_NATURE
}

function onlyOne(types: ReadonlyMap<string, Type>, trait: Trait): string {
  const found = [...types.values()].filter(({ traits }) => traits.has(trait)).map(({ name }) => name)
  if (found.length === 1) return found[0]
  const have = found.length === 0 ? 'no type has' : `${found.join(' and ')} all have`
  throw new RangeError(`codebook/event/types.tsv: ${have} the trait '${trait}'; give it to one type`)
}

function verbRule([lemma, when, type, mode, recipients]: string[], known: Known & { recipients: string[] }): Rule {
  const slots = wordsOfField(recipients)
  const mutual = slots[0] === '='
  const swapped = slots[0] === '~'
  const preferred = mutual || swapped ? slots.slice(1) : slots
  return {
    ...rule([lemma, when, type, mode], known),
    recipients: preferred.length > 0 ? preferred : known.recipients,
    mutual,
    ...(swapped ? { swapped } : {}),
  }
}

const nounRule = ([lemma, when, type, mode, whose, recipients]: string[], known: Known): Rule => ({
  ...rule([lemma, when, type, mode], known),
  recipients: wordsOfField(recipients),
  mutual: whose === 'both',
  whose: whose as Whose,
})

function rule([lemma, when, type, mode]: string[], { classes, natureOf }: Known) {
  const [cooperative, conflictual, unknown] = type.split('/')
  const { needs, traits } = natureOf(unknown ?? cooperative, mode)
  return {
    lemma,
    when: readConditions(when, classes),
    text: when,
    type: unknown ?? cooperative,
    needs,
    traits,
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
    for (const lemma of wordsOfField(lemmas)) map.set(lemma, [...(map.get(lemma) ?? []), context])
  }
  return map
}
