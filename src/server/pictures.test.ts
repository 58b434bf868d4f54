import { expect, test } from 'vitest'
import { csvText } from '../export/csv.ts'
import { type PictureTable, pairsTable, placesTable, seriesTable } from '../export/picture-tables.ts'
import { csvCells } from '../export/read-csv.ts'
import { askExamples } from './fixture.ts'

const { get } = await askExamples()
const cellsOf = (csv: string) => [...csvCells([csv])].map((cells) => cells.map(csvText))

test.each<[string, string, (answer: never) => PictureTable]>([
  ['series', 'list=events&unit=week&by=status', (answer) => seriesTable(answer)],
  ['series', 'list=statements&by=speaker&top=3&not.act=deny', (answer) => seriesTable(answer)],
  ['series', 'list=events&by=country&unit=year&least=0.1&most=0.99', (answer) => seriesTable(answer)],
  ['pairs', 'pairs=acts&most=0.99&top=7', ({ pairs }) => pairsTable(pairs)],
  ['pairs', 'pairs=speaks&speaker=Jonas+Reth', ({ pairs }) => pairsTable(pairs)],
  ['places', 'by=type&status=happened', (answer) => placesTable(answer)],
])('/api/%s.csv?%s holds the figures of the JSON', async (picture, query, table) => {
  const answer = await get(`/api/${picture}?${query}`)
  expect(answer.status).toBe(200)
  const csv = await get(`/api/${picture}.csv?${query}`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/)
  const { head, rows } = table((await answer.json()) as never)
  expect(rows.length).toBeGreaterThan(0)
  expect(cellsOf(await csv.text())).toEqual([head, ...rows.map((row) => row.map(String))])
})

test('how sure a row is at most is a filter, and has nothing to do with how many are given', async () => {
  for (const path of [
    '/api/places?most=0.5',
    '/api/series?list=events&most=0.5',
    '/api/facets/events?fields=type&most=0.5',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 200])
  const { says, pairs, all } = await (await get('/api/pairs?pairs=speaks&most=0.9&top=2')).json()
  expect(says).toBe('statements at most 0.9 sure')
  expect(pairs).toHaveLength(2)
  expect(all).toBeGreaterThan(2)
})

test('shares as CSV', async () => {
  const query = 'list=events&unit=month&by=status'
  const { rows } = seriesTable(await (await get(`/api/series?${query}`)).json(), true)
  const csv = cellsOf(await (await get(`/api/series.csv?${query}&share=true`)).text())
  expect(csv.slice(1)).toEqual(rows.map((row) => row.map(String)))
})

test.each([
  ['/api/series', 400],
  ['/api/series?list=events&by=colour', 400],
  ['/api/places?by=colour', 400],
  ['/api/places?birds=many', 400],
  ['/api/pairs?pairs=sings', 400],
  ['/api/places.csv?top=0', 400],
])('%s is refused', async (path, status) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect((await answer.json()).error.message).not.toBe('')
})
