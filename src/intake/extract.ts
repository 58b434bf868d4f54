import { within } from '../one-by-one.ts'
import type { ErrorCode } from '../record/codes.ts'
import { Failure } from '../record/failure.ts'
import { openThreads, type Threads } from '../threads.ts'
import type { Feed } from './feed.ts'
import type { ArticlePage } from './page.ts'
import type { SheetRows } from './table/sheets.ts'
import type { Limits } from './taking.ts'

/** What is worked on away from the main thread: pages, feeds and documents, which anybody may have written. */
export interface ExtractTask {
  kind: 'page' | 'feed' | 'opml' | 'pdf' | 'docx' | 'mail' | 'sheets'
  bytes: Uint8Array
  from: string
  url?: string
  contentType?: string
}

/** What came of a task, or why nothing did. */
export type Extracted =
  | { page: ArticlePage }
  | { feed: Feed }
  | { addresses: string[] }
  | { sheets: SheetRows[] }
  | { failed: { code: string; message: string } }

export type Extract = (task: ExtractTask) => Promise<Extracted>

/**
 * Opens a thread that works on pages and feeds under limits of time and memory. It starts with the first of them; one that takes too
 * long or too much ends the thread, and the next has a new one.
 */
export function openExtract(limits: Limits): { extract: Extract; close(): Promise<void> } {
  let pool: Threads<ExtractTask, Extracted> | undefined
  const extract: Extract = async (task) => {
    const threads = (pool ??= openThreads('extract-worker', import.meta.url, {
      least: 0,
      most: 1,
      idle: 10_000,
      resourceLimits: { maxOldGenerationSizeMb: limits.extractMemory },
    }))
    const failed = (message: string): Extracted => ({ failed: { code: 'input-too-much' satisfies ErrorCode, message } })
    try {
      const ended = await within(limits.extractTime / 1000, (clock) => threads.run(task, clock))
      return ended instanceof Failure ? failed(tooMuch(task, limits, ended)) : ended
    } catch (error) {
      return failed(tooMuch(task, limits, error as Error))
    }
  }
  return { extract, close: async () => pool?.close() }
}

function tooMuch({ from }: ExtractTask, limits: Limits, error: Error): string {
  if (error instanceof Failure && error.code === 'read-too-long')
    return `${from} took more than ${limits.extractTime / 1000} seconds to parse and was stopped`
  return `${from} took more than ${limits.extractMemory} MiB of memory to parse, or crashed its thread (${error.message})`
}

/** The part of an answer that was asked for. @throws Failure where there is none */
export function expected<K extends keyof Parts>(answer: Extracted, kind: K): Parts[K] {
  if ('failed' in answer) throw new Failure(answer.failed.code as ErrorCode, answer.failed.message)
  return (answer as unknown as Parts)[kind]
}

interface Parts {
  page: ArticlePage
  feed: Feed
  addresses: string[]
  sheets: SheetRows[]
}
