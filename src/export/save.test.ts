import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batched, codebookPath, isPlainFile, isSameFile, saveFolder, writeFileWhole } from './save.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-save-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('pieces come out in order, in fewer writes', () => {
  const pieces = [...Array(100_000).fill('éa\n'), new Uint8Array([1, 2]), '', 'z', new Uint8Array([])]
  const batches = [...batched(pieces)]
  expect(batches.length).toBeLessThan(10)
  expect(Buffer.concat(batches).toString('latin1')).toBe(`${'\u00c3\u00a9a\n'.repeat(100_000)}\u0001\u0002z`)
})

test('a file is written whole, over the one before, and through a link', async () => {
  const path = join(folder, 'a.csv')
  const link = join(folder, 'link.csv')
  await writeFileWhole(path, ['one', 'two'])
  symlinkSync(path, link)
  await writeFileWhole(link, ['three'])
  expect(readFileSync(path, 'utf8')).toBe('three')
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'link.csv'])
})

test('where making the pieces fails, the file before stays and nothing is left', async () => {
  const path = join(folder, 'b.csv')
  writeFileSync(path, 'before')
  const pieces = function* () {
    yield 'x'.repeat(1_000_000)
    throw new RangeError('broken')
  }
  await expect(writeFileWhole(path, pieces())).rejects.toThrow('broken')
  expect(readFileSync(path, 'utf8')).toBe('before')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test.skipIf(process.platform === 'win32')('a pipe is written to and not moved over', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const [read] = await Promise.all([readFile(pipe, 'utf8'), writeFileWhole(pipe, ['one', 'two'])])
  expect(read).toBe('onetwo')
  expect(statSync(pipe).isFIFO()).toBe(true)
  expect(await isPlainFile(pipe)).toBe(false)
  expect(await isPlainFile(join(folder, 'a.csv'))).toBe(true)
  rmSync(pipe)
})

test('a folder, and a place that is not there, are refused', async () => {
  await expect(writeFileWhole(folder, ['x'])).rejects.toMatchObject({ code: 'file-is-folder' })
  await expect(writeFileWhole(join(folder, 'no', 'c.csv'), ['x'])).rejects.toMatchObject({ code: 'output-failed' })
  await expect(saveFolder(join(folder, 'a.csv'), [])).rejects.toMatchObject({ code: 'output-failed' })
})

test('files go into a folder that is made for them', async () => {
  const path = join(folder, 'deep', 'brat')
  expect(
    await saveFolder(path, [
      { name: 'a.txt', text: 'é' },
      { name: 'a.ann', text: '' },
    ]),
  ).toBe(2)
  expect(readFileSync(join(path, 'a.txt'), 'utf8')).toBe('é')
})

test.each<[string, string]>([
  ['statements.csv', 'statements.codebook.csv'],
  ['out/all.parquet', 'out/all.codebook.csv'],
  ['all', 'all.codebook.csv'],
])('the codebook of %s is %s', (path, codebook) => {
  expect(codebookPath(path)).toBe(codebook)
})

test('one file under two names is one file', async () => {
  expect(await isSameFile(join(folder, 'a.csv'), join(folder, 'link.csv'))).toBe(true)
  expect(await isSameFile(join(folder, 'a.csv'), join(folder, 'b.csv'))).toBe(false)
  expect(await isSameFile(join(folder, 'none'), join(folder, '.', 'none'))).toBe(true)
})
