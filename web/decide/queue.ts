import type { Decision } from '../../src/rows/decision.ts'

/** A decision on its way to the server. */
export type SentDecision = Decision & { id: string }

/** Where decisions wait: each under a name of its own, so that two windows do not take each other's away. */
export interface Store {
  names(): string[]
  get(name: string): string | undefined
  /** @returns whether it could be kept */
  set(name: string, value: string): boolean
  remove(name: string): void
}

export interface DecisionQueueOptions {
  store: Store
  /** @throws an error with `status`: 0 where the server cannot be reached */
  send: (decisions: readonly SentDecision[]) => Promise<unknown>
  /** calls back after some milliseconds */
  later?: (run: () => void, milliseconds: number) => void
  makeId?: () => string
}

/** How the queue stands. */
export interface QueueState {
  waiting: readonly SentDecision[]
  /** what the server will not take, and why */
  refused: readonly { decision: SentDecision; message: string }[]
  /** the last try did not reach the server */
  away: boolean
  /** the browser keeps nothing: what waits is lost if this window closes */
  fleeting: boolean
}

export interface DecisionQueue {
  state(): QueueState
  add(decision: Decision): void
  /** tries again now */
  flush(): Promise<void>
  /** forgets what the server will not take; until then it is kept */
  dropRefused(): void
  /** is called whenever the state changes; what it gives stops that */
  watch(listener: () => void): () => void
}

const PREFIX = 'decision:'
const SOONEST = 1000
const LATEST = 30_000

/**
 * Decisions on their way to the server. Each has an id of its own and is kept by the browser until the server has it, so
 * that none is lost when the server goes away, and none counts twice when it is sent twice.
 */
export function openDecisionQueue({
  store,
  send,
  later = setLater,
  makeId = newId,
}: DecisionQueueOptions): DecisionQueue {
  const inMemory = new Map<string, SentDecision>()
  const listeners = new Set<() => void>()
  let refused: QueueState['refused'] = []
  let away = false
  let sending: Promise<void> | undefined
  let wait = SOONEST

  const waiting = (): SentDecision[] => {
    const stored = keptDecisions(store).filter(({ id }) => !inMemory.has(id))
    const gone = new Set(refused.map(({ decision }) => decision.id))
    return [...stored, ...inMemory.values()].filter(({ id }) => !gone.has(id)).sort((a, b) => (a.at < b.at ? -1 : 1))
  }
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const forget = (decisions: readonly SentDecision[]) => {
    for (const { id } of decisions) {
      inMemory.delete(id)
      store.remove(PREFIX + id)
    }
  }
  const attempt = async (): Promise<void> => {
    const batch = waiting()
    if (batch.length === 0) return
    try {
      await send(batch)
      forget(batch)
      away = false
      wait = SOONEST
    } catch (error) {
      if (isRefusal(error)) await sendOneByOne(batch)
      else {
        away = true
        later(() => void flush(), wait)
        wait = Math.min(wait * 2, LATEST)
      }
    }
    changed()
  }
  /** One decision that the server will not take must not hold up the others. */
  const sendOneByOne = async (batch: readonly SentDecision[]): Promise<void> => {
    for (const decision of batch) {
      try {
        await send([decision])
      } catch (error) {
        if (!isRefusal(error)) throw error
        refused = [...refused, { decision, message: (error as Error).message }]
        continue
      }
      forget([decision])
    }
    away = false
  }
  const flush = (): Promise<void> => {
    sending ??= attempt()
      .catch(() => {
        away = true
        later(() => void flush(), wait)
        changed()
      })
      .finally(() => {
        sending = undefined
        if (!away && waiting().length > 0) void flush()
      })
    return sending
  }
  return {
    state: () => ({ waiting: waiting(), refused, away, fleeting: inMemory.size > 0 }),
    add: (decision) => {
      const sent: SentDecision = { ...decision, id: decision.id ?? makeId() }
      if (!store.set(PREFIX + sent.id, JSON.stringify(sent))) inMemory.set(sent.id, sent)
      changed()
      void flush()
    },
    flush,
    dropRefused: () => {
      forget(refused.map(({ decision }) => decision))
      refused = []
      changed()
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function keptDecisions(store: Store): SentDecision[] {
  return store.names().flatMap((name) => {
    if (!name.startsWith(PREFIX)) return []
    try {
      return [JSON.parse(store.get(name) ?? '') as SentDecision]
    } catch {
      return []
    }
  })
}

/** The server answered and will never take it; trying again would change nothing. */
function isRefusal(error: unknown): boolean {
  const status = (error as { status?: number }).status ?? 0
  return status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status)
}

/** An id that no one else makes. `crypto.randomUUID` is missing on plain http, so it is made from random bytes. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const setLater = (run: () => void, milliseconds: number): void => void setTimeout(run, milliseconds)
