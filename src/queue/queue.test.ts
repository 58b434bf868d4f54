import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../desk/open.ts'
import type { TakenReport } from '../intake/taken.ts'
import { openLake } from '../lake/open-lake.ts'
import { seeded } from '../seeded.ts'
import { loadClient } from './client.ts'
import { feedQueue } from './feed.ts'
import { gatherIntoDesk } from './gather.ts'
import { gatherIntoLake } from './gather-lake.ts'
import { queueKey, queueNames } from './names.ts'
import { natsServer, type TestServer, testServer } from './nats-server.fixture.ts'
import { openQueue, type Queue } from './open-queue.ts'
import { packMessage, unpacked } from './packing.ts'
import { parkedIn } from './parked.ts'
import { type ReadLine, workQueue } from './work.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-queue-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const taken = (number: number, text = `Ilse Marek said on Tuesday that pier ${number} of Almeth would open.`) =>
  ({
    id: `r${number}`,
    text,
    published: `2025-03-${String(1 + (number % 9)).padStart(2, '0')}`,
    language: 'en',
    from: 'reports.jsonl',
    member: String(number),
    takenAt: '2025-04-01T00:00:00Z',
    bytes: '',
    notes: [],
  }) satisfies TakenReport

async function* many(from: number, to: number) {
  for (let number = from; number < to; number++) yield taken(number)
}

const feeding = { refuse: (refusal: unknown) => expect(refusal).toBeUndefined() }
const running = () => ({ hands: 2, tries: 2, wait: 5, untilEmpty: true, signal: new AbortController().signal })

describe('without a server', () => {
  test('a report has one key, its correction another', () => {
    expect(queueKey({ id: 'a', text: 'One.' })).toBe(queueKey({ id: 'a', text: 'One.' }))
    expect(queueKey({ id: 'a', text: 'One.' })).not.toBe(queueKey({ id: 'a', text: 'Two.' }))
  })

  test('a name that NATS would not take is refused', () => {
    expect(() => queueNames('a.b')).toThrow(expect.objectContaining({ code: 'bad-argument' }))
  })

  test('a client that is not installed is told, with the way out', async () => {
    const load = () => Promise.reject(Object.assign(new Error('none'), { code: 'ERR_MODULE_NOT_FOUND' }))
    await expect(loadClient(load)).rejects.toMatchObject({
      code: 'queue-client-missing',
      message: expect.stringContaining('npm install @nats-io/transport-node'),
    })
  })

  test('what is larger than a message is packed, and refused where that does not do', () => {
    const headers = new Map<string, string>()
    const asHeaders = {
      get: (name: string) => headers.get(name) ?? '',
      set: (n: string, v: string) => void headers.set(n, v),
    }
    const bytes = Buffer.from('word '.repeat(10_000))
    const data = packMessage(bytes, 20_000, asHeaders)
    expect(data.length).toBeLessThan(1000)
    expect(Buffer.from(unpacked({ data, headers: asHeaders }))).toEqual(bytes)
    const noise = Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * at * 31 + (at >> 3) * 17) % 251))
    expect(() => packMessage(noise, 16_500, asHeaders)).toThrow(expect.objectContaining({ code: 'queue-too-small' }))
  })
})

const isClientThere = await loadClient().then(
  () => true,
  () => false,
)
const missing = [!natsServer && 'nats-server', !isClientThere && '@nats-io/jetstream'].filter(Boolean)
for (const name of missing) test.skip(`reports over a queue: needs ${name}, which is not here`, () => {})

describe.skipIf(missing.length > 0 || process.platform === 'win32')('over NATS', () => {
  let server: TestServer
  let queue: Queue
  beforeAll(async () => {
    server = await testServer(join(folder, 'js'))
    await server.start()
  })
  afterAll(async () => {
    await queue?.close()
    await server.stop('SIGKILL')
  })

  /** In the place of the reader: a record for a report, an error for what says so. */
  const read: ReadLine = async ({ bytes }) => {
    const line = new TextDecoder().decode(bytes)
    const error = /broken/.test(line)
      ? { code: 'reader-failed', message: 'it broke' }
      : !line.startsWith('{') && { code: 'line-not-json', message: 'the line is not JSON' }
    return error
      ? { bytes: Buffer.from(`${JSON.stringify({ line: 1, error })}\n`), bad: 1 }
      : { bytes: Buffer.from(line), bad: 0 }
  }

  test('reports are read once; those that break are tried, parked with the reason, and put in again', async () => {
    queue = await openQueue(server.url, 'small')
    expect(await feedQueue(queue, many(0, 5), feeding)).toMatchObject({ put: 5, known: 0 })
    expect(await feedQueue(queue, many(0, 5), feeding)).toMatchObject({ put: 0, known: 5 })
    await feedQueue(
      queue,
      (async function* () {
        yield taken(9, 'a broken report')
      })(),
      feeding,
    )
    await queue.put(queue.names.reports, 'k', Buffer.from('no report'))
    expect(await workQueue(queue, read, running())).toEqual({ read: 5, known: 0, again: 1, parked: 2 })
    expect(await feedQueue(queue, many(0, 5), feeding)).toMatchObject({ put: 0, known: 5 })
    const parked = async (again: boolean) => {
      const found = []
      for await (const one of parkedIn(queue, again)) found.push(one)
      return found.sort((a, b) => (a.error.code < b.error.code ? -1 : 1))
    }
    const expected = [
      { error: { code: 'line-not-json', message: 'the line is not JSON' }, tries: 1 },
      { id: 'r9', error: { code: 'reader-failed', message: 'it broke' }, tries: 2, from: 'reports.jsonl' },
    ]
    expect(await parked(true)).toEqual(expected)
    expect(await parked(false)).toEqual([])
    expect(await workQueue(queue, async (lines) => ({ bytes: lines.bytes, bad: 0 }), running())).toMatchObject({
      read: 2,
    })
    await queue.close()
  })

  test('who is told to stop writes what is in hand, and takes no more', async () => {
    queue = await openQueue(server.url, 'stop')
    await feedQueue(queue, many(0, 10), feeding)
    const stop = new AbortController()
    const slow: ReadLine = async (lines) => {
      stop.abort()
      await delay(300)
      return { bytes: lines.bytes, bad: 0 }
    }
    const { read: done } = await workQueue(queue, slow, { ...running(), hands: 1, signal: stop.signal })
    expect(done).toBe(1)
    await expect.poll(async () => (await queue.manager.streams.info('stop')).state.messages).toBe(9)
    await queue.close()
  })

  test('what is no record is refused by a desk and a lake, and keeps nothing up', async () => {
    queue = await openQueue(server.url, 'foreign')
    for (const [key, text] of Object.entries({ a: '', b: '[1,\n2]', c: '{"id":"1","text":"A report."}' }))
      await queue.put(queue.names.records, key, Buffer.from(text))
    const { signal } = new AbortController()
    const desk = openDesk(join(folder, 'foreign.db'), { create: true })
    expect(await gatherIntoDesk(queue, desk, 'desk', { signal })).toMatchObject({ read: 0, refused: 3 })
    desk.close()
    const lake = await openLake(join(folder, 'foreign'))
    expect(await gatherIntoLake(queue, lake, { signal })).toEqual({ records: 0, refused: 3 })
    await lake.close()
    await queue.close()
  })

  const command = fileURLToPath(new URL('../../dist/cli/onrecord.js', import.meta.url))
  const start = (...words: string[]): ChildProcess =>
    spawn(process.execPath, [command, ...words, '--nats', server.url, '--stream', 'whole'], { stdio: 'ignore' })
  const working = () => start('work', '--threads', '1', '--ack-wait', '2', '--tries', '100')

  test('three workers, killed, paused, and their server restarted: as many records as reports, none twice', async () => {
    const random = seeded(20250314)
    const REPORTS = 60
    queue = await openQueue(server.url, 'whole')
    await feedQueue(queue, many(0, REPORTS), feeding)
    const workers = [working(), working(), working()]
    const count = async () => (await queue.manager.streams.info('whole-records')).state.messages
    const until = async (records: number) => {
      for (let tries = 0; (await count().catch(() => 0)) < records; tries++) {
        if (tries > 900) throw new Error(`${await count()} records, and ${records} were waited for`)
        await delay(100)
      }
    }
    const desk = join(folder, 'whole.db')
    const gathering = start('gather', '--desk', desk, '--follow')
    for (const reached of [5, 20, 35]) {
      await until(reached)
      await delay(random() * 200)
      const at = Math.floor(random() * workers.length)
      workers[at].kill('SIGKILL')
      workers[at] = working()
    }
    // one is away for longer than its report waits, and writes when another did already
    workers[0].kill('SIGSTOP')
    gathering.kill('SIGKILL')
    await server.stop('SIGKILL')
    await server.start()
    await delay(2500)
    workers[0].kill('SIGCONT')
    await until(REPORTS)
    const ended = workers.map(async (worker) => {
      const exit = once(worker, 'exit')
      worker.kill('SIGTERM')
      const [status, by] = await exit
      return status ?? by
    })
    // one that was told to stop before it had begun ends by the signal itself
    const ends = await Promise.all(ended)
    expect(ends).toContain(0)
    expect(ends.filter((end) => end !== 0 && end !== 'SIGTERM')).toEqual([])
    expect(await count()).toBe(REPORTS)
    expect((await queue.manager.streams.info('whole-parked')).state.messages).toBe(0)

    const { signal } = new AbortController()
    const into = openDesk(desk, { create: true })
    await gatherIntoDesk(queue, into, 'another', { signal })
    const rows = [...into.all({ list: 'reports', filter: {} })]
    expect(rows.map(({ id }) => id).sort()).toEqual(Array.from({ length: REPORTS }, (_, at) => `r${at}`).sort())
    expect(new Set(rows.map(({ from }) => from))).toEqual(new Set(['reports.jsonl']))
    into.close()
  }, 180_000)

  test('a lake that is cut off while it gathers has each report once', async () => {
    const at = join(folder, 'lake')
    const { signal } = new AbortController()
    let lake = await openLake(at)
    const broken = { ...lake, commit: () => Promise.reject(new Error('cut off')) }
    await expect(gatherIntoLake(queue, broken, { signal })).rejects.toThrow('cut off')
    await lake.close()
    for (let times = 0; times < 2; times++) {
      lake = await openLake(at)
      await gatherIntoLake(queue, lake, { signal })
      await lake.close()
    }
    lake = await openLake(at)
    const keys = []
    for (const part of await lake.parts('reports'))
      keys.push(
        ...(await parquetReadObjects({ file: await asyncBufferFromFile(join(at, part)) })).map((row) => row.row_key),
      )
    await lake.close()
    expect(keys.length).toBe(60)
    expect(new Set(keys).size).toBe(60)
  })
})
