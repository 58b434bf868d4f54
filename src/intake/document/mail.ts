import PostalMime from 'postal-mime'
import type { NoteCode } from '../../record/codes.ts'
import { Failure } from '../../record/failure.ts'
import { noteOf } from '../encoding.ts'
import { momentOf } from '../moment.ts'
import { type ArticlePage, plainText, readPage } from '../page.ts'
import { rootPart } from './root-part.ts'

const LIMITS = { maxNestingDepth: 40, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 4 }

/**
 * The text of a message (.eml), or the page that a browser saved as one file (.mhtml, .mht), which is read as any page is. Of a message the subject is
 * the title, its date the date; attachments are left out, with a note.
 *
 * @throws Failure `document-damaged`, `page-no-article`, `page-is-list`, `file-empty`
 */
export async function readMail(bytes: Uint8Array, from: string): Promise<ArticlePage> {
  const root = rootPart(bytes)
  if (root) return savedPage(root, bytes, from)
  const { subject, date, headers, html, text, attachments, from: sender } = await parsed(bytes, from)
  const words = html ? plainText(html) : unwrapped(text ?? '')
  if (words.trim() === '') throw new Failure('file-empty', `${from} is a message without a text`)
  const written = headers.find(({ key }) => key === 'date')?.value
  const codes: NoteCode[] = attachments.some(({ disposition }) => disposition === 'attachment')
    ? ['attachments-left']
    : []
  return {
    text: words,
    title: subject?.trim() || undefined,
    byline: sender?.name?.trim() || undefined,
    published: momentOf(written) ?? momentOf(date),
    article: true,
    newsLike: true,
    isList: false,
    notes: codes.map(noteOf),
  }
}

async function parsed(bytes: Uint8Array, from: string) {
  try {
    return await PostalMime.parse(bytes, LIMITS)
  } catch (error) {
    throw new Failure('document-damaged', `${from} is no message that can be read (${(error as Error).message})`)
  }
}

/** A page that was saved with everything that it shows: its own part alone is read, and what the browser says of it. */
async function savedPage(
  { part, address }: { part: Uint8Array; address?: string },
  bytes: Uint8Array,
  from: string,
): Promise<ArticlePage> {
  const { html, text } = await parsed(part, from)
  const url = address && /^https?:/i.test(address) ? address : undefined
  if (!html) {
    if (!text?.trim()) throw new Failure('page-no-article', `${from} is a saved page without a report's text`)
    return { text, url, article: true, newsLike: true, isList: false, notes: [] }
  }
  const page = readPage(new TextEncoder().encode(html), from, { url, contentType: 'text/html; charset=utf-8' })
  if (page.isList)
    throw new Failure('page-is-list', `${from} lists several stories; save the pages that it links to, one by one`)
  if (page.title !== undefined) return page
  const { subject } = await PostalMime.parse(bytes.subarray(0, 64 * 1024), LIMITS).catch(() => ({ subject: undefined }))
  return { ...page, title: subject?.trim() || undefined }
}

/** Lines that were broken to fit a width, joined: all but a paragraph's last are about as long. */
function unwrapped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => {
      const lines = paragraph.split('\n')
      const isWrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= 45 && line.length <= 80)
      return isWrapped ? lines.map((line) => line.trim()).join(' ') : paragraph
    })
    .join('\n\n')
    .trim()
}
