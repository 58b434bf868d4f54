import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { listStories } from '../desk/stories.ts'
import { formats } from '../export/formats.ts'
import { askExamples } from './fixture.ts'

const { desk, get, app } = await askExamples()
const description = await (await get('/api/openapi.json')).json()
const [event] = desk.find({ list: 'events', filter: { report: ['flood'] }, limit: 1 }).rows

const [story] = listStories(desk, { report: 'flood', least: 1 }).rows

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: { [keyword: string]: unknown } }[]
  responses: { [status: string]: { content?: { [type: string]: unknown } } }
}
const paths = Object.entries(description.paths as { [path: string]: { [method: string]: Operation } })
const parametersOf = (path: string) =>
  Object.fromEntries((description.paths[path].get as Operation).parameters?.map((one) => [one.name, one]) ?? [])

test('the description is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(description))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(description.openapi).toMatch(/^3\.1/)
})

test('a server with a token says so', async () => {
  const guarded = await askExamples({ token: 'secret' })
  const { security, components } = await (await guarded.get('/api/openapi.json?token=secret')).json()
  expect(security).toEqual([{ token: [] }])
  expect(components.securitySchemes.token).toEqual({ type: 'http', scheme: 'bearer' })
  expect(description.security).toEqual([])
})

test.each([
  ['status', { type: 'array', minItems: 1, items: { enum: expect.arrayContaining(['happened', 'denied']) } }],
  ['not.status', { type: 'array', items: { type: 'string', enum: expect.arrayContaining(['planned']) } }],
  ['speaker', { type: 'array', items: { type: 'string', minLength: 1 } }],
  ['country', { type: 'array', items: { type: 'string', pattern: '^[A-Z]{3}$' } }],
  ['since', { type: 'string', format: 'date' }],
  ['least', { type: 'number', minimum: 0, maximum: 1 }],
  ['copies', { type: 'boolean' }],
  ['words', { type: 'string', minLength: 1 }],
  ['descending', { type: 'boolean' }],
  ['limit', { type: 'integer', minimum: 1 }],
  ['sort', { type: 'string', enum: expect.arrayContaining(['published', 'confidence']) }],
])('the parameter %s has its type', (name, schema) => {
  const { [name]: parameter } = parametersOf('/api/events')
  expect(parameter).toMatchObject({ in: 'query', schema })
  expect(parameter.schema['anyOf']).toBeUndefined()
})

/** What each path is asked with, so that it answers. */
const asked: { [path: string]: string } = {
  '/api/queue': '?by=Ana',
  '/api/queue.csv': '?by=Ana',
  '/api/series': '?list=events',
  '/api/series.json': '?list=events',
  '/api/series.csv': '?list=events&share=true',
  '/api/export/{format}/{list}': '',
  '/api/stories': '?least=1',
  '/api/stories.csv': '?least=1',
  '/api/compare': '?report=flood&report=strike',
}
for (const list of ['statements', 'events', 'reports', 'entities'])
  for (const ending of ['', '.json', '.csv']) asked[`/api/facets/${list}${ending}`] = '?fields=country'

const routes = paths
  .filter(([, methods]) => methods['get'])
  .map(
    ([path]) =>
      [
        path,
        path
          .replace('{id}', path.startsWith('/api/stories') ? story.id : 'flood')
          .replace('{format}', 'csv')
          .replace('{list}', 'events'),
      ] as const,
  )

test.each(routes)('%s answers as it is described', async (path, address) => {
  const answer = await get(address + (asked[path] ?? ''))
  expect(answer.status).toBe(200)
  const [type] = (answer.headers.get('content-type') ?? '').split(';')
  const { responses } = description.paths[path].get as Operation
  const described = Object.keys(responses[200].content ?? {})
  if (path !== '/api/export/{format}/{list}') expect(described).toEqual([type])
  const body = await answer.text()
  if (type === 'application/json') JSON.parse(body)
  expect(body.length).toBeGreaterThan(1)
  const refused = await get(`${address}?birds=many`)
  const refusal = refused.ok ? 200 : refused.status
  expect(Object.keys(responses)).toContain(String(refusal))
  if (parametersOf(path)['words']) expect(refusal).toBe(400)
})

test.each([
  ['/api/decisions', { decisions: [{ key: event.key, verdict: 'right', by: 'Ana', at: '2025-03-20T09:00:00Z' }] }],
  ['/api/read', { id: 'x', text: 'Venn said the port would open.' }],
])('POST %s answers as it is described', async (path, body) => {
  const { responses } = description.paths[path].post as Operation
  const ask = (type: string, text: string) =>
    app.request(path, { method: 'POST', headers: { 'content-type': type }, body: text })
  const answers = [
    await ask('application/json', JSON.stringify(body)),
    await ask('application/json', '{"decisions":1}'),
    await ask('text/plain', 'hello'),
    await ask('application/json', JSON.stringify({ id: 'x', text: 'a'.repeat(9 << 20) })),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 415, 413])
  for (const { status, headers } of answers) {
    expect(Object.keys(responses)).toContain(String(status))
    expect(headers.get('content-type')).toMatch(/^application\/json/)
  }
})

test('every format that exports have is described, and given', async () => {
  const { format } = parametersOf('/api/export/{format}/{list}')
  expect(format.schema['enum']).toEqual(Object.keys(formats))
  for (const [name, { lists }] of Object.entries(formats))
    expect((await get(`/api/export/${name}/${lists[0]}`)).status).toBe(200)
})
