import { openRows, row } from './hash.ts'
import { type Lie, REACH } from './lie.ts'
import {
  branchFeatures,
  branchKey,
  ROLE,
  ROLE_FEATURES,
  ROLES,
  roleFeatures,
  STEP_FEATURES,
  stepFeatures,
} from './role-features.ts'
import type { View } from './view.ts'
import type { Weights } from './weights.ts'

const LENGTH = 2 * REACH + 1
/** Template numbers of the steps between words, after those of the words themselves. */
export const STEP_TEMPLATE = 64

/** Scores of one cue's sentence: `word[i * ROLES + role]` and `step[(i * ROLES + before) * ROLES + role]`. */
export interface Potentials {
  word: Float64Array
  step: Float64Array
}

export function openPotentials(): Potentials {
  return { word: new Float64Array(LENGTH * ROLES), step: new Float64Array(LENGTH * ROLES * ROLES) }
}

const rows = openRows(ROLE_FEATURES)
const contexts = new Int32Array(STEP_FEATURES)

/** Scores every word and step of the sentence that `lie` covers. Hot: one call a cue. */
export function fillPotentials(view: View, lie: Lie, weights: Weights, { word, step }: Potentials): void {
  rows.mask = weights.mask
  let key = -1
  for (let w = lie.from, i = 0; w < lie.to; w++, i++) {
    const own = branchKey(lie, w)
    if (own !== key) {
      branchFeatures(view, lie, w, rows)
      shared.fill(0)
      addRows(weights, shared, 0)
      key = own
    }
    for (let r = 0; r < ROLES; r++) word[i * ROLES + r] = shared[r]
    roleFeatures(view, lie, w, rows)
    addRows(weights, word, i * ROLES)
    if (i > 0) fillStep(view, lie, w, weights, step)
  }
}

const shared = new Float64Array(ROLES)

/** Adds the weights of `rows` to the four scores at `at`. */
function addRows({ table, scale }: Weights, scores: Float64Array, at: number): void {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  const { values, size } = rows
  for (let k = 0; k < size; k++) {
    const from = values[k] * ROLES
    a += table[from]
    b += table[from + 1]
    c += table[from + 2]
    d += table[from + 3]
  }
  scores[at] += a * scale
  scores[at + 1] += b * scale
  scores[at + 2] += c * scale
  scores[at + 3] += d * scale
}

function fillStep(view: View, lie: Lie, w: number, { table, mask, scale }: Weights, step: Float64Array): void {
  stepFeatures(view, lie, w, contexts)
  const at = (w - lie.from) * ROLES * ROLES
  for (let before = 0; before < ROLES; before++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let k = 0; k < STEP_FEATURES; k++) {
      const from = row(STEP_TEMPLATE + k, contexts[k], before, mask) * ROLES
      a += table[from]
      b += table[from + 1]
      c += table[from + 2]
      d += table[from + 3]
    }
    const to = at + before * ROLES
    step[to] = a * scale
    step[to + 1] = b * scale
    step[to + 2] = c * scale
    step[to + 3] = d * scale
  }
}

/** Whether the cue's words stay together: they begin no later than its head and end no sooner. */
export function mayStep(before: number, role: number, w: number, cue: number): boolean {
  if (w === cue && role !== ROLE.cue) return false
  if (w - 1 === cue && before !== ROLE.cue) return false
  if (before === ROLE.cue && role !== ROLE.cue) return w - 1 >= cue
  if (before !== ROLE.cue && role === ROLE.cue) return w <= cue
  return true
}

export function mayStand(role: number, w: number, cue: number): boolean {
  return w !== cue || role === ROLE.cue
}

const best = new Float64Array(LENGTH * ROLES)
const back = new Uint8Array(LENGTH * ROLES)

/** The best reading of the sentence: a role for every word. Returns its score; the words' roles go into `roles`. */
export function bestRoles({ from, to, cue }: Lie, { word, step }: Potentials, roles: Uint8Array): number {
  const size = to - from
  for (let r = 0; r < ROLES; r++) best[r] = mayStand(r, from, cue) ? word[r] : -Infinity
  for (let i = 1; i < size; i++) {
    for (let r = 0; r < ROLES; r++) {
      let top = -Infinity
      let origin = 0
      for (let p = 0; p < ROLES; p++) {
        if (!mayStep(p, r, from + i, cue)) continue
        const score = best[(i - 1) * ROLES + p] + step[(i * ROLES + p) * ROLES + r]
        if (score > top) {
          top = score
          origin = p
        }
      }
      best[i * ROLES + r] = top + word[i * ROLES + r]
      back[i * ROLES + r] = origin
    }
  }
  let role = 0
  for (let r = 1; r < ROLES; r++) if (best[(size - 1) * ROLES + r] > best[(size - 1) * ROLES + role]) role = r
  const score = best[(size - 1) * ROLES + role]
  for (let i = size - 1; i >= 0; i--) {
    roles[i] = role
    role = back[i * ROLES + role]
  }
  return score
}

const sums = new Float64Array(LENGTH * ROLES)

/** Log of the sum over all readings: a reading's score less this is its log-probability. */
export function logTotal({ from, to, cue }: Lie, { word, step }: Potentials, forward: Float64Array = sums): number {
  const size = to - from
  for (let r = 0; r < ROLES; r++) forward[r] = mayStand(r, from, cue) ? word[r] : -Infinity
  for (let i = 1; i < size; i++) {
    for (let r = 0; r < ROLES; r++) {
      let total = -Infinity
      for (let p = 0; p < ROLES; p++)
        if (mayStep(p, r, from + i, cue))
          total = logAdd(total, forward[(i - 1) * ROLES + p] + step[(i * ROLES + p) * ROLES + r])
      forward[i * ROLES + r] = total + word[i * ROLES + r]
    }
  }
  let total = -Infinity
  for (let r = 0; r < ROLES; r++) total = logAdd(total, forward[(size - 1) * ROLES + r])
  return total
}

export function logAdd(a: number, b: number): number {
  if (a < b) [a, b] = [b, a]
  return b === -Infinity || a - b > 30 ? a : a + Math.log1p(Math.exp(b - a))
}
