import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from '../src/extract.ts'
import { sharedReader } from '../src/fixture.ts'
import * as library from '../src/index.ts'
import { reference } from './reference.ts'
import { blocksOf, examplesOf, runExample } from './run-example.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const reader = await sharedReader
const report = {
  id: '1',
  published: '2025-03-14',
  text: 'Ilse Marek said on Tuesday that Kestria had shelled the port.',
}
/** What an example has at hand: all that the library exports, a reader that is open, and a record. */
const names = {
  ...library,
  extract,
  reader,
  record: reader.read(report),
  openReader: async (options = {}) => (Object.keys(options).length === 0 ? reader : library.openReader(options)),
}

const pages = [
  'README.md',
  'docs/library.md',
  ...readdirSync(new URL('../scripts/packages/', import.meta.url)).map((page) => `scripts/packages/${page}`),
]
const blocks = pages.flatMap((page) =>
  blocksOf(read(page)).map((block) => [page, block.code.split('\n')[1], block] as const),
)

test.each(blocks)('%s: %s', async (_page, _line, { code, prints }) => {
  const { printed, wrong } = await runExample(code, names)
  expect(wrong).toEqual([])
  if (prints !== undefined) expect(printed).toBe(prints)
})

const commented = [
  'open.ts',
  'read.ts',
  'extract.ts',
  'rows/words.ts',
  'rows/rows-of.ts',
  'record/check.ts',
  'story/check/index.ts',
  'index.ts',
]
const examples = commented.flatMap((file) => examplesOf(read(`src/${file}`)).map((code) => [file, code] as const))

test.each(examples)('the example in src/%s runs: %s', async (_file, code) => {
  expect((await runExample(code, names)).wrong).toEqual([])
})

test('a wrong example is told', async () => {
  const { wrong } = await runExample("words(record, { start: 0, end: 4 }) // 'Jonas'", names)
  expect(wrong).toHaveLength(1)
})

test('docs/reference.md is what the sources say; npm run reference writes it', () => {
  expect(read('docs/reference.md')).toBe(reference())
})
