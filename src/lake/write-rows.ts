import { writeParquet } from '../export/parquet.ts'
import type { TableName, TableRow } from '../export/tables.ts'
import { dayIn } from '../rows/dates.ts'
import type { Lake, LakeChange } from './open-lake.ts'

/** Rows of one file: some tens of megabytes. */
export const PART = 50_000
/** The partition of what has no day, by the name that Hive gave it: readers take it for NULL. */
const NO_DAY = '__HIVE_DEFAULT_PARTITION__'

/**
 * Stages rows as Parquet, a file or more for each day of publication.
 *
 * @param name of the parts: a source and what tells this part from its others
 */
export async function stageRows<T extends TableName>(
  lake: Lake,
  list: T,
  rows: Iterable<TableRow[T]>,
  name: string,
): Promise<LakeChange['add']> {
  const add: { staged: string; path: string }[] = []
  const byDay = new Map<string, TableRow[T][]>()
  const counts = new Map<string, number>()
  const flush = async (day: string) => {
    const number = counts.get(day) ?? 0
    counts.set(day, number + 1)
    const staged = await lake.stage(writeParquet(list, byDay.get(day) as TableRow[T][]))
    add.push({ staged, path: `${list}/day=${day}/${name}${number > 0 ? `.${number}` : ''}.parquet` })
    byDay.delete(day)
  }
  let held = 0
  for (const row of rows) {
    const day = dayIn(publishedOf(row)) ?? NO_DAY
    const before = byDay.get(day)
    if (before) before.push(row)
    else byDay.set(day, [row])
    held++
    if ((byDay.get(day)?.length ?? 0) >= PART) {
      held -= PART
      await flush(day)
    }
    // of many days at once the largest goes first
    if (held < 2 * PART) continue
    const [largest, { length }] = [...byDay].reduce((one, other) => (other[1].length > one[1].length ? other : one))
    held -= length
    await flush(largest)
  }
  for (const day of [...byDay.keys()].sort()) await flush(day)
  return add
}

function publishedOf(row: object): string | undefined {
  const { published, event } = row as { published?: string; event?: { published?: string } }
  return event ? event.published : published
}
