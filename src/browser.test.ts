import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { openReader } from './browser.ts'
import { openReader as openFromDisk } from './open.ts'
import { packFiles } from './pack.ts'
import { resourceFiles } from './resources.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server of the package's files under an address. */
function serve(address: string) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href)
    if (!url.href.startsWith(address)) return new Response('', { status: 404 })
    const bytes = await readFile(new URL(`../${url.href.slice(address.length)}`, import.meta.url))
    return new Response(new Uint8Array(bytes))
  })
  return asked
}

test('a browser fetches each file once and reads the same record as Node', async () => {
  const asked = serve('https://example.org/onrecord/')
  const reader = await openReader({ base: 'https://example.org/onrecord' })
  expect(asked.sort()).toEqual(resourceFiles.map((path) => `https://example.org/onrecord/${path}`).sort())
  const report = {
    id: 'r',
    text: 'President Venn told reporters on Tuesday that Kestria had fired.',
    published: '2024-10-03',
  }
  expect(reader.read(report)).toEqual((await openFromDisk({ gazetteer: false })).read(report))
})

test('a browser fetches the gazetteer where it is asked for', async () => {
  const asked = serve('https://example.org/onrecord/')
  const reader = await openReader({ base: 'https://example.org/onrecord/', gazetteer: true })
  expect(asked).toContain('https://example.org/onrecord/models/places.bin')
  expect(Object.keys(reader.models)).toContain('places')
})

test('a browser takes everything from one pack, and reads the same', async () => {
  const files = await Promise.all(
    resourceFiles.map(
      async (path) => [path, new Uint8Array(await readFile(new URL(`../${path}`, import.meta.url)))] as const,
    ),
  )
  const pack = await packFiles(new Map(files), (bytes) => new Uint8Array(gzipSync(bytes, { level: 1 })))
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href)
    return new Response(pack, { headers: { 'content-type': 'application/octet-stream' } })
  })
  const reader = await openReader({ base: 'https://example.org/onrecord.pack' })
  expect(asked).toEqual(['https://example.org/onrecord.pack'])
  const { models, codebook, version } = await openFromDisk({ gazetteer: false })
  expect(reader).toMatchObject({ models, codebook, version })
})

const page = '<!doctype html><title>Almeth Post</title>'

test.each([
  ['file-missing', /could not be fetched \(404\); options\.base must be/, () => new Response('', { status: 404 })],
  ['file-unreadable', /could not be fetched \(500\)/, () => new Response('', { status: 500 })],
  ['file-unreadable', /could not be fetched \(Failed to fetch\)/, () => Promise.reject(new Error('Failed to fetch'))],
  [
    'file-missing',
    /answers with a page of HTML.*options\.base/,
    () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  ],
  [
    'not-of-format',
    /onrecord\.pack: .*no pack.*options\.base/,
    () => new Response(page, { headers: { 'content-type': '' } }),
  ],
])('%s: what comes in place of the pack is named', async (code, message, answer) => {
  vi.stubGlobal('fetch', async () => answer())
  await expect(openReader({ base: 'https://example.org/onrecord.pack' })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  })
})

test('a folder of another server answers in the same way', async () => {
  serve('https://example.org/elsewhere/')
  await expect(openReader({ base: 'https://example.org/onrecord/' })).rejects.toMatchObject({ code: 'file-missing' })
})
