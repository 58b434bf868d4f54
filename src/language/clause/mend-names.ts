import { parseTable, type Resources } from '../../resources.ts'
import { openLists } from '../lists.ts'
import type { Language, Name } from '../types.ts'

/** What the mending of names knows. */
interface Known {
  firstNames: ReadonlySet<string>
  weekdays: ReadonlySet<string>
  modals: ReadonlySet<string>
  places: ReadonlySet<string>
}

/**
 * Opens the mending of people's names that the network reads as other words: 'Will' and 'May' taken for modal verbs before a finite past, which no modal
 * stands before ('May Chen met the envoy', 'Will Summers spoke'); and a time or place that opens the sentence, taken for the name's first word ('On Friday
 * Dario Venn, ...', 'In Tessaly Pavel Ruhl, ...').
 */
export function openMendNames(resources: Resources): (language: Language) => Language {
  const table = (path: string) => parseTable(resources.text(`codebook/${path}`)).map(([word]) => word.toLowerCase())
  const lists = openLists(resources)
  const known: Known = {
    firstNames: new Set(table('entity/first-names.tsv')),
    weekdays: new Set(table('time/weekdays.tsv')),
    modals: lists['name-modals'],
    places: lists['lead-places'],
  }
  return (language) => {
    const modals = modalNames(language, known)
    const leads = leadNames(language, known)
    if (modals.length === 0 && leads.length === 0) return language
    const changed = new Changed(language)
    for (const modal of modals) mendModal(changed, modal)
    for (const name of leads) mendLead(changed, name)
    return changed.language
  }
}

/** A language whose arrays may be changed: the one that was given stays. */
class Changed {
  readonly head: Int32Array
  readonly relation: string[]
  readonly upos: Language['upos'][number][]
  readonly xpos: string[]
  readonly lemma: string[]
  /** by sentence, so that a mending looks at its own sentence alone */
  private readonly names: Name[][]

  constructor(readonly given: Language) {
    this.head = given.head.slice()
    this.relation = [...given.relation]
    this.upos = [...given.upos]
    this.xpos = [...given.xpos]
    this.lemma = [...given.lemma]
    this.names = given.sentences.map(() => [])
    for (const name of given.names) this.names[given.sentence[name.from]].push(name)
  }

  /** Puts a name in the place of those of its sentence that share a word with it. */
  rename(name: Name): void {
    const names = this.names[this.given.sentence[name.from]]
    const others = names.filter(({ from, to }) => to <= name.from || from >= name.to)
    names.splice(0, names.length, ...others, name)
  }

  /** The names of a sentence that share a word with those from one word to before another. */
  namesAt(from: number, to: number): readonly Name[] {
    return this.names[this.given.sentence[from]].filter((name) => name.from < to && name.to > from)
  }

  hang(word: number, head: number, relation: string): void {
    this.head[word] = head
    this.relation[word] = relation
  }

  get language(): Language {
    const { given, head, relation, upos, xpos, lemma, names } = this
    return { ...given, head, relation, upos, xpos, lemma, names: names.flat().sort((a, b) => a.from - b.from) }
  }
}

/** Capitalized modals whose verb is a finite past with no other auxiliary. */
function modalNames({ lower, form, head, relation, xpos, lemma, size }: Language, { modals }: Known): number[] {
  const found: number[] = []
  for (let w = 0; w < size; w++) {
    if (form[w] === lower[w] || !modals.has(lower[w]) || relation[w] !== 'aux') continue
    const verb = head[w]
    if (verb <= w || !/^VB[DN]$/.test(xpos[verb]) || lower[verb] === lemma[verb]) continue
    let alone = true
    for (let x = w + 1; x < verb && alone; x++) alone = !(head[x] === verb && relation[x].startsWith('aux'))
    if (alone) found.push(w)
  }
  return found
}

function mendModal(changed: Changed, w: number): void {
  const { head, relation, upos, given } = changed
  const verb = head[w]
  changed.upos[w] = 'PROPN'
  changed.xpos[w] = 'NNP'
  changed.lemma[w] = given.form[w]
  changed.xpos[verb] = 'VBD'
  const isSubject = (x: number) => head[x] === verb && relation[x].startsWith('nsubj')
  let [from, to] = [w, w + 1]
  let before = w - 1
  while (
    before > 0 &&
    head[before] > given.sentences[given.sentence[w]].from - 1 &&
    head[before] < w &&
    !isSubject(before)
  )
    before = head[before]
  if (before >= 0 && given.sentence[before] === given.sentence[w] && upos[w - 1] === 'PROPN' && isSubject(before)) {
    changed.hang(w, before, 'flat')
    from = before
  } else if (upos[w + 1] === 'PROPN' && isSubject(w + 1)) {
    changed.hang(w, verb, 'nsubj')
    for (let x = w + 1; x < verb; x++) if (head[x] === w + 1) head[x] = w
    changed.hang(w + 1, w, 'flat')
    while (upos[to] === 'PROPN' && head[to] === w) to++
  } else changed.hang(w, verb, 'nsubj')
  while (from < w && upos[from] !== 'PROPN') from++
  const touched = changed.namesAt(from, to)
  for (const name of touched) [from, to] = [Math.min(from, name.from), Math.max(to, name.to)]
  changed.rename({ from, to, kind: 'person', confidence: touched[0]?.confidence ?? 0.5 })
}

/** Names of three words or more whose first is a day of the week, or the place that opens the sentence. */
function leadNames({ names, lower, form, upos, sentences, sentence }: Language, known: Known): Name[] {
  return names.filter(({ from, to, kind }) => {
    if ((kind !== 'person' && kind !== 'misc') || to - from < 3 || !/^\p{Lu}/u.test(form[from + 1])) return false
    if (known.weekdays.has(lower[from])) return true
    const opens =
      from - 1 === sentences[sentence[from]].from && upos[from - 1] === 'ADP' && known.places.has(lower[from - 1])
    return opens && !known.firstNames.has(lower[from]) && (known.firstNames.has(lower[from + 1]) || form[to] === ',')
  })
}

/** The first word is the verb's, and so is the preposition before it; the others are the name. */
function mendLead(changed: Changed, name: Name): void {
  const { head, relation, upos, given } = changed
  const { from, to } = name
  let top = from
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) top = w
  const first = from + 1
  if (top === from) {
    // the name hangs where its first word hung, with what hung on it
    const [above, how] = [head[from], relation[from]]
    const { to: end } = given.sentences[given.sentence[from]]
    for (let w = first; w < end; w++) if (head[w] === from) head[w] = first
    changed.hang(first, above, how)
    if (above >= 0) changed.hang(from, above, 'obl')
    else changed.hang(from, first, 'obl')
  }
  if (from > 0 && upos[from - 1] === 'ADP' && given.sentence[from - 1] === given.sentence[from])
    changed.hang(from - 1, from, 'case')
  changed.rename({ ...name, from: first, kind: 'person' })
}
