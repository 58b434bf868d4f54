import { Failure } from '../record/failure.ts'
import type { Extracted, ExtractTask } from './extract.ts'
import { readFeed, readOpml } from './feed.ts'
import { readPage } from './page.ts'

/** Takes a page or a feed apart. Runs in a thread of its own; never throws. */
export default function extract({ kind, bytes, from, ...about }: ExtractTask): Extracted {
  try {
    if (kind === 'page') return { page: readPage(bytes, from, about) }
    if (kind === 'feed') return { feed: readFeed(bytes, from, about) }
    return { addresses: readOpml(bytes, from) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof Failure) return { failed: { code: error.code, message } }
    return { failed: { code: 'input-broken', message: `${from} could not be parsed (${message})` } }
  }
}
