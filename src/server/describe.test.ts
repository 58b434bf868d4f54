import { expect, test } from 'vitest'
import { routes } from '../../web/routes.ts'
import { VIEWS } from './assets.ts'
import { askExamples } from './fixture.ts'

const { get, app } = await askExamples({ cors: ['https://notebook.example'] })
const description = await (await get('/api/openapi.json')).json()

test('rows are named schemas with their codes, and each list is under one path', () => {
  const { Statement, Event, Report, Entity, Story, Statements } = description.components.schemas
  expect(Statement.properties.act.enum).toContain('deny')
  expect(Event.properties.type.enum).toContain('ASSAULT')
  expect(Event.properties.status.enum).toContain('planned')
  expect(Report.required).toContain('id')
  expect(Entity.properties.kind.enum).toContain('person')
  expect(Story.properties.id.type).toBe('string')
  expect(Statements.properties.rows.items.$ref).toBe('#/components/schemas/Statement')
  expect(Object.keys(description.paths).filter((path) => path.endsWith('.json'))).toEqual([])
})

test('every operation has a name of its own', () => {
  const ids = Object.values(description.paths as { [path: string]: { [method: string]: { operationId: string } } })
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId }) => operationId)
  expect(ids).toContain('getStatements')
  expect(ids).toContain('getReportsByIdText')
  expect(new Set(ids).size).toBe(ids.length)
})

test('an answer has a tag, and is not given again to who has it', async () => {
  const first = await get('/api/statements?limit=1')
  const tag = first.headers.get('etag') as string
  expect(tag).toMatch(/^W\/"/)
  const again = await get('/api/statements?limit=1', { 'if-none-match': tag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await get('/api/statements?limit=2', { 'if-none-match': tag })).status).toBe(200)
})

test('a page of an allowed origin may ask, others may not', async () => {
  const origin = 'https://notebook.example'
  const answer = await get('/api/status', { origin })
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  expect(
    (await get('/api/status', { origin: 'https://other.example' })).headers.get('access-control-allow-origin'),
  ).toBe(null)
  const asks = await app.request('http://localhost/api/read', { method: 'OPTIONS', headers: { origin } })
  expect([asks.status, asks.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, POST'])
  const post = (from: string) =>
    app.request('http://localhost/api/decisions', {
      method: 'POST',
      headers: { origin: from, 'content-type': 'application/json' },
      body: '{"decisions":[]}',
    })
  expect([(await post(origin)).status, (await post('https://other.example')).status]).toEqual([200, 403])
})

test.each(['/openapi.json', '/healthz', '/docs', '/report', '/api/nowhere'])(
  '%s is not found, as JSON',
  async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect((await answer.json()).error.code).toBe('not-found')
  },
)

test("the server knows the page's views", () => {
  for (const { path } of routes) expect([path, VIEWS.test(path.replace(/:\w+/g, 'x%20y'))]).toEqual([path, true])
})

test.each([
  ['limit=100000', 'limit takes at most 1000'],
  ['limit=abc', "limit takes a whole number from 1 on, not 'abc'"],
  ['least=much', "least takes a number from 0 to 1, not 'much'"],
  ['tpye=ASSAULT', "there is no parameter 'tpye'; did you mean type?"],
  ['type=assualt', 'did you mean ASSAULT?'],
])('%s is refused, with the way out', async (query, message) => {
  const answer = await get(`/api/events?${query}`)
  expect(answer.status).toBe(400)
  expect((await answer.json()).error.message).toContain(message)
})

test('names that are none are answered with those like them', async () => {
  const { rows, hints } = await (await get('/api/statements?speaker=reth')).json()
  expect(rows).toEqual([])
  expect(hints).toEqual([
    { field: 'speaker', value: 'reth', near: [{ value: 'Jonas Reth', count: expect.any(Number) }] },
  ])
})
