import { expect, test } from 'vitest'
import { bestRoles, logTotal, mayStand, mayStep, ROLE, ROLES } from './roles.ts'

/** Every reading that keeps the cue together, with its score. */
function readings(size: number, cue: number, word: Float64Array, steps: Float32Array) {
  const found: { roles: number[]; score: number }[] = []
  const go = (roles: number[], score: number) => {
    const i = roles.length
    if (i === size) return void found.push({ roles, score })
    for (let r = 0; r < ROLES; r++) {
      if (!mayStand(r, i, cue) || (i > 0 && !mayStep(roles[i - 1], r, i, cue))) continue
      go([...roles, r], score + word[i * ROLES + r] + steps[(i === 0 ? ROLES : roles[i - 1]) * ROLES + r])
    }
  }
  go([], 0)
  return found
}

test.each([0, 1, 3, 4])('the best reading and the sum over all, of five words with the cue at %i', (cue) => {
  const word = Float64Array.from({ length: 5 * ROLES }, (_, i) => 3 * Math.sin(i * 7 + cue))
  const steps = Float32Array.from({ length: (ROLES + 1) * ROLES }, (_, i) => Math.cos(i * 5))
  const all = readings(5, cue, word, steps)
  const best = all.reduce((a, b) => (b.score > a.score ? b : a))
  const roles = new Uint8Array(5)
  const stretch = { from: 0, to: 5, cue }
  expect(bestRoles(stretch, { word, steps }, roles)).toBeCloseTo(best.score, 5)
  expect([...roles]).toEqual(best.roles)
  const total = Math.log(all.reduce((sum, { score }) => sum + Math.exp(score), 0))
  expect(logTotal(stretch, { word, steps })).toBeCloseTo(total, 5)
})

test('a word that looks like a cue and stands apart from the head is none', () => {
  const word = new Float64Array(6 * ROLES)
  for (let i = 0; i < 6; i++) word[i * ROLES + ROLE.cue] = i === 1 || i === 4 ? 5 : -9
  const roles = new Uint8Array(6)
  bestRoles({ from: 10, to: 16, cue: 14 }, { word, steps: new Float32Array((ROLES + 1) * ROLES) }, roles)
  expect([...roles].map((role) => (role === ROLE.cue ? 1 : 0))).toEqual([0, 0, 0, 0, 1, 0])
})
