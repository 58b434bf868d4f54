import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exampleDesk } from '../desk/fixture.ts'
import { openReader } from '../open.ts'
import { createApp } from './app.ts'

const desk = await exampleDesk()
const reader = openReader()
const app = createApp({ desk, reader: () => reader })
const get = (path: string, headers: { [name: string]: string } = {}) =>
  app.request(`http://localhost${path}`, { headers })
const post = (path: string, body: unknown, type = 'application/json') =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test.each(['statements', 'events', 'reports', 'entities'] as const)(
  '%s: a page, all pages, the count and the CSV agree',
  async (list) => {
    const keys: string[] = []
    let after: string | undefined
    do {
      const page = await (await get(`/api/${list}?limit=40${after ? `&after=${after}` : ''}`)).json()
      keys.push(...page.rows.map(({ key }: { key: string }) => key))
      after = page.next
    } while (after)
    expect(new Set(keys).size).toBe(keys.length)
    const { count } = await (await get(`/api/count/${list}`)).json()
    expect(count).toBe(keys.length)
    const csv = await get(`/api/${list}.csv`)
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${list}.csv"`)
    const rows = (await csv.text()).split('\r\n').filter(Boolean)
    expect(rows.length).toBeGreaterThan(count)
  },
)

test('filters narrow, and are said back in words', async () => {
  const page = await (await get('/api/statements?speaker=Jonas+Reth&not.act=deny')).json()
  expect(page.says).toBe('statements by Jonas Reth not with the act deny')
  expect(page.rows.length).toBeGreaterThan(0)
  for (const row of page.rows) expect(row).toMatchObject({ speaker: { name: 'Jonas Reth' } })
})

test('facets count what lists hold', async () => {
  const facets = await (await get('/api/facets/events?fields=status,type&type=ASSAULT')).json()
  const { count } = await (await get('/api/count/events?type=ASSAULT')).json()
  expect(facets.type).toEqual([{ value: 'ASSAULT', count }])
  const all = facets.status.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
  expect(all).toBe(count)
})

test('a report, its record, and one that is not there', async () => {
  expect(await (await get('/api/reports/border-clash')).json()).toMatchObject({ id: 'border-clash', state: 'read' })
  const record = await get('/api/reports/border-clash/record')
  expect(await record.text()).toBe(JSON.stringify(desk.record('border-clash')))
  const missing = await get('/api/reports/nothing/record')
  expect([missing.status, await missing.json()]).toMatchObject([404, { error: { code: 'report-missing' } }])
})

test('series and pairs', async () => {
  const series = await (await get('/api/series?list=events&by=status&unit=month')).json()
  const { count } = await (await get('/api/count/events')).json()
  const all = series.series
    .flatMap(({ counts }: { counts: number[] }) => counts)
    .reduce((a: number, b: number) => a + b, 0)
  expect(all).toBe(count)
  const { pairs } = await (await get('/api/pairs')).json()
  expect(pairs[0].count).toBeGreaterThan(0)
})

test('decisions: taken down once however often they are sent; all or none; undone by another', async () => {
  const [row] = desk.find({ list: 'statements', filter: { report: ['flood'] }, limit: 1 }).rows
  const decision = {
    id: 'd-1',
    key: row.key,
    verdict: 'mended',
    by: 'Ana',
    at: '2025-03-20T09:00:00Z',
    mend: { act: 'deny' },
  }
  for (let i = 0; i < 2; i++) expect((await post('/api/decisions', { decisions: [decision] })).status).toBe(200)
  expect(await (await get('/api/decisions?report=flood')).json()).toEqual([decision])
  const shown = async () => (await (await get(`/api/statements?id=${row.id}`)).json()).rows[0]
  expect(await shown()).toMatchObject({ act: 'deny', decided: { verdict: 'mended', by: 'Ana' } })
  expect(desk.record('flood')?.statements.find(({ id }) => id === row.id)?.act).toBe(row.act)
  const bad = await post('/api/decisions', {
    decisions: [
      { ...decision, id: 'd-2' },
      { ...decision, id: 'd-3', key: 'flood#none' },
    ],
  })
  expect([bad.status, (await bad.json()).error.code]).toEqual([404, 'row-unknown'])
  expect(desk.decisions({ report: 'flood' })).toHaveLength(1)
  await post('/api/decisions', {
    decisions: [{ id: 'd-4', key: row.key, verdict: 'open', by: 'Ana', at: '2025-03-20T09:05:00Z' }],
  })
  expect((await shown()).decided).toBeUndefined()
})

test('a report is read and not kept', async () => {
  const answer = await post('/api/read', {
    id: 'x',
    text: 'Venn said on Tuesday that the port would open.',
    published: '2025-03-14',
  })
  expect((await answer.json()).statements[0].act).toBe('state')
  expect(desk.count({ list: 'reports', filter: { id: ['x'] } })).toBe(0)
})

test.each<[string, () => Response | Promise<Response>, number, string]>([
  ['no such route', () => get('/api/nothing'), 404, 'not-found'],
  ['an unknown parameter', () => get('/api/events?colour=red'), 400, 'bad-argument'],
  ['a foreign cursor', () => get('/api/events?after=xyz'), 400, 'bad-argument'],
  ['a sort that the list does not have', () => get('/api/entities?sort=outlet'), 400, 'bad-argument'],
  ['a number that is none', () => get('/api/pairs?most=abc'), 400, 'bad-argument'],
  ['a number under one', () => get('/api/series?list=events&most=-1'), 400, 'bad-argument'],
  ['a field that is none', () => get('/api/facets/events?fields=constructor'), 400, 'bad-argument'],
  ['a script that is gone', () => get('/assets/gone-12345678.js'), 404, 'not-found'],
  ['a body that is no JSON', () => post('/api/decisions', '{'), 400, 'bad-argument'],
  ['an unknown format', () => get('/api/export/odt/events'), 400, 'bad-argument'],
  ['a form', () => post('/api/decisions', 'decisions=1', 'application/x-www-form-urlencoded'), 415, 'bad-argument'],
  ['what is no report', () => post('/api/read', { id: 'x', text: 'Rain.', published: 'soon' }), 400, 'line-not-report'],
  ['a body that is too large', () => post('/api/read', { id: 'x', text: 'a'.repeat(9 << 20) }), 413, 'body-too-large'],
  [
    'another name',
    () => app.request('http://evil.example/api/events', { headers: { host: 'evil.example' } }),
    421,
    'host-unknown',
  ],
])('%s is refused', async (_, ask, status, code) => {
  const answer = await ask()
  expect([answer.status, (await answer.json()).error.code]).toEqual([status, code])
})

test('every answer has the headers that keep a browser from being misused', async () => {
  const { headers } = await get('/api/status')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('with a token, nothing is answered without it', async () => {
  const guarded = createApp({ desk, reader: () => reader }, { token: 'secret' })
  expect((await guarded.request('http://localhost/api/status')).status).toBe(401)
  expect((await guarded.request('http://localhost/api/status?token=wrong')).status).toBe(401)
  const opened = await guarded.request('http://localhost/api/status?token=secret')
  expect(opened.status).toBe(200)
  const cookie = opened.headers.get('set-cookie') as string
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/)
  const later = await guarded.request('http://localhost/api/status', { headers: { cookie: cookie.split(';')[0] } })
  expect(later.status).toBe(200)
})

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/reader/models/../package.json',
  '/reader/models/..%2f..%2fpackage.json',
])('%s gives nothing outside the page', async (path) => {
  expect(await (await get(path)).text()).not.toContain('"devDependencies"')
})

test('docs/api.md names every route, and the description lists it', async () => {
  const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const { openapi, paths } = await (await get('/api/openapi.json')).json()
  expect(openapi).toMatch(/^3\.1/)
  expect(Object.keys(paths).length).toBeGreaterThan(15)
  for (const path of Object.keys(paths)) expect(page).toContain(`\`${path.replace(/\.json$/, '')}`)
})
