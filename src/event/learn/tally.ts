import type { Count, Event } from '../../record/types.ts'
import { countOf } from '../counts.ts'
import { isActor, type RoleContext } from '../party.ts'
import type { Nature } from '../traits.ts'
import type { Scene } from './scene.ts'

type Tally = Pick<Event, 'killed' | 'injured' | 'arrested' | 'size'>
type Harm = 'killed' | 'injured'

/** What a row's words tell of, for counting. */
export interface Counted {
  /** the words that tell of the happening */
  words: readonly number[]
  /** whether another happening has word w for its own */
  isOthers(w: number): boolean
  nature: Nature
  actors: readonly number[]
  recipients: readonly number[]
}

/** How many were killed, injured or arrested, and how many took part, where the words say so: a number, a sum, one person. */
export function tallyOf(scene: Scene, { words, isOthers, nature, actors, recipients }: Counted): Tally {
  const { grammar, context } = scene
  const tally: Tally = {}
  const told: Partial<Record<Harm, Count>> = {}
  for (const word of words) {
    for (const w of nature.traits.has('takes-toll') ? [word, ...tollWords(scene, word, isOthers)] : [word]) {
      const what = harmOf(scene, w)
      if (!what || tally[what]) continue
      const exact = tollAt(scene, w, what)
      if (exact) tally[what] = exact
      else if (w === word || isTied(scene, w, word)) told[what] ??= oneOf(context, sufferers(scene, w))
    }
  }
  for (const what of ['killed', 'injured'] as const) {
    const count = tally[what] ?? told[what]
    if (count) tally[what] = count
  }
  if (nature.traits.has('counts-arrested')) {
    const { sentence } = grammar.language
    const around = new Set(words.map((w) => sentence[w]))
    const here = recipients.filter((w) => around.has(sentence[w]))
    const groups = [...words.map((w) => sufferers(scene, w)), ...here.map((w) => [w])]
    const arrested =
      firstOf(groups, (heads) => sumOf(context, heads)) ?? firstOf(groups, (heads) => oneOf(context, heads))
    if (arrested) tally.arrested = arrested
  }
  if (nature.traits.has('counts-size')) {
    const size = actors.map((w) => countOf(grammar, scene.codebook, w)).find((n) => n)
    if (size) tally.size = size
  }
  return tally
}

function firstOf<Given>(groups: readonly Given[], look: (group: Given) => Count | undefined): Count | undefined {
  for (const group of groups) {
    const found = look(group)
    if (found) return found
  }
  return undefined
}

/** Those whom a word of harm is about: its objects, those who die, the complement of a noun ('the killing of nine', 'the deaths of two'). */
function sufferers(scene: Scene, w: number): readonly number[] {
  const { grammar } = scene
  const objects =
    isOf(scene, 'death', w) && grammar.language.upos[w] === 'VERB' ? grammar.subjects(w) : grammar.objects(w)
  if (objects.length > 0) return objects
  const of = grammar.complements(w).find(({ preposition }) => preposition === 'of')
  return of ? grammar.coordinated(of.head) : []
}

/** The number that stands with a word of harm. */
function tollAt(scene: Scene, w: number, what: Harm): Count | undefined {
  const { context, grammar, codebook } = scene
  const { language } = grammar
  // 'left two dead', 'the toll rose to 31', 'nine deaths'
  if (isOf(scene, 'toll', w)) return tollOf(scene, w)
  for (const c of [w, ...grammar.tree.children(w)]) {
    const dead = isOf(scene, what === 'killed' ? 'dead' : 'wounding', c) && language.upos[c] !== 'VERB'
    const count = dead ? countOf(grammar, codebook, c) : undefined
    if (count) return count
  }
  return sumOf(context, sufferers(scene, w))
}

/** 'the toll rose to 31', 'a toll of 31': the number that the toll is or comes to. */
function tollOf({ grammar, codebook }: Scene, w: number): Count | undefined {
  const verb = grammar.language.head[w]
  for (const from of verb >= 0 ? [w, verb] : [w])
    for (const { preposition, head } of grammar.complements(from)) {
      const count = codebook.words['comes-to'].has(preposition) ? countOf(grammar, codebook, head) : undefined
      if (count) return count
    }
  return undefined
}

const isOf = ({ grammar: { language }, codebook: { classes } }: Scene, name: string, w: number): boolean =>
  classes.get(name)?.has(language.lemma[w]) === true || classes.get(name)?.has(language.lower[w]) === true

/** Whether a word tells of dead or of wounded: 'killed', 'shot dead', 'left two dead', 'the murder of', 'the toll'. */
function harmOf(scene: Scene, w: number): Harm | undefined {
  const { language, tree } = scene.grammar
  if (isOf(scene, 'killing', w) || isOf(scene, 'death', w) || isOf(scene, 'toll', w)) return 'killed'
  if (isOf(scene, 'wounding', w)) return 'injured'
  for (const c of tree.children(w)) {
    if (isOf(scene, 'dead', c)) return 'killed'
    if (isOf(scene, 'wounding', c) && ['xcomp', 'obj'].includes(language.relation[c])) return 'injured'
    // 'stabbed to death'
    if (isOf(scene, 'death', c) && language.relation[c].startsWith('obl')) return 'killed'
    if (language.relation[c] !== 'obj') continue
    // 'dead' before or behind whom it is said of: parsers hang it on the object
    for (const x of tree.children(c)) {
      if (isOf(scene, 'dead', x)) return 'killed'
      if (x > c && isOf(scene, 'wounding', x)) return 'injured'
    }
  }
  return undefined
}

/** Words of harm in a happening's sentence that are no other happening's own: 'attacked the camp, killing nine'. */
function tollWords(scene: Scene, word: number, isOthers: (w: number) => boolean): number[] {
  const { language } = scene.grammar
  const { from, to } = language.sentences[language.sentence[word]]
  const found: number[] = []
  for (let v = from; v < to; v++) {
    if (
      v === word ||
      (isOthers(v) && !isTied(scene, v, word)) ||
      (language.upos[v] !== 'VERB' && language.upos[v] !== 'NOUN')
    )
      continue
    if (harmOf(scene, v)) found.push(v)
  }
  return found.sort((a, b) => Math.abs(a - word) - Math.abs(b - word))
}

/** Whether a word tells what another did to people: 'attacked the camp, killing nine', 'shelled the port and wounded two'. */
export const tellsToll = (scene: Scene, harm: number, word: number): boolean =>
  isTied(scene, harm, word) && harmOf(scene, harm) !== undefined

/** Whether a word of harm hangs on a happening's word, or that does the harm: 'attacked the camp, killing nine', 'a series of blasts killed two'. */
function isTied({ grammar: { language, tree, subjects } }: Scene, harm: number, word: number): boolean {
  if (language.head[harm] === word || language.head[word] === harm) return true
  return subjects(harm).some((subject) => tree.above(subject, word))
}

/** The number of people whom coordinated phrases name, together: 'Fourteen protesters and four officers', 'the bomber and two others'. */
function sumOf(context: RoleContext, heads: readonly number[]): Count | undefined {
  const { grammar, codebook } = context
  const all = [...new Set(heads)]
  const counts = all.flatMap((head) => countOf(grammar, codebook, head) ?? [])
  if (counts.length === 0) return undefined
  const range = counts.length === 2 ? rangeOf(context, counts) : undefined
  if (range) return range
  const singles = all.flatMap((head) => (countOf(grammar, codebook, head) ? [] : (oneOf(context, [head]) ?? [])))
  const parts = [...counts, ...singles].sort((a, b) => a.start - b.start)
  if (parts.length === 1) return parts[0]
  const mod = parts.find((one) => one.mod)?.mod
  return {
    start: parts[0].start,
    end: parts[parts.length - 1].end,
    value: parts.reduce((sum, { value }) => sum + value, 0),
    ...(mod ? { mod } : {}),
  }
}

/** 'between 20 and 30': the lower of the two, at least. */
function rangeOf({ grammar: { language } }: RoleContext, [a, b]: readonly Count[]): Count | undefined {
  const first = language.start.indexOf(a.start)
  return first > 0 && language.lower[first - 1] === 'between'
    ? { start: a.start, end: b.end, value: Math.min(a.value, b.value), mod: 'at-least' }
    : undefined
}

/** One, where the phrases name a single person and nobody else. */
function oneOf(context: RoleContext, heads: readonly number[]): Count | undefined {
  const { grammar, entities, codebook } = context
  const { language, tree } = grammar
  const [head, more] = new Set(heads)
  if (head === undefined || more !== undefined) return undefined
  const entity = entities.entities[entities.entityAt[head]]
  const isOne =
    entity?.kind === 'person'
      ? language.xpos[head] !== 'NNS' && !codebook.words.several.has(language.lower[head])
      : language.xpos[head] === 'NN' && isPerson(context, head) && tree.child(head, 'det') >= 0
  return isOne ? { start: language.start[head], end: language.end[head], value: 1 } : undefined
}

const isPerson = (context: RoleContext, w: number): boolean =>
  isActor(context, w) && context.codebook.classes.get('person')?.has(context.grammar.language.lemma[w]) === true
