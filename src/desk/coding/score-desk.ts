import { createHash } from 'node:crypto'
import { type GoldReport, goldOfRecord } from '../../coding/gold.ts'
import { type ListScore, scoreGold } from '../../coding/score-gold.ts'
import { openByText } from '../by-text.ts'
import type { OpenedDesk } from '../open.ts'

/** A desk against gold. */
export interface DeskScore {
  /** how many reports of the gold the desk has read */
  reports: number
  /** ids of those that it has not */
  missing: string[]
  lists: ListScore[]
}

/** What a desk read, as the machine wrote it, against gold; reports are found by their texts, whatever their ids. */
export function scoreDesk(desk: OpenedDesk, gold: readonly GoldReport[]): DeskScore {
  const byText = openByText(desk.db)
  const missing: string[] = []
  const pairs = gold.flatMap((one) => {
    const id = byText(createHash('sha256').update(one.text).digest('hex'))?.id
    const record = id === undefined ? undefined : desk.record(id)
    if (!record) missing.push(one.id)
    return record ? [{ gold: one, read: goldOfRecord(record) }] : []
  })
  return { reports: pairs.length, missing, lists: scoreGold(pairs) }
}
