import { parseTable, type Resources } from '../resources.ts'
import { readWordLists } from '../word-lists.ts'
import { type Atlas, openAtlas, type Spot } from './atlas.ts'
import { fold } from './fold.ts'
import { type Phrases, phrases } from './phrases.ts'
import { placeKey } from './place-key.ts'
import { type EntityLists, entityWordLists } from './words.ts'

/** What a name in the registry stands for. */
export interface Actor {
  as: 'country' | 'capital' | 'disputed' | 'seat' | 'organization'
  country: string
  sectors: readonly string[]
  /** the row's usual name: the same for all its other names */
  usual: string
  /** whether only exact capitals count: 'WHO' is not 'who' */
  exact: boolean
}

/** One term of office of a person. */
export interface Term {
  country: string
  sectors: readonly string[]
  from: string
  to: string
  office: string
  usual: string
}

/** A 'thing' is no entity, but gives its user a sector: 'two Kestrian warplanes'. */
export type NounKind = 'person' | 'organization' | 'group' | 'place' | 'facility' | 'thing'
export interface Noun {
  kind: NounKind
  sector: string
  gender: '' | 'm' | 'f'
}

export interface Modifier {
  effect: 'former' | 'sector' | 'none'
  sector: string
}

export interface Title {
  sector: string
  gender: '' | 'm' | 'f'
}

/** A word for what speaks though it is no person and no body. */
export interface Speaking {
  kind: 'document' | 'quantity'
  number: '' | 's' | 'p'
}

export interface BareName {
  at: number
  end: number
  level?: 'town' | 'division'
}

/** A word of places' and bodies' names that is no place's own name. */
export interface PlaceWord {
  role: 'before' | 'behind' | 'paper' | 'link'
  level?: 'town' | 'division'
}

export interface Pronoun {
  number: '' | 's' | 'p'
  gender: '' | 'm' | 'f' | 'n'
  animate: '' | 'yes' | 'no'
  person: 1 | 2 | 3
  /** the form that stands for all of its sort: 'he' for 'him' and 'his' */
  base?: string
}

/** The entity stage's tables, ready to be looked things up in. */
export interface EntityCodebook {
  actors: Phrases<Actor[]>
  /** 'iranian', 'iranians' to 'IRN' */
  adjectives: Phrases<string>
  people: Phrases<Term[]>
  /** last words of people's names that only one person of the registry bears */
  surnames: ReadonlyMap<string, Term[]>
  nouns: Phrases<Noun>
  /** irregular plurals, folded, to their singular */
  irregular: ReadonlyMap<string, string>
  modifiers: ReadonlyMap<string, Modifier>
  titles: Phrases<Title>
  /** documents and people told by number alone: entities only where they speak */
  speaking: ReadonlyMap<string, Speaking>
  /** words that a body's name has or lacks: 'inc.', 'party' */
  nameEndings: ReadonlySet<string>
  /** nouns that are one with the name beside them: where it stands */
  namedNouns: ReadonlyMap<string, 'of' | 'after' | 'both'>
  /** a noun to the nouns and sectors of those whom it may call too */
  alsoCalled: ReadonlyMap<string, { nouns: ReadonlySet<string>; sectors: ReadonlySet<string> }>
  /** lemmas of verbs by which somebody says something, from the statements' cues */
  sayings: ReadonlySet<string>
  pronouns: ReadonlyMap<string, Pronoun>
  /** words that the steps ask for by the list's name */
  lists: EntityLists
  firstNames: ReadonlyMap<string, 'm' | 'f'>
  atlas: Atlas
  /** folded name to the place that most likely bears it */
  spots: ReadonlyMap<string, Spot>
  placeWords: ReadonlyMap<string, PlaceWord>
  /** words [from, to) as the atlas is asked for them */
  placeKeyOf(words: { folded: readonly string[] }, from: number, to: number): string
  /** a place's own name within words [from, to): without 'province', 'northern' and the like; the longest first */
  bareNames(words: { folded: readonly string[] }, from: number, to: number): BareName[]
  /** for every folded word that begins something in a table, the tables' `BeginsIn` bits: most words begin nothing */
  begins: ReadonlyMap<string, number>
}

/** Tables that `begins` tells apart. */
export const BeginsIn = {
  people: 1,
  actors: 2,
  adjectives: 4,
  nouns: 8,
  titles: 16,
  modifiers: 32,
  spots: 64,
  surnames: 128,
}

const list = (field: string | undefined) => (field ? field.split('|') : [])
const table = (resources: Resources, name: string) => parseTable(resources.text(`codebook/entity/${name}.tsv`))

export function openCodebook(resources: Resources): EntityCodebook {
  const tables = openTables(resources)
  return { ...tables, begins: beginnings(tables) }
}

function beginnings(tables: Omit<EntityCodebook, 'begins'>): Map<string, number> {
  const begins = new Map<string, number>()
  for (const [name, bit] of Object.entries(BeginsIn)) {
    const table = tables[name as keyof typeof BeginsIn]
    const words = 'firstWords' in table ? table.firstWords() : table.keys()
    for (const key of words) {
      const word = key.split(' ', 1)[0]
      begins.set(word, (begins.get(word) ?? 0) | bit)
    }
  }
  return begins
}

function openTables(resources: Resources): Omit<EntityCodebook, 'begins'> {
  return {
    actors: actors(resources),
    adjectives: adjectives(resources),
    ...people(resources),
    nouns: nouns(resources),
    irregular: new Map(
      parseTable(resources.text('codebook/irregular-nouns.tsv')).map(([plural, one]) => [fold(plural), fold(one)]),
    ),
    modifiers: new Map(
      table(resources, 'modifiers').map(([word, effect, sector = '']) => [
        word,
        { effect: effect as Modifier['effect'], sector },
      ]),
    ),
    titles: titles(resources),
    nameEndings: new Set(parseTable(resources.text('codebook/entity/name-endings.txt')).map(([word]) => word)),
    namedNouns: new Map(
      table(resources, 'named-nouns').map(([where, noun]) => [noun, where as 'of' | 'after' | 'both']),
    ),
    alsoCalled: new Map(
      table(resources, 'also-called').map(([noun, nouns, sectors]) => [
        noun,
        { nouns: new Set(list(nouns)), sectors: new Set(list(sectors)) },
      ]),
    ),
    sayings: sayings(resources),
    speaking: new Map(table(resources, 'speaking').map(([kind, number, word]) => [word, { kind, number } as Speaking])),
    pronouns: new Map(
      table(resources, 'pronouns').map(([word, number = '', gender = '', animate = '', person = '3', base]) => [
        word,
        { number, gender, animate, person: Number(person), ...(base ? { base } : {}) } as Pronoun,
      ]),
    ),
    lists: readWordLists(resources, 'codebook/entity/words.tsv', entityWordLists),
    firstNames: new Map(table(resources, 'first-names').map(([name, gender]) => [fold(name), gender as 'm' | 'f'])),
    ...places(resources),
  }
}

function sayings(resources: Resources): Set<string> {
  const rows = parseTable(resources.text('codebook/statement/cues.tsv'))
  const acts = parseTable(resources.text('codebook/statement/acts.txt'))
  const unsaid = new Set(acts.flatMap(([act, , traits = '']) => (traits.split(' ').includes('unsaid') ? [act] : [])))
  const verbs = rows.filter(([cue, part, act]) => part === 'verb' && !unsaid.has(act) && !cue.includes(' '))
  return new Set(verbs.map(([cue]) => cue))
}

/** All capitals and dots, and short: matched only as it stands. */
const isExact = (name: string) => name.length <= 6 && !/\s/.test(name) && name === name.toUpperCase()

function actors(resources: Resources): Phrases<Actor[]> {
  const found = phrases<Actor[]>()
  const add = (name: string, actor: Omit<Actor, 'exact'>) => {
    const row = { ...actor, exact: isExact(name) }
    const known = found.get(name)
    if (known) known.push(row)
    else found.add(name, [row])
  }
  for (const [name, country, sectors] of table(resources, 'disputed'))
    add(name, { as: 'disputed', country, sectors: list(sectors), usual: name })
  for (const [country, name, others, , capitals] of table(resources, 'countries')) {
    for (const each of [name, ...list(others)]) add(each, { as: 'country', country, sectors: [], usual: name })
    for (const each of list(capitals)) add(each, { as: 'capital', country, sectors: ['GOV'], usual: each })
  }
  for (const [name, country, sectors] of table(resources, 'other-names'))
    add(name, { as: 'seat', country, sectors: list(sectors), usual: name })
  for (const [, country, sectors, names] of table(resources, 'organizations')) {
    for (const one of names.split(';'))
      for (const each of list(one))
        add(each, { as: 'organization', country, sectors: list(sectors), usual: list(one)[0] })
  }
  return found
}

function adjectives(resources: Resources): Phrases<string> {
  const found = phrases<string>()
  for (const [country, , , words] of table(resources, 'countries'))
    for (const word of list(words))
      for (const form of /(?:s|sh|ch|ese|x)$/i.test(word) ? [word] : [word, `${word}s`]) found.add(form, country)
  return found
}

function people(resources: Resources): { people: Phrases<Term[]>; surnames: Map<string, Term[]> } {
  const found = phrases<Term[]>()
  const bearers = new Map<string, { names: Set<string>; terms: Term[]; shared: boolean }>()
  for (const [country, sectors, from = '', to = '', office = '', names] of table(resources, 'people')) {
    for (const name of list(names)) {
      const term = { country, sectors: list(sectors), from, to, office, usual: name }
      const terms = found.get(name)
      if (terms) terms.push(term)
      else found.add(name, [term])
      const last = fold(name.split(' ').at(-1) ?? name)
      const bearer = bearers.get(last) ?? { names: new Set(list(names)), terms: [], shared: false }
      bearers.set(last, bearer)
      bearer.terms.push(term)
      // Spellings of one person stand in one row; another row that shares none of them is somebody else.
      if (list(names).some((each) => bearer.names.has(each))) for (const each of list(names)) bearer.names.add(each)
      else bearer.shared = true
    }
  }
  const unique = [...bearers].filter(([last, { shared }]) => last.length >= SHORTEST_SURNAME && !shared)
  return { people: found, surnames: new Map(unique.map(([last, { terms }]) => [last, terms])) }
}

const SHORTEST_SURNAME = 4

function nouns(resources: Resources): Phrases<Noun> {
  const found = phrases<Noun>()
  for (const [kind, sector, gender, words] of table(resources, 'nouns'))
    for (const word of list(words))
      found.add(word, { kind: kind as NounKind, sector, gender: gender as Noun['gender'] })
  return found
}

function titles(resources: Resources): Phrases<Title> {
  const found = phrases<Title>()
  for (const [title, sector = '', gender = ''] of table(resources, 'titles'))
    found.add(title, { sector, gender: gender as Title['gender'] })
  return found
}

function places(
  resources: Resources,
): Pick<EntityCodebook, 'atlas' | 'spots' | 'placeWords' | 'placeKeyOf' | 'bareNames'> {
  const atlas = openAtlas(resources)
  const rows = table(resources, 'place-words')
  const placeWords = new Map(
    rows.map(([word, role, level]) => [word, { role, ...(level ? { level } : {}) } as PlaceWord]),
  )
  const placeKeyOf: EntityCodebook['placeKeyOf'] = ({ folded }, from, to) =>
    placeKey(to === from + 1 ? folded[from] : folded.slice(from, to).join(' '))
  return {
    atlas,
    spots: spots(atlas),
    placeWords,
    placeKeyOf,
    bareNames: (words, from, to) => bareNames(placeWords, words.folded, { at: from, end: to }),
  }
}

function bareNames(placeWords: EntityCodebook['placeWords'], folded: readonly string[], name: BareName): BareName[] {
  const found: BareName[] = []
  const known = (from: number, to: number) => placeWords.get(folded.slice(from, to).join(' '))
  const visit = ({ at, end, level }: BareName) => {
    for (const many of [2, 1]) {
      if (end - at <= many) continue
      const before = known(at, at + many)
      if (before?.role === 'before') push({ at: at + many, end, level: level ?? before.level })
      const behind = known(end - many, end)
      if (behind?.role === 'behind') push({ at, end: end - many, level: level ?? behind.level })
    }
  }
  const push = (bare: BareName) => {
    if (found.some(({ at, end }) => at === bare.at && end === bare.end)) return
    found.push(bare)
    visit(bare)
  }
  visit(name)
  return found.sort((a, b) => b.end - b.at - (a.end - a.at))
}

/** Places by folded name; where several bear a name, the one written by hand, then the one with most people. */
function spots({ usual, isDoubtful }: Atlas): Map<string, Spot> {
  const found = new Map<string, Spot>()
  for (const { name, key: placed, spot } of usual) {
    const key = fold(name)
    const other = found.get(key)
    if (other && (other.usual || other.people >= spot.people)) continue
    if (!isDoubtful(placed)) found.set(key, spot)
  }
  return found
}
