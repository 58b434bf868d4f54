import { CUE_FEATURES, cueFeatures, mayBeCue } from './cue-features.ts'
import { afterDateline } from './dateline.ts'
import { extend, type Range } from './extend.ts'
import { openRows } from './hash.ts'
import { layOut, openLie, REACH } from './lie.ts'
import { ROLE } from './role-features.ts'
import { bestRoles, fillPotentials, logTotal, openPotentials } from './roles.ts'
import { MARK, type View } from './view.ts'
import { sigmoid, sum, type Weights } from './weights.ts'

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
}

export interface Finder {
  cue: Weights
  role: Weights
  /** least probability at which a word is looked at as a cue */
  least: number
}

const rows = openRows(CUE_FEATURES)

/** Log-odds that a word is the head of a cue. */
export function scoreCue(view: View, w: number, cue: Weights): number {
  rows.mask = cue.mask
  cueFeatures(view, w, rows)
  return sum(cue, rows)
}

/** Every word that may be a cue, with its source and content; not yet weighed against each other. */
export function propose(view: View, { cue, role, least }: Finder): Proposal[] {
  const proposals: Proposal[] = []
  const odds = Math.log(least / (1 - least))
  for (let w = 0; w < view.language.size; w++) {
    if (!mayBeCue(view, w)) continue
    const score = scoreCue(view, w, cue)
    if (score < odds) continue
    const proposal = readRoles(view, w, sigmoid(score), role)
    if (proposal) proposals.push(proposal)
  }
  return proposals
}

const lie = openLie()
const potentials = openPotentials()
const roles = new Uint8Array(2 * REACH + 1)

export function readRoles(view: View, head: number, cueScore: number, weights: Weights): Proposal | undefined {
  layOut(view, head, lie)
  fillPotentials(view, lie, weights, potentials)
  const best = bestRoles(lie, potentials, roles)
  const roleScore = best - logTotal(lie, potentials)
  const { from, to } = lie
  fillGaps(roles, to - from)
  const content = runs(roles, ROLE.content, from, to)
  const source = longest(runs(roles, ROLE.source, from, to))
  const cue = runs(roles, ROLE.cue, from, to)[0]
  const whole = extend(
    view,
    head,
    content.flatMap(({ from, to }) => trim(view, { from: afterDateline(view.language, from, to), to })),
  )
  if (whole.length === 0) return undefined
  return {
    head,
    source: source ? trim(view, source)[0] : bareSubject(view, head, content),
    cue,
    content: whole,
    cueScore,
    roleScore,
  }
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

/** Leaves out punctuation at the edges, quotation marks apart; nothing may be left. */
function trim({ mark }: View, { from, to }: Range): Range[] {
  const loose = (w: number) => mark[w] !== MARK.none && mark[w] !== MARK.quote
  while (from < to && loose(from)) from++
  while (to > from && loose(to - 1)) to--
  return from < to ? [{ from, to }] : []
}
