import { randomUUID } from 'node:crypto'
import type { Decision } from '../../rows/decision.ts'
import { deskFailure } from '../failure.ts'
import type { OpenedDesk } from '../open.ts'
import { decideAfresh } from './decide-afresh.ts'

/**
 * Takes down decisions that settle what coders disagreed on: they count as every decision does, and are nobody's coding when agreement is told. 'right' is said of
 * the row as the machine read it. All or none.
 *
 * @throws Failure as `decide` does
 */
export function settle(desk: OpenedDesk, decisions: readonly Decision[]): void {
  const insert = desk.db.prepare('INSERT OR IGNORE INTO settlings (decision) VALUES (?)')
  const named = decisions.map((decision) => ({ ...decision, id: decision.id ?? randomUUID() }))
  try {
    desk.db
      .transaction(() => {
        for (const { id } of named) insert.run(id)
        decideAfresh(desk, named)
      })
      .immediate()
  } catch (error) {
    throw deskFailure(error, desk.db.name)
  }
}
