import { type Calibration, calibrationOf } from '../../coding/calibrate.ts'
import { Failure } from '../../record/failure.ts'
import { type AppliedCurve, appliedIn, type CurvedList } from '../curve.ts'
import { deskFailure } from '../failure.ts'
import type { OpenedDesk } from '../open.ts'
import { codedIn } from './coded-in.ts'
import { judgedRows, sampledIn } from './right-of.ts'

/** Confidence of a list against the desk's own decisions, and the curve that it is shown under, where a person applied one. */
export interface DeskCalibration extends Calibration {
  applied?: AppliedCurve
}

/** How well the reader's confidences fit this desk, from rows that were drawn by lot and decided; nothing is applied by this. */
export function calibrationsIn(desk: OpenedDesk): DeskCalibration[] {
  const rows = judgedRows(desk, codedIn(desk), sampledIn(desk))
  return (['statements', 'events'] as const).map((list) => {
    const applied = appliedIn(desk.db, list)
    const own = rows
      .filter((row) => row.list === list)
      .map(({ key, confidence, verdict }) => ({ confidence, verdict, report: key.slice(0, key.lastIndexOf('#')) }))
    return { ...calibrationOf(list, own), ...(applied && { applied }) }
  })
}

export interface Applying {
  list: CurvedList
  /** false has the reader's own confidences again */
  apply: boolean
  by: string
  at: string
}

/**
 * Has lists, filters and tables of a desk give confidences under the curve that its decisions make; records keep the reader's own.
 *
 * @throws Failure `curve-unfit` where there are too few decisions, or the curve fits no better
 */
export function applyCurve(desk: OpenedDesk, { list, apply, by, at }: Applying): void {
  const found = calibrationsIn(desk).find((one) => one.list === list)
  if (apply && (!found?.curve || found.lacks))
    throw new Failure('curve-unfit', `no curve of ${list} can be applied: ${found?.lacks ?? 'nothing is decided'}`)
  const curve = apply ? found?.curve : undefined
  try {
    desk.db
      .prepare('INSERT INTO curves (list, slope, shift, rows, by, at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(list, curve?.slope ?? null, curve?.shift ?? null, found?.rows ?? 0, by, at)
  } catch (error) {
    throw deskFailure(error, desk.db.name)
  }
}
