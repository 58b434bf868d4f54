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
/** The steps that keep the cue together: into words up to its head, and into those after it. */
const upTo = new Float64Array(ROLES * ROLES)
const after = new Float64Array(ROLES * ROLES)

/** Fills both, `never` where a step would part the cue. */
function layOutSteps(steps: ArrayLike<number>, never: number): void {
  for (let p = 0; p < ROLES; p++)
    for (let r = 0; r < ROLES; r++) {
      const step = steps[p * ROLES + r]
      upTo[p * ROLES + r] = p === ROLE.cue && r !== ROLE.cue ? never : step
      after[p * ROLES + r] = p !== ROLE.cue && r === ROLE.cue ? never : step
    }
}

/** The best reading of the stretch: a role for every word. Returns its score; the words' roles go into `roles`. Hot. */
export function bestRoles({ from, to, cue }: Stretch, { word, steps }: Scores, roles: Uint8Array): number {
  const size = to - from
  const head = cue - from
  layOutSteps(steps, Number.NEGATIVE_INFINITY)
  for (let r = 0; r < ROLES; r++) best[r] = mayStand(r, from, cue) ? word[r] + steps[ROLES * ROLES + r] : -Infinity
  for (let i = 1, at = ROLES; i < size; i++, at += ROLES) {
    const step = i <= head ? upTo : after
    const b0 = best[at - 4]
    const b1 = best[at - 3]
    const b2 = best[at - 2]
    const b3 = best[at - 1]
    for (let r = 0; r < ROLES; r++) {
      let top = b0 + step[r]
      let origin = 0
      const s1 = b1 + step[ROLES + r]
      if (s1 > top) {
        top = s1
        origin = 1
      }
      const s2 = b2 + step[2 * ROLES + r]
      if (s2 > top) {
        top = s2
        origin = 2
      }
      const s3 = b3 + step[3 * ROLES + r]
      if (s3 > top) {
        top = s3
        origin = 3
      }
      best[at + r] = i === head && r !== ROLE.cue ? -Infinity : top + word[at + r]
      back[at + r] = origin
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
const powers = new Float64Array((ROLES + 1) * ROLES)

/**
 * Log of the sum over all readings: a reading's score less this is its log-probability. Each word's shares, which add up to 1, go
 * into `forward`, and what they were divided by into `norm`, so that nothing overflows. Hot.
 */
export function logTotal(
  { from, to, cue }: Stretch,
  { word, steps }: Scores,
  forward: Float64Array = shares,
  norm: Float64Array = norms,
): number {
  const size = to - from
  const head = cue - from
  for (let k = 0; k < powers.length; k++) powers[k] = Math.exp(steps[k])
  layOutSteps(powers, 0)
  let total = 0
  for (let i = 0, at = 0; i < size; i++, at += ROLES) {
    const step = i <= head ? upTo : after
    const most = Math.max(word[at], word[at + 1], word[at + 2], word[at + 3])
    let sum = 0
    for (let r = 0; r < ROLES; r++) {
      if (i === head && r !== ROLE.cue) {
        forward[at + r] = 0
        continue
      }
      const before =
        i === 0
          ? powers[ROLES * ROLES + r]
          : forward[at - 4] * step[r] +
            forward[at - 3] * step[ROLES + r] +
            forward[at - 2] * step[2 * ROLES + r] +
            forward[at - 1] * step[3 * ROLES + r]
      const share = before * Math.exp(word[at + r] - most)
      forward[at + r] = share
      sum += share
    }
    norm[i] = sum
    for (let r = 0; r < ROLES; r++) forward[at + r] /= sum
    total += most + Math.log(sum)
  }
  return total
}

/** A word that is nothing to the cue by this much, as a difference of scores, needs no looking at. */
const SURE = 9

/**
 * The stretch without the words at its ends that are surely nothing to the cue: few cues have anything to do with most of a paragraph.
 * Scores begin at the stretch that was given.
 */
export function narrow({ from, to, cue }: Stretch, word: Float64Array): Stretch {
  const nothing = (w: number) => {
    const at = (w - from) * ROLES
    return word[at] - Math.max(word[at + 1], word[at + 2], word[at + 3]) > SURE
  }
  let first = from
  let last = to
  while (first < cue && nothing(first)) first++
  while (last > cue + 1 && nothing(last - 1)) last--
  return { from: Math.max(from, first - 1), to: Math.min(to, last + 1), cue }
}
