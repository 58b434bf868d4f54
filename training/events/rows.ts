import { openDecider, type TellingGroup } from '../../src/event/learn/decide.ts'
import type { EventModel } from '../../src/event/learn/model.ts'
import { describeRow, ROW_FEATURES } from '../../src/event/learn/row.ts'
import { sigmoid } from '../../src/statement/weights.ts'
import { type Marked, over } from './corpus.ts'

/** A happening that was read, and whether people marked it: `score/marked.mjs` pairs them the same way. */
export interface Judged {
  features: Float64Array
  right: boolean
}

/** Judges what a model reads in reports that it did not learn from. */
export function judgeRows(model: EventModel, reports: readonly Marked[]): Judged[] {
  const decider = openDecider(model)
  return reports.flatMap((marked) => {
    const { scene, events } = marked
    const { start, end } = scene.grammar.language
    const rows = decider.happenings(scene)
    const spans = (row: TellingGroup) => row.tellings.map(({ word }) => ({ start: start[word], end: end[word] }))
    const taken = new Set<TellingGroup>()
    for (const event of events) {
      const told = [event.trigger, ...event.also]
      const found = rows.find(
        (row) => !taken.has(row) && row.type === event.type && spans(row).some((a) => told.some((b) => over(a, b))),
      )
      if (found) taken.add(found)
    }
    return rows.map((row) => {
      const features = new Float64Array(ROW_FEATURES)
      describeRow(scene, row.chief, row.tellings, features)
      return { features, right: taken.has(row) }
    })
  })
}

/** Weights that say nothing. */
export const blankRow = (): Float32Array => new Float32Array(ROW_FEATURES)

/** Logistic regression with a penalty on long weights, by plain gradient descent. */
export function learnRow(judged: readonly Judged[]): Float32Array {
  const weights = new Float64Array(ROW_FEATURES)
  const speed = new Float64Array(ROW_FEATURES)
  for (let round = 0; round < 3000; round++) {
    const gradient = new Float64Array(ROW_FEATURES)
    for (const { features, right } of judged) {
      const g = chanceOf(weights, features) - (right ? 1 : 0)
      for (let i = 0; i < ROW_FEATURES; i++) gradient[i] += g * features[i]
    }
    for (let i = 0; i < ROW_FEATURES; i++) {
      speed[i] = 0.9 * speed[i] - 0.1 * (gradient[i] / judged.length + (i === 0 ? 0 : 0.002 * weights[i]))
      weights[i] += speed[i]
    }
  }
  return Float32Array.from(weights)
}

/** What each bound on a row's chance would keep of the rows that were judged: to choose `limits.row` by. */
export function boundsOf(judged: readonly Judged[], weights: Float32Array): string[] {
  const chances = judged.map(({ features }) => chanceOf(weights, features))
  const wanted = judged.filter(({ right }) => right).length
  return [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45].map((bound) => {
    const kept = judged.filter((_, i) => chances[i] >= bound)
    const right = kept.filter((row) => row.right).length
    return `rows from ${bound}: ${right} right, ${kept.length - right} wrong, ${wanted - right} right ones lost`
  })
}

function chanceOf(weights: ArrayLike<number>, features: Float64Array): number {
  let x = 0
  for (let i = 0; i < ROW_FEATURES; i++) x += weights[i] * features[i]
  return sigmoid(x)
}
