import { readdirSync, readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { askExamples } from './fixture.ts'
import { encodingFor } from './packed.ts'

const { app, get } = await askExamples()
const assets = new URL('../../dist/web/assets/', import.meta.url)
const script = readdirSync(assets).find((name) => /^index-.*\.js$/.test(name)) as string
const whole = readFileSync(new URL(script, assets))

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
] as const)('a script for %j is sent as %s, and is the same', async (accepted, encoding, unpack) => {
  for (let time = 0; time < 2; time++) {
    const answer = await get(`/assets/${script}`, { 'accept-encoding': accepted })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('vary')).toBe('accept-encoding')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
    expect(bytes.length).toBeLessThan(whole.length / 2)
    expect(unpack(bytes).equals(whole)).toBe(true)
  }
})

test('who takes nothing packed gets it as it is; the page itself is asked for anew each time', async () => {
  const plain = await get(`/assets/${script}`)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(Buffer.from(await plain.arrayBuffer()).equals(whole)).toBe(true)
  const page = await get('/timeline?status=denied', { 'accept-encoding': 'br' })
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('what a browser has already is not sent again', async () => {
  const first = await get('/', { 'accept-encoding': 'br' })
  const tag = first.headers.get('etag') as string
  for (const asked of [tag, `W/${tag}`, `"other", ${tag}`, '*'])
    expect((await get('/', { 'accept-encoding': 'br', 'if-none-match': asked })).status).toBe(304)
  expect((await get('/', { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200)
})

test('HEAD says what GET would send', async () => {
  const ask = (method: string) => app.request(`/assets/${script}`, { method, headers: { 'accept-encoding': 'br' } })
  const [head, got] = [await ask('HEAD'), await ask('GET')]
  expect(await head.text()).toBe('')
  expect([...head.headers]).toEqual([...got.headers])
})

test("the API's JSON is packed, its streams are not", async () => {
  const headers = { 'accept-encoding': 'gzip' }
  const json = await get('/api/statements', headers)
  expect(json.headers.get('content-encoding')).toBe('gzip')
  expect(JSON.parse(String(gunzipSync(await json.arrayBuffer()))).rows.length).toBeGreaterThan(1)
  expect((await get('/api/statements.csv', headers)).headers.get('content-encoding')).toBeNull()
})

test.each(['/assets/gone-12345678.js', '/reader/models/gone.bin', '/reader/package.json', '/reader/codebook/event'])(
  '%s is not there, and does not come as the page',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e%2f%2e%2e%2fpackage.json',
  '/....//package.json',
  '/assets/..%5c..%5c..%5cpackage.json',
  '/package.json%00.js',
  '/%00',
  '/%ff',
  '//package.json',
  '/file:///etc/passwd',
  '/reader/models/../package.json',
  '/reader/models/..%2f..%2fpackage.json',
  '/reader/codebook/../../package.json',
])('%s gives nothing outside the page', async (path) => {
  const answer = await get(path)
  expect([200, 404]).toContain(answer.status)
  expect(await answer.text()).not.toMatch(/"devDependencies"|root:/)
})

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['*', 'br'],
  ['gzip, *;q=0', 'gzip'],
  ['BR', 'br'],
  ['br;q=0.1, gzip', 'br'],
])('%j takes %j', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})

test.each([
  '/reader/models/..%2fpackage.json',
  '/reader/models/..%2f.git/config',
  '/reader/models/..%2fexamples.db',
  '/reader/codebook/..%2fmodels/none',
  '/reader/codebook/%2e%2e/package.json',
  '/reader/models/a/..%2f..%2fpackage.json',
  '/reader/models//etc/passwd',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/..%2f..%2fpackage.json',
  '/.%2e%2fweb/.hidden',
])('%s leads nowhere', async (path) => {
  const answer = await get(path)
  const text = await answer.text()
  expect(text).not.toMatch(/"name": "onrecord"|\[core\]|SQLite format/)
  expect(answer.status === 404 || /<html/.test(text)).toBe(true)
})

test("the reader's own files are there", async () => {
  expect((await get('/reader/codebook/english-words.txt')).status).toBe(200)
})
