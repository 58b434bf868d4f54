import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorCodes, noteCodes } from '../record/codes.ts'
import { columnNames } from './table/column-names.ts'

const page = readFileSync(new URL('../../docs/intake.md', import.meta.url), 'utf8')
const rows = page
  .slice(page.indexOf('## Every form'), page.indexOf('Refused by name'))
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))

test.each(rows.map((row) => [row[1], row] as const))(
  'the codes that the page gives for %s are codes',
  (_, [, , , noted, refused]) => {
    const codes = (cell: string) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code)
    expect(codes(noted).filter((code) => !(code in noteCodes))).toEqual([])
    expect(codes(refused).filter((code) => !(code in errorCodes))).toEqual([])
  },
)

test('no name of a column stands for two things', () => {
  const names = Object.values(columnNames).flat()
  expect(names.filter((name, n) => names.indexOf(name as never) !== n)).toEqual([])
})
