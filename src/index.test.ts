import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as browser from './browser.ts'
import * as library from './index.ts'
import { resourceFiles } from './resources.ts'

const packageJson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

test('the library exports exactly these names', () => {
  expect(Object.keys(library).sort()).toEqual([
    'checkDraft',
    'checkRecord',
    'errorCodes',
    'noteCodes',
    'openReader',
    'problemCodes',
    'recordSchema',
    'version',
  ])
})

test('the browser gets the same names', () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(library).sort())
})

test("version is package.json's", () => {
  expect(library.version).toBe(packageJson.version)
})

test('every resource file is listed once and ships with the package', () => {
  expect(new Set(resourceFiles).size).toBe(resourceFiles.length)
  for (const path of resourceFiles) expect(packageJson.files, path).toContain(path.split('/')[0])
})
