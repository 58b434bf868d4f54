import { expect, test } from 'vitest'
import { packFiles, unpackFiles } from './pack.ts'

const files = new Map([
  ['models/a.bin', new Uint8Array([0, 255, 7])],
  ['codebook/ü.tsv', new TextEncoder().encode('say\tstate\n')],
  ['codebook/empty.txt', new Uint8Array()],
])

test('what is packed comes out again', () => {
  expect(unpackFiles(packFiles(files))).toEqual(files)
  expect(unpackFiles(packFiles(new Map()))).toEqual(new Map())
})

test('a pack inside a larger buffer is read from its own beginning', () => {
  const packed = packFiles(files)
  const larger = new Uint8Array(packed.length + 5)
  larger.set(packed, 5)
  expect(unpackFiles(larger.subarray(5))).toEqual(files)
})

test.each([0, 3, 10, 30])('a pack that is cut off after %i bytes says so', (length) => {
  expect(() => unpackFiles(packFiles(files).subarray(0, length))).toThrow(RangeError)
})
