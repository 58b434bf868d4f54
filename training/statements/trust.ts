import type { Range } from '../../src/statement/extend.ts'
import type { Proposal } from '../../src/statement/find.ts'
import { TRUST_FEATURES, trustFeatures } from '../../src/statement/trust.ts'
import type { StatementReading } from '../../src/statement/types.ts'
import { sigmoid } from '../../src/statement/weights.ts'
import type { Doc } from './examples.ts'
import type { GoldStatement } from './gold.ts'
import { shuffle } from './learn.ts'

export interface TrustExample {
  features: number[]
  right: boolean
}

/** What each proposal looks like, and whether it is right; those inside an attribution's content are
 * judged only where such are marked. */
export function trustExamples({ view, gold, whole }: Doc, proposals: readonly Proposal[]): TrustExample[] {
  const isWord = (w: number) => /[\p{L}\p{N}]/u.test(view.language.form[w])
  const inside = new Set(whole ? [] : gold.flatMap(({ content }) => content))
  return proposals
    .filter(({ head }) => !inside.has(head))
    .map((proposal) => ({
      features: trustFeatures(view, proposal),
      right: gold.some((statement) => isRight(proposal, statement, isWord)),
    }))
}

/** As the referee counts: content shares half (Dice), and the sources share a word or neither has one. */
export function isRight(proposal: Proposal, gold: GoldStatement, isWord: (w: number) => boolean): boolean {
  const content = wordsOf(proposal.content).filter(isWord)
  const wanted = new Set(gold.content.filter(isWord))
  const shared = content.filter((w) => wanted.has(w)).length
  if (2 * shared < 0.5 * (content.length + wanted.size)) return false
  const source = wordsOf(proposal.source ? [proposal.source] : []).filter(isWord)
  return gold.source.length === 0 ? source.length === 0 : source.some((w) => gold.source.includes(w))
}

export function wordsOf(ranges: readonly Range[]): number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
}

/** Logistic regression over few dense features, by AdaGrad. */
export function learnTrust(examples: readonly TrustExample[], epochs = 30): Float32Array {
  const weights = new Float64Array(TRUST_FEATURES)
  const squares = new Float64Array(TRUST_FEATURES).fill(1)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const i of shuffle(examples.length, 31 * (epoch + 1))) {
      const { features, right } = examples[i]
      const gradient = sigmoid(features.reduce((sum, value, k) => sum + value * weights[k], 0)) - (right ? 1 : 0)
      features.forEach((value, k) => {
        const g = gradient * value + 1e-6 * weights[k]
        squares[k] += g * g
        weights[k] -= (0.2 * g) / Math.sqrt(squares[k])
      })
    }
  return Float32Array.from(weights)
}

/** A row that stands, with how far it was trusted, and whether it is right. */
export interface Standing {
  trust: number
  right: boolean
}

/** The rows of an article that models found (the outermost alone, where only such are marked), each paired with the attribution that it shares most content with. */
export function standingRows({ view, gold, whole }: Doc, { statements, details }: StatementReading): Standing[] {
  const isWord = (w: number) => /[\p{L}\p{N}]/u.test(view.language.form[w])
  return details.flatMap((detail, i) => {
    const { within, confidence } = statements[i]
    if ((within !== undefined && !whole) || detail.head < 0) return []
    const proposal = { ...detail, content: [...detail.content] } as unknown as Proposal
    return [{ trust: confidence, right: gold.some((statement) => isRight(proposal, statement, isWord)) }]
  })
}

/** Slope and shift of the log-odds, by gradient descent on the log loss (Platt 1999). */
export function learnCalibration(rows: readonly Standing[], steps = 2000, rate = 0.5): Float32Array {
  const odds = rows.map(({ trust }) => {
    const kept = Math.min(1 - 1e-3, Math.max(1e-3, trust))
    return Math.log(kept / (1 - kept))
  })
  let slope = 1
  let shift = 0
  for (let step = 0; step < steps; step++) {
    let bySlope = 0
    let byShift = 0
    rows.forEach(({ right }, i) => {
      const wrong = sigmoid(slope * odds[i] + shift) - (right ? 1 : 0)
      bySlope += wrong * odds[i]
      byShift += wrong
    })
    slope -= (rate * bySlope) / rows.length
    shift -= (rate * byShift) / rows.length
  }
  return Float32Array.of(slope, shift)
}
