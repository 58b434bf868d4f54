import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { exampleDesk } from '../desk/fixture.ts'
import { type ServeOptions, serveDesk } from './serve.ts'

const serving = async (options?: ServeOptions) => serveDesk(await exampleDesk(), options)

/** What the server says to these bytes, and after how many milliseconds it ends the connection. */
function raw(url: string, bytes: string): Promise<{ said: string; ms: number }> {
  const began = performance.now()
  return new Promise((done) => {
    let said = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (data) => {
      said += data
      socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => done({ said, ms: performance.now() - began }))
  })
}

const status = async (url: string) => {
  const answer = await fetch(new URL('api/status', url))
  await answer.text()
  return answer.status
}

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

test('a server that others reach needs a token', async () => {
  const desk = await exampleDesk()
  await expect(serveDesk(desk, { host: '0.0.0.0' })).rejects.toMatchObject({ code: 'token-missing' })
  await expect(serveDesk(desk, { token: '' })).rejects.toMatchObject({ code: 'token-missing' })
  const { url, stop } = await serveDesk(desk, { host: '0.0.0.0', token: 'secret' })
  expect(await status(url.replace('0.0.0.0', '127.0.0.1'))).toBe(401)
  await stop()
})

test.each([
  ['a head that does not end', 'GET /api/status HTTP/1.1\r\nHost: localhost\r\n'],
  [
    'a body that does not come',
    'POST /api/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  ],
  ['nothing at all', ''],
])('%s is cut', async (_, bytes) => {
  const { url, stop } = await serving({ bounds: { head: 300, request: 600, idle: 1500 } })
  const { said, ms } = await raw(url, bytes)
  await stop()
  expect(said).toMatch(/^(HTTP\/1\.1 408|$)/)
  expect(ms).toBeLessThan(4000)
})

test.each([
  [
    'a head that is too large',
    `GET /api/status?${'a=b&'.repeat(10_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    /^HTTP\/1\.1 431/,
  ],
  ['what is no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400/],
  [
    'a length that is none',
    'POST /api/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n',
    /^HTTP\/1\.1 400/,
  ],
  [
    'a web socket',
    'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    /^(?!HTTP\/1\.1 101)/,
  ],
  ['a tunnel', 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n', /^(?!HTTP\/1\.1 200)/],
  [
    'another address',
    'GET http://elsewhere.example/api/status HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 421/,
  ],
])('%s is refused, and the server goes on', async (_, bytes, answer) => {
  const { url, stop } = await serving({ bounds: { head: 300, request: 300, idle: 300 } })
  expect((await raw(url, bytes)).said).toMatch(answer)
  expect(await status(url)).toBe(200)
  await stop()
})
