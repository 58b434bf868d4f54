import { inThread } from '../in-thread.ts'
import { Failure } from '../record/failure.ts'
import type { Extracted, ExtractTask } from './extract.ts'
import { readFeed, readOpml } from './feed.ts'
import { readPage } from './page.ts'

/** Takes pages, feeds and documents apart, in a thread of its own. */
export default inThread(async () => extract)

/** Takes a page, a feed or a document apart. Never throws. Parsers of documents are loaded with the first that needs them. */
export async function extract({ kind, bytes, from, ...about }: ExtractTask): Promise<Extracted> {
  try {
    if (kind === 'pdf') return { page: await (await import('./document/pdf.ts')).readPdf(bytes, from) }
    if (kind === 'docx') return { page: await (await import('./document/docx.ts')).readDocx(bytes, from) }
    if (kind === 'mail') return { page: await (await import('./document/mail.ts')).readMail(bytes, from) }
    if (kind === 'sheets') return { sheets: await (await import('./table/sheets.ts')).readSheets(bytes, from) }
    if (kind === 'page') return { page: readPage(bytes, from, about) }
    if (kind === 'feed') return { feed: readFeed(bytes, from, about) }
    return { addresses: readOpml(bytes, from) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof Failure) return { failed: { code: error.code, message } }
    return { failed: { code: 'input-broken', message: `${from} could not be parsed (${message})` } }
  }
}
