import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openThreads } from './threads.ts'

// Threads run what was built.
const built = (name: string) => JSON.stringify(new URL(`../dist/${name}`, import.meta.url).href)
const folder = mkdtempSync(join(tmpdir(), 'onrecord-threads-'))
afterAll(() => rmSync(folder, { recursive: true }))
const importer = pathToFileURL(join(folder, 'importer.mjs')).href

const HEAD = `import { inThread } from ${built('in-thread.js')}
import { Failure } from ${built('record/failure.js')}
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
export default `

/** Threads that run such a file. */
function threadsOf(name: string, file: string) {
  writeFileSync(join(folder, `${name}.mjs`), HEAD + file)
  return openThreads<number, string>(name, importer, { most: 2 })
}

test('what cannot be opened is told with its code, to each task', async () => {
  const { run, close } = threadsOf(
    'shut',
    `inThread(async () => { throw new Failure('model-unfit', 'it is cut off') })`,
  )
  const refused = await Promise.allSettled([run(1), run(2), run(3)])
  for (const answer of refused)
    expect(answer).toMatchObject({ reason: { name: 'Failure', code: 'model-unfit', message: 'it is cut off' } })
  await close()
})

test('what a thread answers when nobody waits for it any more is no error', async () => {
  const late = `inThread(async () => (ms) => { wait(ms); return 'late' })`
  for (let n = 0; n < 3; n++) {
    const { run, close } = threadsOf('late', late)
    expect(await run(0)).toBe('late')
    const time = new AbortController()
    const begun = new Float64Array(1)
    const answer = run(20, { signal: time.signal, begun }).catch((error: Error) => error.name)
    await setTimeout(19)
    time.abort()
    await close()
    expect(['late', 'AbortError']).toContain(await answer)
  }
})

test('a thread that cannot be started fails its task', async () => {
  const { run, close } = threadsOf('broken', `inThread(`)
  await expect(run(1)).rejects.toThrow()
  await close()
})
