import { Piscina } from 'piscina'
import type { ErrorCode } from '../record/codes.ts'
import { Failure } from '../record/failure.ts'
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
  let pool: Piscina | undefined
  const extract: Extract = async (task) => {
    pool ??= new Piscina({
      filename: new URL(`./extract-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)
        .href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 10_000,
      resourceLimits: { maxOldGenerationSizeMb: limits.extractMemory },
    })
    const time = new AbortController()
    const timer = setTimeout(() => time.abort(), limits.extractTime)
    try {
      return (await pool.run(task, { signal: time.signal })) as Extracted
    } catch (error) {
      return {
        failed: { code: 'input-too-much' satisfies ErrorCode, message: tooMuch(task, limits, time.signal, error) },
      }
    } finally {
      clearTimeout(timer)
    }
  }
  return { extract, close: async () => pool?.destroy() }
}

function tooMuch({ from }: ExtractTask, limits: Limits, { aborted }: AbortSignal, error: unknown): string {
  if (aborted) return `${from} took more than ${limits.extractTime / 1000} seconds to parse and was stopped`
  return `${from} took more than ${limits.extractMemory} MiB of memory to parse, or crashed its thread (${(error as Error).message})`
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
