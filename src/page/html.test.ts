import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pageHtml } from './html.ts'

const parts = {
  script: 'run("</script>", "<!--")',
  style: 'p { color: red }',
  reader: 'read("</SCRIPT>")',
  data: 'AAAA',
}

test('nothing in a script can end its element early', () => {
  const html = pageHtml(parts)
  expect(html.match(/<\/script/gi)).toHaveLength(3)
  expect(html).not.toContain('<!--')
})

test('the policy allows this script and this style and no connection', () => {
  const html = pageHtml(parts)
  const [, script] = /<script>(.*)<\/script>/s.exec(html)!
  const hash = (text: string) => createHash('sha256').update(text).digest('base64')
  expect(html).toContain(`script-src 'sha256-${hash(script)}' 'wasm-unsafe-eval'`)
  expect(html).toContain(`style-src 'sha256-${hash(parts.style)}'`)
  expect(html).toContain("connect-src 'none'")
  expect(html).not.toMatch(/https?:/)
})

test('a page in a folder takes everything from that folder', () => {
  const { data: _, ...beside } = parts
  const html = pageHtml(beside)
  expect(html).toContain('<script src="page.js">')
  expect(html).toContain("default-src 'none'")
  expect(html).not.toMatch(/https?:|unsafe-inline/)
})
