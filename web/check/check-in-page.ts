import type { PageReader } from '../reader/page-reader.ts'
import type { Checked } from './check-here.tsx'
import type { SourceText } from './sources-field.tsx'

/** Checks with the page's own reader: nothing leaves the page. */
export async function checkInPage(reader: PageReader, draft: string, sources: readonly SourceText[]): Promise<Checked> {
  const records = []
  for (const source of sources) records.push(await reader.read(source))
  const rows = await reader.check({ id: 'draft', text: draft }, records)
  return { draft, rows, texts: new Map(sources.map(({ id, text }) => [id, text])) }
}
