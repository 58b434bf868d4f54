import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openReader } from './open.ts'
import { packFiles } from './pack.ts'
import { resourceFiles } from './resources.ts'

const folder = await mkdtemp(join(tmpdir(), 'onrecord-'))
afterAll(() => rm(folder, { recursive: true }))

test('a folder without the models names the first file that is not there, and the way out', async () => {
  await expect(openReader({ base: folder })).rejects.toMatchObject({
    code: 'file-missing',
    message: expect.stringMatching(/ has no (codebook|models)\/.*; options\.base must name/),
  })
  await expect(openReader({ base: folder })).rejects.toThrow(folder)
})

test('a model that is cut off is said to be', async () => {
  const at = join(folder, 'cut')
  await mkdir(at)
  for (const part of ['models', 'codebook'])
    await cp(new URL(`../${part}`, import.meta.url), join(at, part), { recursive: true })
  await writeFile(join(at, 'models/network.bin'), 'ORM1')
  await expect(openReader({ base: at })).rejects.toMatchObject({ code: 'model-unfit' })
})

test.each([
  [{ modelz: '/models' }, /openReader knows no 'modelz'/],
  [{ codebok: '/mine' }, /did you mean 'codebook'/],
  ['/models', /openReader/],
])('%j is no way to open a reader', async (options, message) => {
  await expect(openReader(options as never)).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringMatching(message),
  })
})

test('a pack is read as the folder is', async () => {
  const root = new URL('../', import.meta.url)
  const files = resourceFiles.map((path) => [path, new Uint8Array(readFileSync(new URL(path, root)))] as const)
  const pack = join(folder, 'onrecord.pack')
  await writeFile(pack, await packFiles(new Map(files), (bytes) => new Uint8Array(gzipSync(bytes, { level: 1 }))))
  const { models, codebook } = await openReader({ base: pack })
  expect(await openReader({ gazetteer: false })).toMatchObject({ models, codebook })
  await expect(openReader({ base: pack, gazetteer: true })).rejects.toMatchObject({
    code: 'file-missing',
    message: expect.stringMatching(/no models\/places\.bin in onrecord\.pack/),
  })
})
