import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorCodes, noteCodes, problemCodes } from './codes.ts'

const SOURCES = new URL('../', import.meta.url)
const listed: { readonly [code: string]: string } = { ...noteCodes, ...problemCodes, ...errorCodes }

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('codes.ts'))
  .map((name) => ({ name, source: readFileSync(new URL(name, SOURCES), 'utf8') }))

test('every code that a note or a failure is given is listed', () => {
  const used = sources.flatMap(({ name, source }) =>
    [...source.matchAll(/\bcode: '([^']+)'|new Failure\('([^']+)'/g)].map((found) => [name, found[1] ?? found[2]]),
  )
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter(([, code]) => !(code in listed))).toEqual([])
})

test('every code that is listed is used', () => {
  expect(Object.keys(listed).filter((code) => !sources.some(({ source }) => source.includes(`'${code}'`)))).toEqual([])
})

test('no code stands in two lists', () => {
  const all = [noteCodes, problemCodes, errorCodes].flatMap((codes) => Object.keys(codes))
  expect(new Set(all).size).toBe(all.length)
})
