import { expect, test } from 'vitest'
import { askExamples } from './fixture.ts'
import { peopleOf } from './people.ts'

test('a line is a name and a token', () => {
  expect(peopleOf('# who codes\r\nIlse Marek\tk3v9\n\n  Jonas  R. Reth   p_7+/=\n', 'people.tsv')).toEqual([
    { name: 'Ilse Marek', token: 'k3v9' },
    { name: 'Jonas  R. Reth', token: 'p_7+/=' },
  ])
})

test.each([
  ['Ilse\n', 'people.tsv:1: a line has a name and behind it a token'],
  ['Ilse k3v9\nIlse other\n', 'people.tsv:2: Ilse has a token already'],
  ['Ilse k3v9\nJonas k3v9\n', 'people.tsv:2: Jonas has the token of Ilse'],
  ['Ilse kév9\n', 'people.tsv:1: a token is one word'],
  ['# nobody\n', 'people.tsv names nobody'],
])('%j is refused', (text, says) => {
  expect(() => peopleOf(text, 'people.tsv')).toThrow(says)
})

const people = [
  { name: 'Ilse Marek', token: 'ilse' },
  { name: 'Jonas Reth', token: 'jonas' },
]
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('a token says who asks; without one nothing is answered', async () => {
  const { get } = await askExamples({ people, token: 'desk' })
  expect((await get('/api/me')).status).toBe(401)
  expect((await get('/api/me', bearer('other'))).status).toBe(401)
  expect(await (await get('/api/me', bearer('jonas'))).json()).toEqual({ name: 'Jonas Reth' })
  expect(await (await get('/api/me', bearer('desk'))).json()).toEqual({})
  const opened = await get('/?token=ilse', { accept: 'text/html' })
  expect(opened.status).toBe(303)
  const cookie = (opened.headers.get('set-cookie') as string).split(';')[0]
  expect(await (await get('/api/me', { cookie })).json()).toEqual({ name: 'Ilse Marek' })
})

test('nobody decides under the name of another', async () => {
  const { app, desk } = await askExamples({ people })
  const [{ key }] = desk.find({ list: 'statements', filter: {}, limit: 1 }).rows
  const decide = async (by: string, token: string) => {
    const decisions = [{ key, verdict: 'right', by, at: '2025-03-20T09:00:00Z' }]
    return app.request('http://localhost/api/decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: JSON.stringify({ decisions }),
    })
  }
  expect((await decide('Ilse Marek', 'ilse')).status).toBe(200)
  const refused = await decide('Ilse Marek', 'jonas')
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'name-foreign'])
  expect(desk.decisions({ key }).map(({ by }) => by)).toEqual(['Ilse Marek'])
})

test('where nobody has a token of their own, everybody says who they are', async () => {
  const { get, post, desk } = await askExamples()
  expect(await (await get('/api/me')).json()).toEqual({})
  const [{ key }] = desk.find({ list: 'events', filter: {}, limit: 1 }).rows
  const decision = { key, verdict: 'right', by: 'Dario Venn', at: '2025-03-20T09:00:00Z' }
  expect((await post('/api/decisions', { decisions: [decision] })).status).toBe(200)
})
