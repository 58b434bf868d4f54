import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openReader } from './open.ts'

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
