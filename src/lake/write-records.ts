import { type TableName, type TableRow, tableLists, tableRows } from '../export/tables.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { countWords } from '../rows/count-words.ts'
import type { ReportRow } from '../rows/rows.ts'
import { rowsOf } from '../rows/rows-of.ts'
import type { Lake, LakeChange } from './open-lake.ts'
import { stageRows } from './write-rows.ts'

/** The lists that records give a lake; dyads, quotes and claims are made from these by SQL, or exported from a desk. */
const lakeLists = ['reports', 'statements', 'events'] as const satisfies TableName[]

export interface RecordForLake {
  record: NewsRecord
  /** where its report was taken from, and when */
  from: string
  added: string
}

/**
 * Puts records into a lake: their rows, with how far the source is, all or nothing.
 *
 * @throws Failure `output-failed`
 */
export async function writeToLake(
  lake: Lake,
  records: readonly RecordForLake[],
  { source, place }: { source: string; place: number },
): Promise<void> {
  const add: LakeChange['add'][number][] = []
  for (const list of lakeLists) add.push(...(await stageRows(lake, list, rowsIn(list, records), `${source}.${place}`)))
  await lake.commit({ add, place: { source, at: place } })
}

function* rowsIn<T extends (typeof lakeLists)[number]>(
  list: T,
  records: readonly RecordForLake[],
): Generator<TableRow[T]> {
  for (const one of records) {
    const rows = list === 'reports' ? [reportRow(one)] : rowsOf(one.record)[tableLists[list] as 'statements' | 'events']
    yield* tableRows(list, rows as Iterable<never>)
  }
}

/** A report as a desk that holds only it would list it. */
function reportRow({ record: { report, statements, events }, from, added }: RecordForLake): ReportRow {
  const { id, published, outlet, title, url, byline, language, text } = report
  return {
    list: 'reports',
    key: id,
    id,
    published,
    outlet,
    title,
    url,
    byline,
    language,
    words: countWords(text),
    statements: statements.length,
    events: events.length,
    added,
    from,
    state: 'read',
  }
}
