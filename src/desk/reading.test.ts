import { expect, test } from 'vitest'
import { exampleRecords } from './fixture.ts'

// Threads run what was built.
const { openReading }: typeof import('./reading.ts') = await import(
  new URL('../../dist/desk/reading.js', import.meta.url).href
)
/** One sentence of a megabyte, which takes a reader minutes. */
const endless = 'he said a word to a word '.repeat(40_000)

test('a report is read as it is elsewhere', async () => {
  const { read, close } = openReading()
  const [{ report }] = await exampleRecords()
  const { id, text } = report
  expect(JSON.parse(await read({ id, text })).statements.length).toBeGreaterThan(3)
  await close()
})

test('what takes too long is let go, and the next is read', async () => {
  const { read, close } = openReading({ time: 3000, long: Number.POSITIVE_INFINITY })
  // opens the thread, which takes as long as it takes
  await read({ id: 'w', text: 'Venn said the port would open.' })
  const began = performance.now()
  await expect(read({ id: 'x', text: endless })).rejects.toMatchObject({ code: 'read-too-long' })
  expect(performance.now() - began).toBeLessThan(6000)
  const next = openReading()
  expect(JSON.parse(await next.read({ id: 'y', text: 'Venn said the port would open.' })).statements.length).toBe(1)
  await next.close()
  await close()
})

test('whoever goes away takes the reading along', async () => {
  const { read, close } = openReading()
  const gone = new AbortController()
  const first = read({ id: 'x', text: endless }, gone.signal)
  const second = read({ id: 'y', text: 'Venn said the port would open.' })
  gone.abort()
  await expect(first).rejects.toMatchObject({ name: 'AbortError' })
  expect(JSON.parse(await second).statements.length).toBe(1)
  await close()
})

test('a long report does not hold up short ones', async () => {
  const { read, close } = openReading()
  const gone = new AbortController()
  const long = read({ id: 'x', text: endless }, gone.signal).catch((error: Error) => error.name)
  expect(JSON.parse(await read({ id: 'y', text: 'Venn said the port would open.' })).statements.length).toBe(1)
  gone.abort()
  expect(await long).toBe('AbortError')
  await close()
})

test('too many at once are refused, the others read', async () => {
  const { read, close } = openReading({ queue: 2 })
  const asked = Array.from({ length: 8 }, (_, n) => read({ id: `r${n}`, text: 'Venn said the port would open.' }))
  const answers = await Promise.allSettled(asked)
  const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(refused.length).toBeGreaterThan(3)
  expect(refused.length).toBeLessThan(8)
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'server-busy' })
  await close()
})
