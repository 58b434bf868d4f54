import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exampleDesk } from '../../desk/fixture.ts'
import { askExamples } from '../fixture.ts'

// Processes run what was built.
const built = (path: string) => new URL(`../../../dist/server/aside/${path}`, import.meta.url)
const { openAside }: typeof import('./open-aside.ts') = await import(built('open-aside.js').href)
const folder = mkdtempSync(join(tmpdir(), 'onrecord-aside-'))
const file = join(folder, 'desk.db')
;(await exampleDesk(file)).close()
afterAll(() => rmSync(folder, { recursive: true }))

const dear = (limits: Parameters<typeof openAside>[1] = {}) =>
  openAside({ at: file, file }, { program: built('dear-process.fixture.js'), ...limits })
const asked = (path: string, signal?: AbortSignal) => new Request(`http://localhost/api/${path}`, { signal })
/** How long it took, in milliseconds. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

test('answers are those that the server itself would give', async () => {
  const { answer, close } = openAside({ at: file, file })
  const own = await askExamples()
  for (const path of [
    'statements?limit=3',
    'count/events',
    'facets/events?fields=type',
    'statements.csv',
    'series?list=events',
    'export/ftm/records',
    'nothing',
    'statements?sort=nothing',
    'reports/nothing',
  ]) {
    const [beside, here] = [await answer(asked(path)), await own.get(`/api/${path}`)]
    expect([path, beside.status, beside.headers.get('content-type')]).toEqual([
      path,
      here.status,
      here.headers.get('content-type'),
    ])
    expect(await beside.text()).toBe(await here.text())
  }
  close()
})

test('what takes too long is cut with a code, and the next is answered', async () => {
  // the next one is answered by a new process, which must have begun in this time on a busy machine too
  const { answer, close } = dear({ time: 4000, most: 1 })
  const began = performance.now()
  await expect(answer(asked('dear'))).rejects.toMatchObject({ code: 'query-too-dear' })
  expect(performance.now() - began).toBeLessThan(10_000)
  expect((await answer(asked('count/events'))).status).toBe(200)
  close()
})

test('dear questions keep nobody waiting: the one that has had its time makes room', async () => {
  const { answer, close } = dear({ time: 60_000, patience: 500, most: 2 })
  const cut = [answer(asked('dear')), answer(asked('dear'))].map((one) => one.catch(({ code }) => code))
  expect(await timed(() => answer(asked('count/events')))).toBeLessThan(10_000)
  expect(await Promise.race(cut)).toBe('query-too-dear')
  close()
  await Promise.all(cut)
})

test('a process that dies is no answer, and another takes its place', async () => {
  const { answer, close } = dear({ most: 1 })
  await expect(answer(asked('dead'))).rejects.toMatchObject({ code: 'query-too-dear' })
  expect((await answer(asked('count/events'))).status).toBe(200)
  close()
})

test('downloads that nobody takes leave a process to the others; one that is given up frees its own', async () => {
  const { answer, close } = dear({ most: 2 })
  const first = await answer(asked('long.csv'))
  const second = answer(asked('long.csv'))
  expect((await answer(asked('count/events'))).status).toBe(200)
  const pieces = first.body?.getReader()
  const told = await Promise.all([pieces?.read(), pieces?.read()])
  expect(told[0]?.value).toEqual(told[1]?.value)
  await pieces?.cancel()
  await (await second).body?.cancel()
  close()
})

test('who waits and goes away is forgotten; too many who wait are told', async () => {
  const { answer, close } = dear({ most: 1, queue: 1 })
  const held = answer(asked('dear')).catch(({ code }) => code)
  const gone = new AbortController()
  const waits = answer(asked('count/events', gone.signal))
  await expect(answer(asked('count/events'))).rejects.toMatchObject({ code: 'server-busy' })
  gone.abort()
  await expect(waits).rejects.toMatchObject({ name: 'AbortError' })
  close()
  expect(await held).toBe('server-busy')
})

test('a dear question that nobody waits for any more is ended', async () => {
  const { answer, close } = dear({ most: 1 })
  const gone = new AbortController()
  const dearOne = answer(asked('dear', gone.signal)).catch(({ code }) => code)
  setTimeout(() => gone.abort(), 100)
  expect((await answer(asked('count/events'))).status).toBe(200)
  expect(await dearOne).toBe('query-too-dear')
  close()
})
