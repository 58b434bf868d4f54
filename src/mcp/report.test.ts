import { expect, test } from 'vitest'
import { exampleDesk } from '../desk/fixture.ts'
import { type Outcome, openWriter } from '../desk/write.ts'
import { answerOf, connected } from './fixture.ts'

const taken = (id: string, text: string, language = 'en') => ({
  id,
  text,
  language,
  from: `${id}.txt`,
  takenAt: '2025-03-20T08:00:00Z',
  bytes: '0'.repeat(64),
  notes: [],
})

const desk = await exampleDesk()
const keep = (id: string, outcome: Outcome, language?: string) =>
  openWriter(desk).keep([
    { taken: taken(id, `Der Hafen von Almeth 😀 ${id}.`, language), sha256: id.padEnd(64, '0'), outcome },
  ])
const client = await connected(desk)
const ask = async (name: string, args: Record<string, unknown>) =>
  answerOf(await client.callTool({ name, arguments: args }))

test.each<[string, Outcome, string]>([
  ['kept', { kept: true }, 'de'],
  ['failed', { failed: { code: 'reader-failed', message: 'it broke' } }, 'en'],
])('a report that was %s has a text and no record', async (id, outcome, language) => {
  keep(id, outcome, language)
  const answer = await ask('report', { id, lists: ['statements', 'events'] })
  expect(answer).toMatchObject({
    report: { id, state: id, language },
    page: { text: `Der Hafen von Almeth 😀 ${id}.` },
  })
  for (const absent of ['statements', 'events', 'next']) expect(answer).not.toHaveProperty(absent)
})

test('what is added while it is served is found', async () => {
  expect(await ask('report', { id: 'late' })).toMatchObject({ error: { code: 'report-missing' } })
  keep('late', { kept: true }, 'de')
  expect(await ask('report', { id: 'late' })).toMatchObject({ report: { id: 'late' } })
})

test('a mended row has the words that it was mended to', async () => {
  const [row] = desk.find({ list: 'statements', filter: { report: ['border-clash'], act: ['deny'] } }).rows
  const [{ start, end }] = row.spans.content
  const cut = { start: start + 5, end }
  desk.decide([
    { key: row.key, verdict: 'mended', by: 'Ilse', at: '2025-03-21T10:00:00Z', mend: { content: [cut], act: 'ask' } },
  ])
  const text = desk.record('border-clash')?.report.text.slice(cut.start, cut.end)
  const expected = { id: row.id, act: 'ask', content: [{ ...cut, text }], decided: { verdict: 'mended', by: 'Ilse' } }
  const found = await ask('find', { list: 'statements', filter: { id: [row.id] } })
  expect(found.rows).toEqual([
    expect.objectContaining({ ...expected, decided: expect.objectContaining(expected.decided) }),
  ])
  const { statements } = await ask('report', { id: 'border-clash', lists: ['statements'] })
  expect(statements.find(({ id }: { id: string }) => id === row.id)).toMatchObject(expected)
})
