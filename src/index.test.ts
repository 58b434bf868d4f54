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
    'lookUpIn',
    'nameOf',
    'noteCodes',
    'openReader',
    'problemCodes',
    'recordSchema',
    'rowsOf',
    'speakerOf',
    'version',
    'words',
  ])
})

test('the browser gets the same names', () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(library).sort())
})

test("version is package.json's", () => {
  expect(library.version).toBe(packageJson.version)
})

test('every resource file is listed once', () => {
  expect(new Set(resourceFiles).size).toBe(resourceFiles.length)
})
