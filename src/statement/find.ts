import type { Head } from '../language/network/head.ts'
import { NAME_KINDS } from '../language/types.ts'
import type { Force } from './acts.ts'
import { mayBeCue } from './cue-features.ts'
import { extend, type Range } from './extend.ts'
import { hashText } from './hash.ts'
import { fillLie, openLie, REACH } from './lie.ts'
import { cueOdds, describeCue, lookAt } from './look.ts'
import type { RoleNetwork } from './network/network.ts'
import { passagesOf } from './network/passages.ts'
import { bestRoles, logTotal, narrow, ROLE, ROLES, type Scores, type Stretch } from './roles.ts'
import { MARK, type View } from './view.ts'
import type { Weights } from './weights.ts'

/** An attribution as the models propose it, in words. */
export interface Proposal {
  /** the cue's head word */
  head: number
  source: Range | undefined
  cue: Range
  /** in text order, apart from each other */
  content: Range[]
  /** probability that the word is a cue's head */
  cueScore: number
  /** log-probability of the roles as a whole, given the cue */
  roleScore: number
  /** other words that are nearly as likely to be the source */
  rival?: Range | undefined
  /** the surest other cue whose content the head stands in: its probability, 0 where there is none */
  around: number
  /** the codebook makes its word a cue, whatever the model says */
  forced?: true
  /** found by a rule, which says itself how far it can be trusted */
  byRule?: true
}

export interface StatementFinder {
  cue: Weights
  look: Head
  network: RoleNetwork
  /** least probability of a cue for its source and content to be looked for */
  least: number
  /** words that the codebook makes cues, or forbids; undefined where there are none */
  force?: ((view: View, head: number) => Force | undefined) | undefined
}

/** Least log-odds, by the regression, at which a word gets the closer look: most words get none. */
export const LEAST_ODDS = Math.log(0.03 / 0.97)

/** Every word that may be a cue, with its source and content; not yet weighed against each other. */
export function propose(view: View, { cue, look, network, least, force }: StatementFinder): Proposal[] {
  const proposals: Proposal[] = []
  for (const passage of passagesOf(view.language)) {
    let encoded = false
    for (let w = passage.from; w < passage.to; w++) {
      const forced = force?.(view, w)
      if (forced === 'never' || (forced === undefined && !mayBeCue(view, w))) continue
      const told = describeCue(view, w)
      if (cueOdds(told, cue) < LEAST_ODDS && forced === undefined) continue
      const chance = lookAt(view, told, look)
      if (chance < least && forced === undefined) continue
      if (!encoded) network.encode(view, passage)
      encoded = true
      const proposal = readRoles(view, w, chance, { network, passage })
      if (proposal) proposals.push(forced ? { ...proposal, forced: true } : proposal)
    }
  }
  lookAround(proposals, view.language.size)
  return proposals
}

/** Tells each proposal of the surest one whose content it stands in. */
function lookAround(proposals: readonly Proposal[], size: number): void {
  const surest = new Float32Array(size)
  for (const { content, cueScore } of proposals)
    for (const { from, to } of content) for (let w = from; w < to; w++) if (surest[w] < cueScore) surest[w] = cueScore
  for (const proposal of proposals) proposal.around = surest[proposal.head]
}

const lie = openLie()
const word = new Float64Array((2 * REACH + 1) * ROLES)
const roles = new Uint8Array(2 * REACH + 1)

/** The words of a passage that are near enough to a cue to be looked at. */
export function stretchAround(head: number, { from, to }: Range): Stretch {
  return { from: Math.max(from, head - REACH), to: Math.min(to, head + REACH + 1), cue: head }
}

/** What stands where for the cue `head`, in a passage that the network has just encoded. */
export function readRoles(
  view: View,
  head: number,
  cueScore: number,
  { network, passage }: { network: RoleNetwork; passage: Range },
): Proposal | undefined {
  fillLie(view, head, lie)
  const all = stretchAround(head, passage)
  network.score(view, lie, all.from, all.to, word)
  const stretch = narrow(all, word)
  const { from, to } = stretch
  const scores = { word: word.subarray((from - all.from) * ROLES), steps: network.steps }
  const best = bestRoles(stretch, scores, roles)
  const roleScore = best - logTotal(stretch, scores)
  fillGaps(roles, to - from)
  const content = runs(roles, ROLE.content, from, to)
  const source = longest(runs(roles, ROLE.source, from, to))
  // 'said Ilse Marek' the wrong way round: a verb says nothing
  if (source && source.to - source.from === 1 && view.upos[source.from] === VERB) return undefined
  const cue = runs(roles, ROLE.cue, from, to)[0]
  const rival = source && roleScore < UNSURE ? rivalOf(stretch, scores, source, best) : undefined
  const whole = extend(
    view,
    head,
    content.flatMap((range) => trim(view, range)),
  )
  if (whole.length === 0) return undefined
  return {
    head,
    source: source ? withoutDay(view, head, source) : bareSubject(view, head, content),
    cue,
    content: whole,
    cueScore,
    roleScore,
    around: 0,
    rival: rival ? trim(view, rival)[0] : undefined,
  }
}

/** Where the best reading is at least this likely, no other is looked for. */
const UNSURE = Math.log(0.6)
/** How much likelier the best reading may be than one that comes close to it. */
const CLOSE = Math.log(1.5)

/** The source of the best reading that has none of `source`, where it is nearly as likely. Changes the scores and the roles. */
function rivalOf(stretch: Stretch, scores: Scores, source: Range, best: number): Range | undefined {
  for (let w = source.from; w < source.to; w++)
    scores.word[(w - stretch.from) * ROLES + ROLE.source] = Number.NEGATIVE_INFINITY
  if (best - bestRoles(stretch, scores, roles) > CLOSE) return undefined
  return longest(runs(roles, ROLE.source, stretch.from, stretch.to))
}

/** Longest stretch inside content that is taken for a slip of the labels where neither source nor cue stands in it. */
const LONGEST_GAP = 4

function fillGaps(roles: Uint8Array, size: number): void {
  let last = -1
  for (let i = 0; i < size; i++) {
    if (roles[i] === ROLE.none) continue
    if (roles[i] === ROLE.content && last >= 0 && i - last <= LONGEST_GAP + 1) roles.fill(ROLE.content, last, i)
    last = roles[i] === ROLE.content ? i : -1
  }
}

/** The subject of a cue that stands in a sentence of its own, beside the quotation ("“Why?” Marek asked."). */
function bareSubject({ tree }: View, head: number, content: readonly Range[]): Range | undefined {
  const subject = content.length > 0 ? -1 : tree.child(head, 'nsubj')
  return subject < 0 ? undefined : { from: tree.left(subject), to: tree.right(subject) }
}

/** The source without the time at its end or before its name: "The ministry on Monday said ...", "Late on Monday Venn said ...". */
function withoutDay(view: View, head: number, given: Range): Range | undefined {
  const { name, upos } = view
  const source = { from: nameBehindDay(view, head, given), to: given.to }
  let to = source.to
  while (to > source.from && name[to - 1] === DATE) to--
  if (to === source.to) return trim(view, source)[0]
  while (to > source.from && upos[to - 1] === ADPOSITION) to--
  return trim(view, to > source.from ? { from: source.from, to } : source)[0]
}

/** Most words before a leading time: "Late on". */
const LEAD = 3

/** Where the name begins that stands right behind a time at the source's beginning, or the source itself. */
function nameBehindDay({ name, upos, tree, language }: View, head: number, { from, to }: Range): number {
  let day = from
  while (day < to && day - from < LEAD && name[day] !== DATE && (upos[day] === ADPOSITION || upos[day] === ADVERB))
    day++
  let behind = day
  while (behind < to && name[behind] === DATE) behind++
  if (behind > day && behind < to && upos[behind] === PROPER) return behind
  // "Last week Marek denied": the tree hangs both on the verb
  const subject = tree.child(head, 'nsubj')
  if (subject <= from || subject >= to || upos[subject] !== PROPER) return from
  const left = tree.left(subject)
  // one word, or a name or number among them, is a title or an outlet that the tree hung wrongly
  if (left - from < 2) return from
  for (let w = from; w < left; w++) {
    const above = language.head[w]
    if (above !== head && (above < from || above >= left)) return from
    if (upos[w] === PROPER || upos[w] === NUMBER) return from
  }
  return left
}

const DATE = NAME_KINDS.indexOf('date') + 1
const ADPOSITION = hashText('ADP')
const ADVERB = hashText('ADV')
const PROPER = hashText('PROPN')
const NUMBER = hashText('NUM')
const VERB = hashText('VERB')

function runs(roles: Uint8Array, role: number, from: number, to: number): Range[] {
  const found: Range[] = []
  for (let w = from; w < to; w++) {
    if (roles[w - from] !== role) continue
    if (w > from && roles[w - 1 - from] === role) found[found.length - 1].to = w + 1
    else found.push({ from: w, to: w + 1 })
  }
  return found
}

function longest(ranges: readonly Range[]): Range | undefined {
  return ranges.reduce<Range | undefined>((a, b) => (a && a.to - a.from >= b.to - b.from ? a : b), undefined)
}

/** Leaves out punctuation at the edges, quotation marks and whole brackets apart; nothing may be left. */
export function trim(view: View, { from, to }: Range): Range[] {
  const { mark } = view
  const loose = (w: number) => mark[w] !== MARK.none && mark[w] !== MARK.quote
  while (from < to && loose(from)) from++
  while (to > from && loose(to - 1) && !closesWithin(view, from, to - 1)) to--
  if (from < to && closesWithin(view, from, to)) to++
  return from < to ? [{ from, to }] : []
}

const PAIRS = new Map([
  [')', '('],
  [']', '['],
])

/** Whether word `w` is a bracket that closes one opened in [from, w). */
function closesWithin({ language: { form, size } }: View, from: number, w: number): boolean {
  const opening = w < size ? PAIRS.get(form[w]) : undefined
  if (opening === undefined) return false
  let open = 0
  for (let x = from; x < w; x++) open += form[x] === opening ? 1 : form[x] === form[w] && open > 0 ? -1 : 0
  return open > 0
}
