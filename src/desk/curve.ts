import type Database from 'better-sqlite3'
import { type Curve, curved, uncurved } from '../coding/calibrate.ts'

export type CurvedList = 'statements' | 'events'

/** A curve that a person applied, and of how many decided rows it was made. */
export interface AppliedCurve extends Curve {
  rows: number
  by: string
  at: string
}

/** The curve that the confidences of a list are shown under. */
export function appliedIn(db: Database.Database, list: CurvedList): AppliedCurve | undefined {
  const found = db
    .prepare<[string], { slope: number | null; shift: number; rows: number; by: string; at: string }>(
      'SELECT slope, shift, rows, by, at FROM curves WHERE list = ? ORDER BY curve DESC LIMIT 1',
    )
    .get(list)
  return found?.slope == null ? undefined : { ...found, slope: found.slope }
}

/** Confidences are told in so many parts. */
const PARTS = 1000
const NEARLY = 1e-6

/** A row as it is shown under a curve; what people added is theirs, and stays. */
export function shownUnder<R extends { confidence: number; added?: object }>(curve: Curve | undefined, row: R): R {
  if (!curve || row.added) return row
  const confidence = Math.round(curved(row.confidence, curve) * PARTS) / PARTS
  return { ...row, confidence, confidenceRead: row.confidence }
}

/** The least confidence of a reader's that is shown as this or more; more than 1 where there is none. */
export const leastUnder = (curve: Curve, least: number): number =>
  uncurved((Math.ceil(least * PARTS - NEARLY) - 0.5) / PARTS, curve)

/** The least confidence of a reader's that is shown as more than this. */
export const aboveUnder = (curve: Curve, most: number): number =>
  uncurved((Math.floor(most * PARTS + NEARLY) + 0.5) / PARTS, curve)
