import { expect, test } from 'vitest'
import { askExamples } from './fixture.ts'

const { get, post } = await askExamples()
const words =
  'Ilse Marek said on Tuesday that the bridge at Tessaly would be closed for a month. Guards arrested two men near it.'

test('a text that is given is read and kept, with what is said of it', async () => {
  const answer = await post('/api/reports', {
    text: words,
    published: '2025-04-09',
    outlet: 'Almeth Post',
    title: 'Bridge closed',
  })
  expect(answer.status).toBe(200)
  const [{ report, known }] = (await answer.json()).reports
  expect([known, report.outlet, report.title, report.published, report.state]).toEqual([
    false,
    'Almeth Post',
    'Bridge closed',
    '2025-04-09',
    'read',
  ])
  const record = await (await get(`/api/reports/${report.id}/record`)).json()
  expect(record.statements.length).toBe(report.statements)
  expect(record.report.text).toBe(words)
  const again = await (await post('/api/reports', { text: words })).json()
  expect(again.reports).toEqual([{ report: { ...report }, known: true }])
})

test.each([
  [{}, 'bad-argument'],
  [{ text: 'a', address: 'https://post.example/' }, 'bad-argument'],
  [{ text: '   ' }, 'file-empty'],
  [{ address: 'http://127.0.0.1:9/' }, 'address-private'],
  [{ address: 'file:///etc/passwd' }, 'bad-argument'],
])('%j is refused: %s', async (body, code) => {
  const answer = await post('/api/reports', body)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect((await answer.json()).error.code).toBe(code)
})
