import { expect, test } from 'vitest'
import { rangeErrors } from '../desk/fixture.ts'
import { readCsv } from '../export/read-csv.ts'
import { askExamples } from './fixture.ts'

const { desk, app, get, post } = await askExamples()

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

test.each(['statements', 'events', 'reports', 'entities'] as const)(
  '%s.csv has the order of the list',
  async (list) => {
    for (const order of [
      '',
      'sort=added&descending=true',
      'sort=name',
      'sort=confidence',
      'sort=type&descending=true',
    ]) {
      const answer = await get(`/api/${list}?limit=1000&${order}`)
      if (answer.status === 400) continue
      const { rows } = await answer.json()
      const keys = rows.map(({ key }: { key: string }) => key)
      const csv = [...readCsv(list, [await (await get(`/api/${list}.csv?${order}`)).text()])]
      expect(csv.map(({ row_key }) => row_key)).toEqual(keys)
      const lines = (await (await get(`/api/${list}.jsonl?limit=3&${order}`)).text()).trim().split('\n')
      expect(lines.map((line) => JSON.parse(line).row_key)).toEqual(keys.slice(0, 3))
    }
  },
)

test.each([
  'facets/events?fields=type',
  'series?list=events',
  'pairs?top=3',
  'places?',
  'decisions?',
  'statements?limit=2',
])('/api/%s: .json says the same', async (path) => {
  const plain = await get(`/api/${path}`)
  const named = await get(`/api/${path.replace('?', '.json?')}`)
  expect([named.status, await named.text()]).toEqual([200, await plain.text()])
})

test('facets as CSV', async () => {
  const { type } = await (await get('/api/facets/events?fields=type,status')).json()
  const csv = (await (await get('/api/facets/events.csv?fields=type,status')).text()).split('\r\n')
  expect(csv.slice(0, 2)).toEqual(['field,value,count,key', `type,${type[0].value},${type[0].count},`])
})

test('a method that a path does not take is told which it takes', async () => {
  const allow = async (path: string) => (await app.request(path, { method: 'DELETE' })).headers.get('allow')
  expect(await allow('/api/decisions')).toBe('GET, HEAD, POST')
  expect(await allow('/api/reports/flood/record')).toBe('GET, HEAD')
  expect(await allow('/api/read')).toBe('POST')
  expect(await allow('/')).toBe('GET, HEAD')
  expect(await allow('/api/nothing')).toBeNull()
})

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
  const text = await get('/api/reports/border-clash/text')
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await text.text()).toBe(desk.record('border-clash')?.report.text)
  const missing = await get('/api/reports/nothing/record')
  expect([missing.status, await missing.json()]).toMatchObject([404, { error: { code: 'report-missing' } }])
})

test('the bytes that a report was taken from come as a file, and never as a page', async () => {
  const original = await get('/api/reports/border-clash/original')
  expect(await original.text()).toBe(desk.record('border-clash')?.report.text)
  expect(Object.fromEntries(original.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''border-clash.txt",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-onrecord-sha256': desk.record('border-clash')?.report.sha256,
    'x-onrecord-from': 'examples/border-clash.txt',
  })
  expect((await get('/api/reports/nothing/original')).status).toBe(404)
})

test('series and pairs', async () => {
  const series = await (await get('/api/series?list=events&by=status&unit=month')).json()
  const { count } = await (await get('/api/count/events')).json()
  const all = series.series
    .flatMap(({ counts }: { counts: number[] }) => counts)
    .reduce((a: number, b: number) => a + b, 0)
  const coarse = series.coarse
    .flatMap(({ counts }: { counts: number[] }) => counts)
    .reduce((a: number, b: number) => a + b, 0)
  expect(all + coarse + series.undated).toBe(count)
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
  const csv = await (await get('/api/decisions.csv?report=flood')).text()
  expect(csv).toContain(`d-1,${row.key},mended,Ana,2025-03-20T09:00:00Z,,"{""act"":""deny""}"`)
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
  ['a number that is none', () => get('/api/pairs?top=abc'), 400, 'bad-argument'],
  ['a number under one', () => get('/api/series?list=events&top=-1'), 400, 'bad-argument'],
  ['a field that is none', () => get('/api/facets/events?fields=constructor'), 400, 'bad-argument'],
  ['a script that is gone', () => get('/assets/gone-12345678.js'), 404, 'not-found'],
  ['a body that is no JSON', () => post('/api/decisions', '{'), 400, 'bad-argument'],
  ['an unknown format', () => get('/api/export/odt/events'), 400, 'bad-argument'],
  ['a form', () => post('/api/decisions', 'decisions=1', 'application/x-www-form-urlencoded'), 415, 'bad-argument'],
  ['what is no report', () => post('/api/read', { id: 'x', text: 'Rain.', published: 'soon' }), 400, 'line-not-report'],
  ['a body that is too large', () => post('/api/read', { id: 'x', text: 'a'.repeat(9 << 20) }), 413, 'body-too-large'],
  ['a text of no report', () => get('/api/reports/none/text'), 404, 'report-missing'],
  ['a parameter given twice', () => get('/api/events?since=2025-01-01&since=2025-02-01'), 400, 'bad-argument'],
  ['an order that is none', () => get('/api/events.csv?descending=perhaps'), 400, 'bad-argument'],
  ['a CSV in an order that the list does not have', () => get('/api/entities.csv?sort=outlet'), 400, 'bad-argument'],
  ['a download from the middle', () => get('/api/events.csv?after=xyz'), 400, 'bad-argument'],
  ['a limit on what goes report by report', () => get('/api/export/brat/reports?limit=1'), 400, 'bad-argument'],
  ['more than numbers can say', () => get('/api/facets/events?fields=type&top=1e300'), 400, 'bad-argument'],
  ['a limit that is no number', () => get('/api/events?limit=many'), 400, 'bad-argument'],
  [
    'a method that a list does not take',
    () => app.request('/api/events', { method: 'DELETE' }),
    405,
    'method-not-allowed',
  ],
  ['a preflight', () => app.request('/api/decisions', { method: 'OPTIONS' }), 405, 'method-not-allowed'],
  [
    'a method that the page does not take',
    () => app.request('/timeline', { method: 'PUT' }),
    405,
    'method-not-allowed',
  ],
])('%s is refused', async (_, ask, status, code) => {
  const answer = await ask()
  expect([answer.status, (await answer.json()).error.code]).toEqual([status, code])
})

test.each(rangeErrors)('%s in the desk is a fault of the server, and told to who runs it', async (_, thrower) => {
  const faults: Error[] = []
  const broken = { find: thrower, all: thrower, count: thrower, facets: thrower, decide: thrower }
  const { get, post } = await askExamples({ fault: (error) => faults.push(error) }, broken)
  const asked = [
    await get('/api/statements'),
    await get('/api/count/events'),
    await get('/api/facets/events?fields=type'),
    await get('/api/events.csv'),
    await get('/api/export/cameo/events'),
    await post('/api/decisions', { decisions: [] }),
  ]
  for (const answer of asked)
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: { code: 'server-failed', message: expect.any(String) } },
    ])
  expect(faults).toEqual(asked.map(() => expect.any(RangeError)))
})

test('a row that is wrong leaves lists, counts and exports alike, and is there where it is asked for', async () => {
  const { desk, get } = await askExamples()
  const [{ key }] = desk.find({ list: 'events', filter: {}, limit: 1 }).rows
  desk.decide([{ key, verdict: 'wrong', by: 'Ana', at: '2025-03-20T09:00:00Z' }])
  const text = async (path: string) => (await get(path)).text()
  for (const path of ['/api/events.csv', '/api/events.jsonl', '/api/events?limit=1', '/api/export/csv/events'])
    expect([path, (await text(path)).includes(key)]).toEqual([path, false])
  expect(await text('/api/events?decided=wrong')).toContain(key)
  expect(await text('/api/export/csv/events?decided=wrong')).toContain(key)
  const [{ count, wrong }, all] = await Promise.all(
    ['', '?decided=none'].map(async (query) => (await get(`/api/count/events${query}`)).json()),
  )
  expect([count, wrong]).toEqual([all.count, 1])
})
