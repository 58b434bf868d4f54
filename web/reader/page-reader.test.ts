import { expect, test } from 'vitest'
import type { FromReader, ToReader } from './messages.ts'
import { openPageReader } from './page-reader.ts'

/** A worker that answers by hand. */
function workerOf() {
  const heard: ToReader[] = []
  const worker = { postMessage: (message: ToReader) => heard.push(message) } as unknown as Worker
  return { worker, heard, answer: (data: FromReader) => worker.onmessage?.({ data } as MessageEvent) }
}
const report = { id: 'r1', text: 'Venn left.' }
const soon = () => new Promise((done) => setTimeout(done))

test('a report that is given while the reader loads is read when it is open', async () => {
  const { worker, heard, answer } = workerOf()
  const reader = openPageReader({ worker: () => worker, source: async () => ({ base: 'https://example.org/' }) })
  const reading = reader.read(report)
  await soon()
  expect(heard).toEqual([{ kind: 'open', source: { base: 'https://example.org/' } }])
  const seen: unknown[] = []
  reader.watch(() => seen.push(reader.opening()))
  answer({ kind: 'loading', loaded: 5, total: 10 })
  answer({ kind: 'opened' })
  expect(seen).toEqual([{ state: 'loading', loaded: 5, total: 10 }, { state: 'opened' }])
  await soon()
  expect(heard[1]).toEqual({ kind: 'read', number: 1, report })
  answer({ kind: 'record', number: 1, record: { schema: 'onrecord/1' } as never })
  expect(await reading).toEqual({ schema: 'onrecord/1' })
})

test('what the reader cannot do is said', async () => {
  const { worker, answer } = workerOf()
  const reader = openPageReader({ worker: () => worker, source: async () => ({ base: 'https://example.org/' }) })
  answer({ kind: 'opened' })
  const reading = reader.read(report)
  await soon()
  answer({ kind: 'unread', number: 1, message: 'no such day' })
  await expect(reading).rejects.toThrow('no such day')
})

test('a reader that cannot be opened fails whatever waits for it', async () => {
  const { worker } = workerOf()
  const reader = openPageReader({ worker: () => worker, source: () => Promise.reject(new Error('models are missing')) })
  await expect(reader.read(report)).rejects.toThrow('models are missing')
  expect(reader.opening()).toEqual({ state: 'failed', message: 'models are missing' })
})
