import { expect, test } from 'vitest'
import { describeReader } from './describe-reader.ts'
import { loadResources } from './resources.ts'
import { version } from './version.ts'

const describe = async (files: { [path: string]: string }) => {
  const paths = Object.keys(files)
  const resources = await loadResources(async (path) => new TextEncoder().encode(files[path]), paths)
  return describeReader(resources, { paths })
}

test('models are named, and hashed each for itself', async () => {
  const reader = await describe({ 'models/language.bin': 'abc', 'models/names.bin': '', 'codebook/a.tsv': 'x' })
  expect(reader.version).toBe(version)
  // SHA-256 of 'abc' and of nothing, as everybody knows them
  expect(reader.models).toEqual({ language: 'ba7816bf8f01cfea', names: 'e3b0c44298fc1c14' })
  expect(reader.codebook).toMatch(/^[0-9a-f]{16}$/)
})

test.each([
  ['a row mended', { 'codebook/a.tsv': 'y', 'codebook/b.tsv': 'z' }],
  ['a file renamed', { 'codebook/c.tsv': 'x', 'codebook/b.tsv': 'z' }],
  ['a file more', { 'codebook/a.tsv': 'x', 'codebook/b.tsv': 'z', 'codebook/c.tsv': '' }],
  ['bytes moved to the next file', { 'codebook/a.tsv': '', 'codebook/b.tsv': 'xz' }],
])("the codebook's hash changes with %s", async (_what, files) => {
  const before = await describe({ 'codebook/a.tsv': 'x', 'codebook/b.tsv': 'z' })
  expect((await describe(files)).codebook).not.toBe(before.codebook)
})

test('the order of the list changes nothing', async () => {
  const before = await describe({ 'codebook/a.tsv': 'x', 'codebook/b.tsv': 'z' })
  expect((await describe({ 'codebook/b.tsv': 'z', 'codebook/a.tsv': 'x' })).codebook).toBe(before.codebook)
})
