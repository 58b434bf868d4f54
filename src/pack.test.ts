import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packFiles, unpackFiles } from './pack.ts'

const gzip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))
const files = new Map([
  ['models/a.bin', new Uint8Array([0, 255, 7])],
  ['models/zeros.bin', new Uint8Array(5000)],
  ['codebook/ü.tsv', new TextEncoder().encode('say\tstate\n'.repeat(40))],
  ['codebook/empty.txt', new Uint8Array()],
])
const packed = await packFiles(files, gzip)
const sorted = (map: ReadonlyMap<string, Uint8Array>) => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))

test('what is packed comes out again, by either way of expanding', async () => {
  expect(packed.length).toBeLessThan(600)
  expect(sorted(await unpackFiles(packed))).toEqual(sorted(files))
  expect(sorted(await unpackFiles(packed, (bytes) => new Uint8Array(gunzipSync(bytes))))).toEqual(sorted(files))
  expect(await unpackFiles(await packFiles(new Map(), gzip))).toEqual(new Map())
})

test('a pack inside a larger buffer is read from its own beginning', async () => {
  const larger = new Uint8Array(packed.length + 10)
  larger.set(packed, 5)
  expect(sorted(await unpackFiles(larger.subarray(5, 5 + packed.length)))).toEqual(sorted(files))
})

test.each([8, 30, 200])('a pack that is cut off after %i bytes says so', async (length) => {
  await expect(unpackFiles(packed.subarray(0, length))).rejects.toMatchObject({ code: 'input-damaged' })
})

test('a pack whose compressed bytes are damaged says so', async () => {
  const broken = packed.slice()
  broken.fill(0, broken.length - 40)
  await expect(unpackFiles(broken)).rejects.toMatchObject({ code: 'input-damaged' })
})

test.each(['', '<!doctype html><title>A page</title>'])('%j is no pack', async (text) => {
  await expect(unpackFiles(new TextEncoder().encode(text))).rejects.toMatchObject({ code: 'not-of-format' })
})
