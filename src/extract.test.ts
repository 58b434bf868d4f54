import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from './extract.ts'

const html = readFileSync(new URL('../examples/sources/port-reopens.html', import.meta.url), 'utf8')

test("a page's report, from a string as from bytes", () => {
  const taken = extract(html, { url: 'https://almethpost.example/port' })
  expect(taken.report.text).toContain('port of Almeth')
  expect(taken.report.title).toBeTruthy()
  expect(taken.newsLike).toBe(true)
  expect(extract(new TextEncoder().encode(html), { url: 'https://almethpost.example/port' })).toEqual(taken)
})

test('a string is what it is, whatever the page says of its bytes', () => {
  const page = '<meta charset="windows-1252"><article><p>The café “Almeth” will open.</p></article>'
  expect(extract(page).report.text).toBe('The café “Almeth” will open.')
})

test('bytes are in the encoding that came with them', () => {
  const bytes = new Uint8Array(
    [...'<article><p>The caf']
      .map((c) => c.charCodeAt(0))
      .concat(0xe9, ...[...' opens.</p></article>'].map((c) => c.charCodeAt(0))),
  )
  expect(extract(bytes, { contentType: 'text/html; charset=windows-1252' }).report.text).toBe('The café opens.')
})

test('what is wrong has a code', () => {
  expect(() => extract('<p></p>')).toThrow(expect.objectContaining({ code: 'page-no-article' }))
  expect(() => extract(7 as never)).toThrow(expect.objectContaining({ code: 'bad-argument' }))
  expect(() => extract(html, { adress: 'x' } as never)).toThrow(/knows no 'adress'/)
})
