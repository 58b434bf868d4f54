import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeOne } from './take-one.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-one-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const line = (id: string, text: string) => JSON.stringify({ id, text, published: '2025-03-14' })

test('a text, and a line, are taken whole', async () => {
  expect(await takeOne(file('rain.txt', 'Rain fell.\r\n'))).toEqual({
    report: { id: 'rain', text: 'Rain fell.\r\n' },
    notes: [],
  })
  const { report } = await takeOne(file('one.jsonl', `${line('a', 'Rain fell.')}\n`))
  expect(report).toMatchObject({ id: 'a', text: 'Rain fell.', published: '2025-03-14' })
})

test.each([
  ['several.jsonl', `${line('a', 'Rain.')}\n${line('b', 'Snow.')}\n`, 'bad-argument'],
  ['empty.txt', ' \n', 'file-empty'],
  ['empty.json', line('a', ''), 'file-empty'],
  ['nul.txt', 'a\0b', 'file-binary'],
])('%s is refused: %s', async (name, content, code) => {
  await expect(takeOne(file(name, content))).rejects.toMatchObject({ code })
})

test('a file that is not there, and a folder', async () => {
  await expect(takeOne(join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'file-missing' })
  await expect(takeOne(folder)).rejects.toMatchObject({ code: 'file-is-folder' })
})
