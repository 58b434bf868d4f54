import { expect, test } from 'vitest'
import { checkHtml } from './check-html.ts'

test('a draft is marked and listed, and nothing in it is markup', () => {
  const text = 'She said: “<b>never</b> again”.'
  const start = text.indexOf('<b>')
  const row = {
    start,
    end: start + 18,
    kind: 'quotation',
    verdict: 'not-found',
    differences: [],
    loud: [],
    notes: ['a & b'],
  } as const
  const html = checkHtml({ id: 'a <draft>', text }, [{ ...row, differences: [], loud: [], notes: ['a & b'] }])
  expect(html).toContain('<mark class="look">&lt;b&gt;never&lt;/b&gt; again<sup>1</sup></mark>')
  expect(html).toContain('<title>Checked: a &lt;draft&gt;</title>')
  expect(html).toContain('<strong>not-found</strong>')
  expect(html).toContain('a &amp; b')
})
