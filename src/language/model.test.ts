import { expect, test } from 'vitest'
import { openModel, writeModel } from './model.ts'

const bytes = writeModel({ kind: 'network', features: 'f/1', version: '1', about: { labels: ['a'] } }, [
  ['small', Int8Array.from([1, -2, 3])],
  ['floats', Float32Array.from([0.5, -1])],
])

test('what was written is read', () => {
  const model = openModel(bytes, { kind: 'network', features: 'f/1' })
  expect([...model.i8('small')]).toEqual([1, -2, 3])
  expect([...model.f32('floats')]).toEqual([0.5, -1])
  expect(model.header.about).toEqual({ labels: ['a'] })
})

test('a model lies at any offset of a larger buffer', () => {
  const wider = new Uint8Array(bytes.length + 3)
  wider.set(bytes, 3)
  expect([...openModel(wider.subarray(3), { kind: 'network', features: 'f/1' }).f32('floats')]).toEqual([0.5, -1])
})

test.each<[string, Uint8Array, string, RegExp]>([
  ['no model', new Uint8Array(40), 'f/1', /no onrecord model/],
  ['too short', bytes.slice(0, 10), 'f/1', /no onrecord model/],
  ['header cut off', bytes.slice(0, 40), 'f/1', /cut off/],
  ['other features', bytes, 'f/2', /made for network\/f\/1.*reads network\/f\/2/],
])('%s is a clear error', (_name, given, features, message) => {
  expect(() => openModel(given, { kind: 'network', features })).toThrow(message)
})

test('a section cut off, or missing, is a clear error', () => {
  const cut = openModel(bytes.slice(0, bytes.length - 12), { kind: 'network', features: 'f/1' })
  expect(() => cut.f32('floats')).toThrow(/cut off/)
  expect(() => cut.f32('other')).toThrow(/no section 'other'/)
})

test('the same sections give the same bytes and hash', () => {
  const again = writeModel({ kind: 'network', features: 'f/1', version: '1', about: { labels: ['a'] } }, [
    ['small', Int8Array.from([1, -2, 3])],
    ['floats', Float32Array.from([0.5, -1])],
  ])
  expect(again).toEqual(bytes)
})
