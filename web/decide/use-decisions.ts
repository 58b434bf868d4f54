import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Decision } from '../../src/rows/decision.ts'
import { decisionsOf, sendDecisions } from '../api.ts'
import { keep, kept } from '../kept.ts'
import { type DecisionQueue, newId, openDecisionQueue, type QueueState, type Store } from './queue.ts'

/** The window's one queue; it is tried again when the browser is back on the network or the window is looked at. */
let queue: DecisionQueue | undefined
export function theQueue(): DecisionQueue {
  if (queue) return queue
  const opened = openDecisionQueue({ store: browserStore, send: sendDecisions })
  queue = opened
  addEventListener('online', () => void opened.flush())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void opened.flush())
  void opened.flush()
  return opened
}

/** How the queue stands, drawn again when that changes. */
export function useQueue(): QueueState {
  const opened = theQueue()
  const [state, setState] = useState(opened.state)
  useEffect(() => opened.watch(() => setState(opened.state())), [opened])
  return state
}

/** After how many milliseconds a server that was away is asked again what was decided. */
const AGAIN = 5000

/** A report's decisions, the server's and those made here, oldest first. */
export function useDecisions(report: string): { decisions: readonly Decision[]; add: (decision: Decision) => void } {
  const [fromServer, setFromServer] = useState<readonly Decision[]>([])
  const [made, setMade] = useState<readonly Decision[]>([])
  const { waiting } = useQueue()
  useEffect(() => {
    const stop = new AbortController()
    setMade([])
    setFromServer([])
    const fetchThem = () => {
      decisionsOf(report, stop.signal)
        .then((decisions) => stop.signal.aborted || setFromServer(decisions))
        .catch(() => stop.signal.aborted || setTimeout(fetchThem, AGAIN))
    }
    fetchThem()
    return () => stop.abort()
  }, [report])
  // what waited when the server's list was asked for may have reached it since: it is in neither list, and yet decided
  useEffect(() => {
    const own = waiting.filter(({ key }) => key.startsWith(`${report}#`))
    if (own.length > 0) setMade((before) => [...before.filter(({ id }) => own.every((one) => one.id !== id)), ...own])
  }, [report, waiting])
  const decisions = useMemo(() => merged(report, fromServer, waiting, made), [report, fromServer, waiting, made])
  return {
    decisions,
    add: (decision) => {
      const own = { ...decision, id: decision.id ?? newId() }
      setMade((before) => [...before, own])
      theQueue().add(own)
    },
  }
}

/** One list of those that the server has, those that wait and those made in this window, each once. */
function merged(report: string, ...lists: (readonly Decision[])[]): Decision[] {
  const byId = new Map<string, Decision>()
  for (const decision of lists.flat()) {
    if (!decision.key.startsWith(`${report}#`)) continue
    byId.set(decision.id ?? `${decision.key} ${decision.at}`, decision)
  }
  return [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const browserStore: Store = {
  names: () => {
    try {
      return Object.keys(localStorage).flatMap((name) => (name.startsWith(OURS) ? name.slice(OURS.length) : []))
    } catch {
      return []
    }
  },
  get: kept,
  set: keep,
  remove: (name) => void keep(name, undefined),
}
const OURS = 'onrecord:'
