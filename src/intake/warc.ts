import { Failure } from '../record/failure.ts'
import type { Note } from '../record/types.ts'
import { archiveRecords, damaged } from './archive-records.ts'
import { noteOf } from './encoding.ts'
import { contentOf, httpAnswer, isMarkup } from './http-body.ts'
import type { Held, Input, Taking } from './taking.ts'

/** A page as an archive has it; of one that is too large, no bytes. */
export interface ArchivedPage extends Held {
  isTooLarge: boolean
  /** whether it is plain text, as archives of extracted text (WET) hold it */
  isText: boolean
  notes: Note[]
  /** why its bytes cannot be had */
  failure?: Failure
}

/** A page of HTML that is no candidate: it was answered with another status than 200, or holds nothing. */
export interface PassedPage {
  passed: 'status' | 'empty'
}

/**
 * The pages of HTML in a web archive, and texts made of pages, one after the other as they come: answers with status 200, resources, and conversions to text.
 *
 * @throws Failure `archive-damaged`, after the pages before the damage were given
 */
export async function* warcPages(
  { stream, from }: Input,
  { limits }: Pick<Taking, 'limits'>,
): AsyncGenerator<ArchivedPage | PassedPage> {
  try {
    for await (const { headers, block, isTooLarge, isLengthFalse } of archiveRecords(stream, from, limits.input)) {
      const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') || undefined
      const member = (headers.get('warc-record-id') ?? '').replace(/^<|>$/g, '')
      const base = {
        from,
        id: url ?? member,
        url,
        member,
        isTooLarge,
        notes: isLengthFalse ? [noteOf('archive-length-false')] : [],
      }
      const found = pageIn(headers, block, isTooLarge)
      if (found === undefined) continue
      if ('passed' in found) {
        yield found
        continue
      }
      try {
        const { bytes, cut } = found.content(url ?? from, limits.input)
        if (cut) base.notes.push(noteOf('input-cut-off'))
        if (bytes.length === 0 && !isTooLarge) yield { passed: 'empty' }
        else yield { ...base, bytes, contentType: found.contentType, isText: found.isText }
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        yield { ...base, bytes: new Uint8Array(0), isText: false, failure: error }
      }
    }
  } catch (error) {
    throw error instanceof Failure && !/^input-(?:damaged|bytes-behind)$/.test(error.code)
      ? error
      : damaged(from, (error as Error).message)
  }
}

interface Found {
  contentType?: string
  isText: boolean
  content(from: string, most: number): { bytes: Uint8Array; cut: boolean }
}

/** What a record holds of a page; undefined where it is of something else. */
function pageIn(
  headers: ReadonlyMap<string, string>,
  block: Uint8Array,
  isTooLarge: boolean,
): Found | PassedPage | undefined {
  const type = headers.get('warc-type')
  const contentType = headers.get('content-type')
  const plain = (isText: boolean): Found => ({ contentType, isText, content: () => ({ bytes: block, cut: false }) })
  if (type === 'conversion') return /^text\/plain/i.test(contentType ?? '') ? plain(true) : undefined
  if (type === 'resource') return /html/i.test(contentType ?? '') ? plain(false) : undefined
  if (type !== 'response' || !/^application\/http/i.test(contentType ?? 'application/http')) return undefined
  if (isTooLarge) return { isText: false, content: () => ({ bytes: new Uint8Array(0), cut: false }) }
  const answer = httpAnswer(block)
  const kind = answer.headers.get('content-type')
  const isPage =
    /html/i.test(kind ?? '') ||
    (!/^(?:text|image|video|audio|font)\/|json|javascript/i.test(kind ?? '') && isMarkup(answer.body))
  if (!isPage) return undefined
  if (answer.status !== 200) return { passed: 'status' }
  return { contentType: kind, isText: false, content: (from, most) => contentOf(answer, from, most) }
}
