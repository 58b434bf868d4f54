import { basename, dirname, join } from 'node:path'
import { type ParquetRow, writeReadRows } from '../export/parquet.ts'
import { tableNames } from '../export/tables.ts'
import { Failure } from '../record/failure.ts'
import type { Lake } from './open-lake.ts'
import { PART } from './write-rows.ts'

export interface Compacted {
  /** files that were brought together, and what became of them */
  before: number
  after: number
}

/**
 * Brings small parts of a day together, of one source each, so that a lake that is written often is read fast.
 *
 * @throws Failure `lake-damaged` where a part cannot be read, `output-failed`
 */
export async function compactLake(lake: Lake): Promise<Compacted> {
  const compacted: Compacted = { before: 0, after: 0 }
  for (const list of tableNames)
    for (const [place, parts] of groupBy(await lake.parts(list), placeOf))
      for (const bin of await binsOf(lake, parts)) {
        const rows: ParquetRow[] = []
        for (const part of bin) rows.push(...(await rowsIn(lake, part)))
        const staged = await lake.stage(writeReadRows(list, rows))
        // named after the first, whose place it takes
        const path = `${place}.${basename(bin[0]).slice(basename(place).length + 1)}`
        await lake.commit({ add: [{ staged, path }], remove: bin })
        compacted.before += bin.length
        compacted.after++
      }
  return compacted
}

/** The day's folder and the source: what stands before the first point of a name. */
const placeOf = (part: string) => join(dirname(part), basename(part).split('.')[0])

function groupBy(parts: readonly string[], of: (part: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const part of parts) groups.set(of(part), [...(groups.get(of(part)) ?? []), part])
  return groups
}

/** Parts that together make one file; those that are alone, or large already, stay as they are. */
async function binsOf(lake: Lake, parts: readonly string[]): Promise<string[][]> {
  const bins: { parts: string[]; rows: number }[] = []
  for (const part of parts) {
    const rows = await countOf(lake, part)
    if (rows > PART / 2) continue
    const bin = bins.find((bin) => bin.rows + rows <= PART)
    if (bin) {
      bin.parts.push(part)
      bin.rows += rows
    } else bins.push({ parts: [part], rows })
  }
  return bins.flatMap(({ parts }) => (parts.length > 1 ? [parts] : []))
}

const open = async (lake: Lake, part: string) => {
  const parquet = await import('hyparquet')
  return { parquet, file: await parquet.asyncBufferFromFile(join(lake.folder, part)) }
}

async function countOf(lake: Lake, part: string): Promise<number> {
  return reading(lake, part, async () => {
    const { parquet, file } = await open(lake, part)
    return Number((await parquet.parquetMetadataAsync(file)).num_rows)
  })
}

async function rowsIn(lake: Lake, part: string): Promise<ParquetRow[]> {
  return reading(lake, part, async () => {
    const { parquet, file } = await open(lake, part)
    return (await parquet.parquetReadObjects({ file })) as ParquetRow[]
  })
}

async function reading<T>(lake: Lake, part: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new Failure(
      'lake-damaged',
      `${join(lake.folder, part)} cannot be read (${(error as Error).message}); move it away, and write its reports again`,
    )
  }
}
