import { takeReports } from '../intake/take.ts'
import type { Taken } from '../intake/taken.ts'
import { sha256 } from '../intake/taking.ts'
import type { ErrorCode } from '../record/codes.ts'
import { Failure } from '../record/failure.ts'
import type { ReportInput } from '../record/report.ts'
import type { ReportRow } from '../rows/rows.ts'
import { addReports } from './add.ts'
import { openByText } from './by-text.ts'
import type { OpenedDesk } from './open.ts'

/** A report that somebody hands over: its text, a page of HTML or a file's bytes, or where it can be fetched; and what they know of it. */
export interface HandedReport extends Partial<Pick<ReportInput, 'published' | 'title' | 'outlet' | 'url'>> {
  /** text or bytes; told apart by their content as files are */
  content?: string | Uint8Array
  /** an http or https address to take it from */
  address?: string
  /** what the file is called */
  name?: string
}

/** What came of it: the report's row, and whether the desk had it already. */
export interface KeptReport {
  report: ReportRow
  known: boolean
}

/**
 * Takes what is given by the same rules as `onrecord add`, reads it and keeps it in a desk.
 *
 * @param read gives a report's record as JSON
 * @throws Failure with the code of what could not be taken or read
 */
export async function keepGiven(
  desk: OpenedDesk,
  given: HandedReport,
  read: (report: ReportInput) => Promise<string>,
): Promise<KeptReport[]> {
  const texts: string[] = []
  const added = await addReports(desk, named(given, texts), {
    threads: 1,
    read: async (reports) => [{ json: await read(reports[0]) }],
  })
  const byText = openByText(desk.db)
  return texts.map((text) => {
    const { id } = byText(sha256(text)) as { id: string }
    const [report] = desk.find({ list: 'reports', filter: { id: [id], copies: true }, limit: 1 }).rows as ReportRow[]
    return { report, known: added.known > 0 && added.read + added.kept + added.failed === 0 }
  })
}

/** Reports one by one, each with what was said of it; what could not be taken is thrown. */
async function* named({ content, address, name, ...said }: HandedReport, texts: string[]): AsyncGenerator<Taken> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const options = { now: () => new Date().toISOString(), ...(bytes && { standardInput: bytes }) }
  let found = 0
  for await (const taken of takeReports([bytes ? '-' : (address as string)], options)) {
    if ('refused' in taken) throw new Failure(taken.refused.code as ErrorCode, taken.refused.message)
    texts.push(taken.text)
    found++
    const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
    const from = address ?? name ?? 'pasted into the page'
    yield { ...taken, ...known, from, id: taken.id === 'stdin' ? idFor(name, taken.text) : taken.id }
  }
  if (found === 0) throw new Failure('page-no-article', 'no report was found in it')
}

/** The name of a file without its ending; of what is pasted, a name made from its text. */
function idFor(name: string | undefined, text: string): string {
  const stem = name?.replace(/\.\w{1,5}$/, '').trim()
  return stem || `pasted-${sha256(text).slice(0, 8)}`
}
