import { workerData } from 'node:worker_threads'
import { inThread } from '../in-thread.ts'
import type { Overlay } from '../lay-over.ts'
import { openReader } from '../open.ts'
import type { OpenedReader } from '../read.ts'
import type { ReportInput } from '../record/report.ts'
import { featuresOf } from '../story/group/features.ts'
import { packTerms, termsOf } from '../story/group/terms.ts'

/** What a worker is asked for: which reader it has, or to read reports. */
export type ReadTask = { reports: readonly ReportInput[] } | { about: true }

/** One report's record as JSON, with the terms that its story is found by, or what went wrong. */
export type ReadAnswer = { json: string; terms?: Uint8Array } | { code: string; message: string }

/** Reads reports in a worker thread; a report that breaks the reader does not break the others. */
export default inThread(async () => {
  const reader = await openReader({ codebook: (workerData as { overlay?: Overlay } | undefined)?.overlay })
  return (task: ReadTask) => read(task, reader)
})

function read(task: ReadTask, reader: OpenedReader): ReadAnswer[] {
  if ('about' in task) {
    const { version, models, codebook } = reader
    return [{ json: JSON.stringify({ version, models, codebook }) }]
  }
  return task.reports.map((report) => {
    try {
      const record = reader.read(report)
      return { json: JSON.stringify(record), terms: packTerms(termsOf(featuresOf(record))) }
    } catch (error) {
      return { code: 'reader-failed', message: error instanceof Error ? error.message : String(error) }
    }
  })
}
