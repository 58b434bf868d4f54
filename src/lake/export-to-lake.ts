import { basename } from 'node:path'
import type { TableName, TableRow } from '../export/tables.ts'
import { sha256 } from '../intake/taking.ts'
import type { Lake } from './open-lake.ts'
import { stageRows } from './write-rows.ts'

/**
 * Writes a desk's rows into a lake, in place of those that the same desk wrote there before.
 *
 * @param desk path of the desk, by which its parts are known
 * @returns how many files
 * @throws Failure `output-failed`
 */
export async function exportToLake<T extends TableName>(
  lake: Lake,
  list: T,
  rows: Iterable<TableRow[T]>,
  desk: string,
): Promise<number> {
  const source = sourceOf(desk)
  const before = (await lake.parts(list)).filter((part) => basename(part).startsWith(`${source}.`))
  const add = await stageRows(lake, list, rows, `${source}.0`)
  await lake.commit({ add, remove: before })
  return add.length
}

const sourceOf = (desk: string) =>
  `desk-${basename(desk)
    .replace(/\.\w+$/, '')
    .replace(/[^\w-]/g, '-')}-${sha256(desk).slice(0, 8)}`
