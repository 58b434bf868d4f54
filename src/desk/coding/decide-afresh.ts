import type { Decision } from '../../rows/decision.ts'
import { deskFailure } from '../failure.ts'
import type { OpenedDesk } from '../open.ts'

/**
 * Takes down what somebody decided who saw the rows as the machine read them, and nothing of what others made of them: their 'right' is said of the machine's row, also
 * where another has mended it. All or none.
 *
 * @throws Failure as `decide` does
 */
export function decideAfresh(desk: OpenedDesk, decisions: readonly Decision[]): void {
  const mended = desk.db
    .prepare<[string, string], number>(
      "SELECT mended IS NOT NULL FROM standing s JOIN reports r USING (report) WHERE r.id || '#' || s.row = ? AND NOT EXISTS (SELECT 1 FROM decisions WHERE id = ?)",
    )
    .pluck()
  try {
    desk.db
      .transaction(() => {
        for (const decision of decisions) {
          const { id = '', key, verdict, by, at } = decision
          // what stands is taken back first, so that 'right' is not said of another's mend
          if (verdict === 'right' && mended.get(key, id) === 1) desk.decide([{ key, verdict: 'open', by, at }])
          desk.decide([decision])
        }
      })
      .immediate()
  } catch (error) {
    throw deskFailure(error, desk.db.name)
  }
}
