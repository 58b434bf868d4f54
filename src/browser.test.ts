import { readFile } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { openReader } from './browser.ts'
import { openReader as openFromDisk } from './open.ts'
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

test('what cannot be fetched is named', async () => {
  serve('https://example.org/elsewhere/')
  await expect(openReader({ base: 'https://example.org/onrecord/' })).rejects.toMatchObject({
    code: 'file-missing',
    message: expect.stringMatching(/could not be fetched from .*404.*base/),
  })
})
