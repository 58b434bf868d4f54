import { expect, test } from 'vitest'
import type { Decision } from '../../src/rows/decision.ts'
import { openDecisionQueue, type SentDecision, type Store } from './queue.ts'

const decision = (row: string, verdict: Decision['verdict'] = 'right'): Decision => ({
  key: `r#${row}`,
  verdict,
  by: 'Ilse Marek',
  at: `2025-03-14T10:00:0${row.length}Z`,
})

function storeOf(map = new Map<string, string>(), full = false): Store {
  return {
    names: () => [...map.keys()],
    get: (name) => map.get(name),
    set: (name, value) => !full && !!map.set(name, value),
    remove: (name) => void map.delete(name),
  }
}

/** A server that can go away, and that takes each id once. */
function serverOf() {
  const server = { away: false, loseAnswer: false, refuse: '', calls: 0, taken: new Map<string, SentDecision>() }
  const send = async (decisions: readonly SentDecision[]) => {
    server.calls++
    if (server.away) throw Object.assign(new Error('away'), { status: 0 })
    const bad = decisions.find(({ key }) => key === server.refuse)
    if (bad) throw Object.assign(new Error(`no row ${bad.key}`), { status: 404 })
    for (const one of decisions) server.taken.set(one.id, one)
    if (server.loseAnswer) throw Object.assign(new Error('cut off'), { status: 0 })
  }
  return { server, send }
}

function clockOf() {
  const due: { run: () => void; wait: number }[] = []
  return { due, later: (run: () => void, wait: number) => void due.push({ run, wait }) }
}

test('a decision reaches the server and no longer waits', async () => {
  const { server, send } = serverOf()
  const queue = openDecisionQueue({ store: storeOf(), send, later: clockOf().later })
  queue.add(decision('s1'))
  expect(queue.state().waiting).toHaveLength(1)
  await queue.flush()
  expect(queue.state()).toEqual({ waiting: [], refused: [], away: false, fleeting: false })
  expect([...server.taken.values()].map(({ key }) => key)).toEqual(['r#s1'])
})

test('while the server is away decisions wait, longer each time, and then all go at once', async () => {
  const { server, send } = serverOf()
  const { due, later } = clockOf()
  const queue = openDecisionQueue({ store: storeOf(), send, later })
  server.away = true
  queue.add(decision('s1'))
  await queue.flush()
  queue.add(decision('s22'))
  await queue.flush()
  expect(queue.state()).toMatchObject({ away: true, waiting: [{ key: 'r#s1' }, { key: 'r#s22' }] })
  expect(due.map(({ wait }) => wait)).toEqual([1000, 2000])
  server.away = false
  due[1].run()
  await queue.flush()
  expect(queue.state()).toMatchObject({ away: false, waiting: [] })
  expect(server.taken.size).toBe(2)
})

test('what waits outlives the window', async () => {
  const { server, send } = serverOf()
  const kept = new Map<string, string>()
  server.away = true
  const first = openDecisionQueue({ store: storeOf(kept), send, later: clockOf().later })
  first.add(decision('s1'))
  await first.flush()
  server.away = false
  await openDecisionQueue({ store: storeOf(kept), send, later: clockOf().later }).flush()
  expect(server.taken.size).toBe(1)
  expect(kept.size).toBe(0)
})

test('an answer that was lost on its way makes no second decision', async () => {
  const { server, send } = serverOf()
  const queue = openDecisionQueue({ store: storeOf(), send, later: clockOf().later })
  server.loseAnswer = true
  queue.add(decision('s1'))
  await queue.flush()
  server.loseAnswer = false
  await queue.flush()
  expect(server.calls).toBe(2)
  expect(server.taken.size).toBe(1)
})

test('one that the server refuses is told, and holds up no other', async () => {
  const { server, send } = serverOf()
  const queue = openDecisionQueue({ store: storeOf(), send, later: clockOf().later })
  server.away = true
  for (const row of ['s1', 's22', 's333']) queue.add(decision(row))
  await queue.flush()
  server.away = false
  server.refuse = 'r#s22'
  await queue.flush()
  expect([...server.taken.values()].map(({ key }) => key)).toEqual(['r#s1', 'r#s333'])
  expect(queue.state()).toMatchObject({ waiting: [], away: false, refused: [{ message: 'no row r#s22' }] })
  queue.dropRefused()
  expect(queue.state().refused).toEqual([])
})

test('where the browser keeps nothing, decisions wait in memory, and the queue says so', async () => {
  const { server, send } = serverOf()
  const queue = openDecisionQueue({ store: storeOf(new Map(), true), send, later: clockOf().later })
  server.away = true
  queue.add(decision('s1'))
  await queue.flush()
  expect(queue.state()).toMatchObject({ fleeting: true, waiting: [{ key: 'r#s1' }] })
  server.away = false
  await queue.flush()
  expect(queue.state()).toMatchObject({ fleeting: false, waiting: [] })
})
