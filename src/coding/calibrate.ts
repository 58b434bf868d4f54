import { hash53 } from '../record/hash53.ts'
import { rounded } from './interval.ts'
import { BANDS, type JudgedRow } from './precision.ts'

/** Turns what the reader holds of a row into how many of such rows are there on this desk: 1 / (1 + exp(-(slope · logit + shift))). */
export interface Curve {
  /** more than 0: what was surer stays surer */
  slope: number
  shift: number
}

/** What was said of rows in a band of confidence, and how many of them are there. */
export interface Band {
  from: number
  to: number
  rows: number
  /** what was said of them on average, 0 to 1 */
  said: number
  there: number
}

/** How well confidences tell which rows are there. */
export interface Fit {
  /** mean square of the difference, 0 best: Brier (1950), "Verification of forecasts expressed in terms of probability" */
  brier: number
  /** mean of -log of what was said of what came, 0 best */
  loss: number
  /** the points of a reliability curve */
  bands: Band[]
}

/** Confidence against a desk's own decisions. */
export interface Calibration {
  list: JudgedRow['list']
  /** rows drawn by lot and decided, how many of them are there, and of how many reports they are */
  rows: number
  there: number
  reports: number
  /** why no curve can be applied, where none can */
  lacks?: string
  /** from all of these rows */
  curve?: Curve
  /** on rows that a curve was not made from: a fifth of the reports at a time */
  before?: Fit
  after?: Fit
}

/** With fewer decided rows, or fewer of one kind, a curve follows chance. */
export const LEAST_ROWS = 100
export const LEAST_OF_EACH = 10
const FOLDS = 5

export type JudgedPoint = Pick<JudgedRow, 'confidence' | 'verdict'> & { report: string }

/**
 * Fits a curve to decided rows that were drawn by lot: Platt (1999), "Probabilistic outputs for support vector machines and comparisons to regularized likelihood
 * methods", with two numbers from the logit of the reader's confidence. Its worth is told on rows of reports that it was not made from. A row that was mended is there:
 * confidence says whether there is a row, not that all of it is right.
 */
export function calibrationOf(list: JudgedRow['list'], rows: readonly JudgedPoint[]): Calibration {
  const there = rows.filter(isThere).length
  const foldOf = foldsOf(rows)
  const about = { list, rows: rows.length, there, reports: foldOf.size }
  if (rows.length < LEAST_ROWS)
    return { ...about, lacks: `${LEAST_ROWS} decided rows are needed that were drawn by lot; there are ${rows.length}` }
  if (Math.min(there, rows.length - there) < LEAST_OF_EACH)
    return {
      ...about,
      lacks: `${LEAST_OF_EACH} rows that are there and ${LEAST_OF_EACH} that are wrong are needed; there are ${there} and ${rows.length - there}`,
    }
  if (foldOf.size < FOLDS)
    return { ...about, lacks: `rows of ${FOLDS} reports are needed; these are of ${foldOf.size}` }
  const curve = fitCurve(rows)
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitCurve(rows.filter(({ report }) => foldOf.get(report) !== fold)),
  )
  const before = fitOf(rows, ({ confidence }) => confidence)
  const after = fitOf(rows, ({ confidence, report }) => curved(confidence, folds[foldOf.get(report) ?? 0]))
  const lacks =
    curve.slope <= 0
      ? 'surer rows are right no more often than others here'
      : after.loss >= before.loss
        ? 'on rows that it was not made from the curve says no more than the reader did'
        : undefined
  return {
    ...about,
    curve: { slope: rounded(curve.slope), shift: rounded(curve.shift) },
    before,
    after,
    ...(lacks && { lacks }),
  }
}

/** Reports dealt out into fifths, in an order that says nothing of them: rows of one report are alike, and never on both sides. */
function foldsOf(rows: readonly JudgedPoint[]): Map<string, number> {
  const reports = [...new Set(rows.map(({ report }) => report))].sort((a, b) => hash53(a) - hash53(b))
  return new Map(reports.map((report, at) => [report, at % FOLDS]))
}

/** A confidence under a curve. @example curved(0.8, { slope: 1, shift: 0 }) // 0.8 */
export function curved(confidence: number, { slope, shift }: Curve): number {
  return sigmoid(slope * logit(confidence) + shift)
}

/** The least confidence of which a curve makes this or more; more than 1 where there is none. */
export function uncurved(value: number, curve: Curve): number {
  if (value <= curved(0, curve)) return 0
  if (value > curved(1, curve)) return 2
  return sigmoid((logit(value) - curve.shift) / curve.slope)
}

const isThere = ({ verdict }: Pick<JudgedRow, 'verdict'>): boolean => verdict !== 'wrong'
/** Half of what confidences are rounded to: 1 stands for all from 0.9995. */
const NEAR = 0.0005
const kept = (p: number): number => Math.min(1 - NEAR, Math.max(NEAR, p))
const logit = (p: number): number => Math.log(kept(p) / (1 - kept(p)))
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** The likeliest two numbers, by Newton's method with halved steps; Platt's targets keep off 0 and 1, so that there always are such. */
function fitCurve(rows: readonly JudgedPoint[]): Curve {
  const there = rows.filter(isThere).length
  const targets = { there: (there + 1) / (there + 2), wrong: 1 / (rows.length - there + 2) }
  const points = rows.map((row) => ({ x: logit(row.confidence), t: isThere(row) ? targets.there : targets.wrong }))
  const lossOf = (slope: number, shift: number) =>
    points.reduce((sum, { x, t }) => sum + softplus(slope * x + shift) - t * (slope * x + shift), 0)
  let [slope, shift] = [1, 0]
  for (let step = 0; step < 100; step++) {
    let [g1, g2, h11, h12, h22] = [0, 0, 1e-9, 0, 1e-9]
    for (const { x, t } of points) {
      const p = sigmoid(slope * x + shift)
      const w = p * (1 - p)
      g1 += (p - t) * x
      g2 += p - t
      h11 += w * x * x
      h12 += w * x
      h22 += w
    }
    const det = h11 * h22 - h12 * h12
    const [d1, d2] = [(h22 * g1 - h12 * g2) / det, (h11 * g2 - h12 * g1) / det]
    const now = lossOf(slope, shift)
    let length = 1
    while (length > 1e-8 && lossOf(slope - length * d1, shift - length * d2) > now) length /= 2
    slope -= length * d1
    shift -= length * d2
    if (Math.abs(length * d1) + Math.abs(length * d2) < 1e-9) break
  }
  return { slope, shift }
}

const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)))

function fitOf(rows: readonly JudgedPoint[], said: (row: JudgedPoint) => number): Fit {
  const bands = BANDS.map((from, at): Band => ({ from, to: BANDS[at + 1] ?? 1, rows: 0, said: 0, there: 0 }))
  let [brier, loss] = [0, 0]
  for (const row of rows) {
    const p = kept(said(row))
    const y = isThere(row) ? 1 : 0
    brier += (p - y) ** 2
    loss -= Math.log(y === 1 ? p : 1 - p)
    const band =
      bands[
        Math.max(
          0,
          BANDS.findLastIndex((from) => p >= from),
        )
      ]
    band.rows++
    band.said += p
    band.there += y
  }
  return {
    brier: rounded(brier / rows.length),
    loss: rounded(loss / rows.length),
    bands: bands.filter((band) => band.rows > 0).map((band) => ({ ...band, said: rounded(band.said / band.rows) })),
  }
}
