import type { ErrorCode } from '../record/codes.ts'
import { Failure } from '../record/failure.ts'
import type { ReportInput } from '../record/report.ts'
import type { Note } from '../record/types.ts'
import { formatOf, HEAD_BYTES } from './format.ts'
import { checkLength } from './given.ts'
import { readBytes, type Source, sourceId, sourceName } from './source.ts'
import { decodeReport } from './text.ts'
import { isGzip } from './unpack.ts'

/**
 * The one report that a file or standard input holds, by the same rules as `takeReports` takes it: a page is never read as prose.
 *
 * @throws Failure where the source is not there, is in no format that reports are taken from, or holds none or several
 */
export async function takeOne(source: Source): Promise<{ report: ReportInput; notes: Note[] }> {
  const bytes = await readBytes(source)
  const name = sourceName(source)
  const head = bytes.subarray(0, HEAD_BYTES)
  if (!isGzip(head) && formatOf(head, name) === 'text') {
    const text = decodeReport(bytes, name)
    checkLength(text, name)
    return { report: { id: sourceId(source), text }, notes: [] }
  }
  // pages, feeds and archives need more than texts do
  const { takeReports } = await import('./take.ts')
  let found: { report: ReportInput; notes: Note[] } | undefined
  // what is read here is the same at any time
  const options = { now: () => new Date(0).toISOString(), anyDate: true, standardInput: bytes }
  for await (const taken of takeReports([source], options)) {
    if ('refused' in taken) throw new Failure(taken.refused.code as ErrorCode, taken.refused.message)
    if (found)
      throw new Failure(
        'bad-argument',
        `${name} holds several reports; read a report a line with --jsonl, or add them to a desk with onrecord add`,
      )
    const { id, text, published, title, outlet, url, byline, notes } = taken
    found = { report: { id, text, published, title, outlet, url, byline }, notes }
  }
  if (!found) throw new Failure('page-no-article', `${name} holds no report`)
  return found
}
