import { takeReports } from '../intake/take.ts'
import type { TakenReport } from '../intake/taken.ts'
import type { OpenedReader } from '../read.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { remark } from './output.ts'

/** The reports that sources hold; what cannot be taken is told, and gives exit status 1. */
export async function* takenReports(sources: readonly string[]): AsyncGenerator<TakenReport> {
  for await (const taken of takeReports(sources, { now: () => new Date().toISOString() })) {
    if (!('refused' in taken)) {
      yield taken
      continue
    }
    const { from, member, code, message } = taken.refused
    remark(`onrecord: ${code}: ${from}${member ? ` (${member})` : ''}: ${message}`)
    process.exitCode = 1
  }
}

/** The records of the reports that sources hold. */
export async function takenRecords(sources: readonly string[], reader: OpenedReader): Promise<NewsRecord[]> {
  const records: NewsRecord[] = []
  for await (const { id, text, published, title, outlet, url, record } of takenReports(sources))
    records.push(record ?? reader.read({ id, text, published, title, outlet, url }))
  return records
}
