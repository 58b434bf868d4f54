import { parseTable } from '../resources.ts'
import { MARK, type View } from './view.ts'

/** What a cue does: its act, and whether it is denied ("did not say"). */
export interface Act {
  act: string
  /** whether the codebook has a row for the cue, or for the noun that a light verb takes */
  known: boolean
  negated: boolean
}

const parts: Record<string, string> = {
  VERB: 'verb',
  AUX: 'verb',
  NOUN: 'noun',
  PROPN: 'noun',
  ADJ: 'adjective',
  ADV: 'adverb',
  ADP: 'preposition',
  SCONJ: 'preposition',
}

/**
 * Opens the look-up from a cue to its act, by `codebook/statement/cues.tsv`. A cue with the word that goes with it ("call
 * for", "ask to") goes before the cue alone.
 *
 * @param acts text of `codebook/statement/acts.txt`: the closed list
 * @param negations words that deny a cue
 * @throws RangeError where the cues name an act that is not in the list, or a cue has a second row
 */
export function openActs(
  cues: string,
  acts: string,
  negations: ReadonlySet<string>,
): (view: View, head: number) => Act {
  const known = new Set(parseTable(acts).map(([act]) => act))
  const table = new Map<string, string>()
  const seen = new Set<string>()
  for (const [cue, part, act, force] of parseTable(cues)) {
    const key = `${cue}|${part}`
    if (seen.has(key))
      throw new RangeError(`codebook/statement/cues.tsv: '${cue}' has two rows as a ${part}; leave one out`)
    seen.add(key)
    if (force === 'never' && act === '-') continue
    if (!known.has(act))
      throw new RangeError(`codebook/statement/cues.tsv: '${cue}' has the act '${act}', which acts.txt lacks`)
    table.set(key, act)
  }
  return (view, head) => {
    const act = findAct(view, head, table)
    return { act: act ?? 'state', known: act !== undefined, negated: isNegated(view, head, negations) }
  }
}

/** Whether a word is a cue wherever it stands, or never. */
export type Force = 'always' | 'never'

/**
 * Opens the look-up of cues that the table forces or forbids, by its fourth field; undefined where it does so with none, so that reading loses
 * no time.
 */
export function openForced(cues: string): ((view: View, head: number) => Force | undefined) | undefined {
  const table = new Map<string, Force>()
  const lemmas = new Set<string>()
  for (const [cue, part, , force] of parseTable(cues)) {
    if (!force) continue
    table.set(`${cue}|${part}`, force as Force)
    lemmas.add(cue.split(' ')[0])
  }
  if (table.size === 0) return undefined
  return (view, head) => {
    const { lemma, upos } = view.language
    const own = lemma[head].toLowerCase()
    if (!lemmas.has(own)) return undefined
    const part = parts[upos[head]]
    for (const partner of partners(view, head)) {
      const force = table.get(`${own} ${partner}|${part}`)
      if (force) return force
    }
    return table.get(`${own}|${part}`)
  }
}

function findAct(view: View, head: number, table: ReadonlyMap<string, string>): string | undefined {
  const { lemma, upos } = view.language
  const own = lemma[head].toLowerCase()
  const part = parts[upos[head]] ?? 'verb'
  if (view.mark[head] !== MARK.none) return 'state'
  for (const partner of partners(view, head)) {
    const act = table.get(`${own} ${partner}|${part}`)
    if (act) return act
  }
  const act = table.get(`${own}|${part}`) ?? table.get(`${own}|verb`) ?? table.get(`${own}|noun`)
  if (act) return act
  // a light verb says what its object says: "made a promise", "has doubts"
  for (let c = view.first[head]; c >= 0; c = view.next[c]) {
    if (upos[c] !== 'NOUN' || view.language.relation[c] !== 'obj') continue
    const borrowed = table.get(`${lemma[c].toLowerCase()}|noun`)
    if (borrowed) return borrowed
  }
  return undefined
}

/** Words that go with a cue: its particles, the prepositions of its phrases, the 'to' or 'that' of its clause. */
function partners({ language, first, next }: View, head: number): string[] {
  const { lemma, relation } = language
  const found: string[] = []
  for (let c = first[head]; c >= 0; c = next[c]) {
    if (relation[c] === 'compound:prt') found.push(lemma[c])
    if (!/^(obl|xcomp|ccomp|nmod|acl)/.test(relation[c])) continue
    for (let x = first[c]; x >= 0; x = next[x])
      if (relation[x] === 'case' || relation[x] === 'mark') found.push(language.lower[x])
  }
  return found
}

/** Whether the cue is denied by a word that hangs on it; what stands in a quotation beside the cue never denies it. */
function isNegated({ language, quotation, first, next }: View, head: number, negations: ReadonlySet<string>): boolean {
  const { lower, relation } = language
  const isBeside = (w: number) => quotation[w] >= 0 && quotation[w] !== quotation[head]
  for (let c = first[head]; c >= 0; c = next[c]) {
    if (isBeside(c)) continue
    if (negations.has(lower[c]) && /^(advmod|det|cc|nsubj)/.test(relation[c])) return true
    if (!/^nsubj/.test(relation[c]) && relation[c] !== 'obj') continue
    for (let x = first[c]; x >= 0; x = next[x])
      if (lower[x] === 'no' && relation[x] === 'det' && !isBeside(x)) return true
  }
  return false
}
