import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { isPublic } from './address.ts'
import { openAddress } from './fetch.ts'
import { defaultLimits, hold, type Taking } from './taking.ts'

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['::7f00:1', false],
  ['::a00:1', false],
  ['::127.0.0.1', false],
  ['::', false],
  ['::1', false],
  ['64:ff9b::7f00:1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', true],
  ['64:ff9b::7f00:1', false],
  ['not an address', false],
])('%s is public: %s', (ip, expected) => {
  expect(isPublic(ip)).toBe(expected)
})

const servers: ReturnType<typeof createServer>[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

/** A server of our own, and where it is. */
async function serve(answer: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return `http://${host}:${(server.address() as AddressInfo).port}/`
}

const taking = (limits = {}): Taking => ({
  now: () => '2025-03-14T08:00:00Z',
  limits: { ...defaultLimits, ...limits },
  extract: async () => ({ addresses: [] }),
})

const fetched = async (address: string, how: Taking) =>
  Buffer.from((await hold(await openAddress(address, how), 1e6)).bytes).toString()

test.each([
  'http://127.0.0.1:9/',
  'http://localhost:9/',
  'http://[::1]:9/',
  'http://2130706433:9/',
  'http://0x7f.1:9/',
  'http://169.254.169.254/latest/',
])('%s is refused', async (address) => {
  await expect(openAddress(address, taking())).rejects.toMatchObject({ code: 'address-private' })
})

test('a private network is allowed where it is asked for', async () => {
  const address = await serve((_, answer) =>
    answer.setHeader('content-encoding', 'gzip').end(gzipSync('The river rose.')),
  )
  expect(await fetched(address, { ...taking(), private: true })).toBe('The river rose.')
})

test('a redirect to a private network is refused, by its address and by its name', async () => {
  let asked = 0
  const inner = await serve((_, answer) => {
    asked++
    answer.end('secret')
  }, '127.0.0.2')
  // 127.0.0.1 stands for the public internet here.
  const isAllowed = (ip: string) => ip === '127.0.0.1'
  const outer = await serve((_, answer) => answer.writeHead(302, { location: inner }).end())
  await expect(openAddress(outer, { ...taking(), isAllowed })).rejects.toMatchObject({ code: 'address-private' })
  const named = await serve((_, answer) =>
    answer.writeHead(302, { location: inner.replace('127.0.0.2', 'localhost') }).end(),
  )
  await expect(
    openAddress(named, { ...taking(), isAllowed: (ip) => ip === new URL(named).hostname && asked < 0 }),
  ).rejects.toMatchObject({
    code: 'address-private',
  })
  expect(asked).toBe(0)
})

test.each([
  [
    'redirects without end',
    (_: unknown, answer: Parameters<RequestListener>[1]) => answer.writeHead(302, { location: '/' }).end(),
    'address-failed',
  ],
  [
    'a redirect to a file',
    (_: unknown, answer: Parameters<RequestListener>[1]) =>
      answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    'address-failed',
  ],
  [
    'nothing there',
    (_: unknown, answer: Parameters<RequestListener>[1]) => answer.writeHead(404).end('no'),
    'address-failed',
  ],
  ['an answer that does not come', () => {}, 'address-slow'],
  [
    'an answer that does not end',
    (_: unknown, answer: Parameters<RequestListener>[1]) => answer.write('a'),
    'address-slow',
  ],
  [
    'an answer that is too large',
    (_: unknown, answer: Parameters<RequestListener>[1]) => answer.end(Buffer.alloc(2e6)),
    'input-too-large',
  ],
  [
    'an answer that unpacks to too much',
    (_: unknown, answer: Parameters<RequestListener>[1]) =>
      answer.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5e7))),
    'input-too-large',
  ],
] as const)('%s: %s', async (_, answer, code) => {
  const address = await serve(answer as RequestListener)
  await expect(fetched(address, { ...taking({ fetchTime: 3000 }), private: true })).rejects.toMatchObject({ code })
})
