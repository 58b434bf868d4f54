import { expect, test } from 'vitest'
import { exampleDesk } from '../desk/fixture.ts'
import { serveDesk } from './serve.ts'

test('a server starts, answers, refuses a port that is taken, and stops with what is under way', async () => {
  const desk = await exampleDesk()
  const { url, stop } = await serveDesk(desk)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const other = await exampleDesk()
  await expect(serveDesk(other, { port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'port-taken' })
  other.close()
  const csv = await fetch(new URL('api/statements.csv', url))
  const stopped = stop()
  expect((await csv.text()).length).toBeGreaterThan(1000)
  await stopped
  expect(desk.db.open).toBe(false)
  await expect(fetch(new URL('api/status', url))).rejects.toThrow()
})
