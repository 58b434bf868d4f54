import { REACH } from './lie.ts'

/** What a word is to a cue. */
export const ROLE = { none: 0, source: 1, cue: 2, content: 3 } as const
export const ROLES = 4

const LENGTH = 2 * REACH + 1

/** The words [from, to) around a cue's head. */
export interface Stretch {
  from: number
  to: number
  cue: number
}

/** Scores of a stretch: `word[i * ROLES + role]` of its words, and steps from a row a role, and a last one for the beginning. */
export interface Scores {
  word: Float64Array
  steps: Float32Array
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

/** The best reading of the stretch: a role for every word. Returns its score; the words' roles go into `roles`. */
export function bestRoles({ from, to, cue }: Stretch, { word, steps }: Scores, roles: Uint8Array): number {
  const size = to - from
  for (let r = 0; r < ROLES; r++) best[r] = mayStand(r, from, cue) ? word[r] + steps[ROLES * ROLES + r] : -Infinity
  for (let i = 1; i < size; i++) {
    for (let r = 0; r < ROLES; r++) {
      let top = -Infinity
      let origin = 0
      for (let p = 0; p < ROLES; p++) {
        const score = best[(i - 1) * ROLES + p] + steps[p * ROLES + r]
        if (score > top && mayStep(p, r, from + i, cue)) {
          top = score
          origin = p
        }
      }
      best[i * ROLES + r] = top + word[i * ROLES + r]
      back[i * ROLES + r] = origin
    }
  }
  const last = (size - 1) * ROLES
  let role = 0
  for (let r = 1; r < ROLES; r++) if (best[last + r] > best[last + role]) role = r
  const score = best[last + role]
  for (let i = size - 1; i >= 0; i--) {
    roles[i] = role
    role = back[i * ROLES + role]
  }
  return score
}

const shares = new Float64Array(LENGTH * ROLES)
const norms = new Float64Array(LENGTH)

/**
 * Log of the sum over all readings: a reading's score less this is its log-probability. Each word's shares, which add up to 1, go
 * into `forward`, and what they were divided by into `norm`, so that nothing overflows.
 */
export function logTotal(
  { from, to, cue }: Stretch,
  { word, steps }: Scores,
  forward: Float64Array = shares,
  norm: Float64Array = norms,
): number {
  const size = to - from
  const step = exponentials(steps)
  let total = 0
  for (let i = 0; i < size; i++) {
    const at = i * ROLES
    const most = Math.max(word[at], word[at + 1], word[at + 2], word[at + 3])
    let sum = 0
    for (let r = 0; r < ROLES; r++) {
      let share = 0
      if (i === 0) share = mayStand(r, from, cue) ? step[ROLES * ROLES + r] : 0
      else
        for (let p = 0; p < ROLES; p++)
          if (mayStep(p, r, from + i, cue)) share += forward[at - ROLES + p] * step[p * ROLES + r]
      share *= Math.exp(word[at + r] - most)
      forward[at + r] = share
      sum += share
    }
    norm[i] = sum
    for (let r = 0; r < ROLES; r++) forward[at + r] /= sum
    total += most + Math.log(sum)
  }
  return total
}

const powers = new Float64Array((ROLES + 1) * ROLES)

function exponentials(steps: Float32Array): Float64Array {
  for (let k = 0; k < powers.length; k++) powers[k] = Math.exp(steps[k])
  return powers
}
