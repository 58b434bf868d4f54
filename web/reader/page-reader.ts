import type { ReportInput } from '../../src/record/report.ts'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import type { CheckRow } from '../../src/story/check/check-draft.ts'
import type { FromReader, ModelsFrom, ToReader } from './messages.ts'

/** How opening the reader goes. */
export type Opening =
  | { state: 'loading'; loaded: number; total?: number }
  | { state: 'opened' }
  | { state: 'failed'; message: string }

/** The reader of this page, in a worker. */
export interface PageReader {
  opening(): Opening
  watch(listener: () => void): () => void
  /** Reads once the reader is open. Rejects where it could not be opened or the report cannot be read. */
  read(report: ReportInput): Promise<NewsRecord>
  /** Checks a draft against records that were read before. */
  check(draft: ReportInput, sources: readonly NewsRecord[]): Promise<CheckRow[]>
}

/** How a page starts its reader: the worker, and where the models are. */
export interface ReaderParts {
  worker: () => Worker
  source: () => Promise<ModelsFrom>
}

export function openPageReader({ worker: start, source }: ReaderParts): PageReader {
  let opening: Opening = { state: 'loading', loaded: 0 }
  const listeners = new Set<() => void>()
  const asked = new Map<number, { take: (answer: never) => void; fail: (error: Error) => void }>()
  const set = (next: Opening) => {
    opening = next
    for (const listener of listeners) listener()
  }
  const failAll = (message: string) => {
    set({ state: 'failed', message })
    for (const { fail } of asked.values()) fail(new Error(message))
    asked.clear()
  }
  const hear = (message: FromReader) => {
    if (message.kind === 'loading') set({ state: 'loading', loaded: message.loaded, total: message.total })
    else if (message.kind === 'opened') set({ state: 'opened' })
    else if (message.kind === 'failed') failAll(message.message)
    else {
      const waiting = asked.get(message.number)
      asked.delete(message.number)
      if (message.kind === 'record') waiting?.take(message.record as never)
      else if (message.kind === 'checked') waiting?.take(message.rows as never)
      else waiting?.fail(new Error(message.message))
    }
  }
  const worker = start()
  const say = (message: ToReader, moved: Transferable[] = []) => worker.postMessage(message, moved)
  worker.onmessage = ({ data }: MessageEvent<FromReader>) => hear(data)
  worker.onerror = (event) => failAll(event.message || 'the reader could not be started')
  source()
    .then((source) => say({ kind: 'open', source }, 'packed' in source ? [source.packed] : []))
    .catch((error: Error) => failAll(error.message))
  let number = 0
  const ask = async <T>(question: (number: number) => ToReader): Promise<T> => {
    await opened(() => opening, listeners)
    const mine = ++number
    return new Promise((take: (answer: T) => void, fail) => {
      asked.set(mine, { take, fail })
      say(question(mine))
    })
  }
  return {
    opening: () => opening,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (report) => ask<NewsRecord>((number) => ({ kind: 'read', number, report })),
    check: (draft, sources) => ask<CheckRow[]>((number) => ({ kind: 'check', number, draft, sources })),
  }
}

/** Waits until the reader is open. @throws Error where it could not be opened */
function opened(opening: () => Opening, listeners: Set<() => void>): Promise<void> {
  return new Promise((done, fail) => {
    const look = () => {
      const now = opening()
      if (now.state === 'loading') return
      listeners.delete(look)
      if (now.state === 'opened') done()
      else fail(new Error(now.message))
    }
    listeners.add(look)
    look()
  })
}
