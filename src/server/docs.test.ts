import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withAnswers } from '../../scripts/api-answers.ts'
import { filterSchema } from '../rows/filter.ts'
import { askExamples } from './fixture.ts'

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
const { paths } = await (await (await askExamples()).get('/api/openapi.json')).json()
const examples = [...page.matchAll(/```http\n(GET|POST) ([^\s?]+)/g)].map(([, method, path]) => `${method} ${path}`)

const operations = Object.entries(paths as { [path: string]: object }).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
)

test.each(operations)('the page names %s %s', (_, path) => {
  expect(page).toContain(`\`${path}`)
})

// What differs by the list or the ending alone needs one example.
test.each(operations)('the page has an example like %s %s', (method, path) => {
  const like = path.replace(/(statements|events|reports|entities)(?=$|\.)/, 'LIST').replace(/\.json$/, '')
  const alike = examples.filter((example) => {
    const [of, asked] = example.split(' ')
    const general = asked
      .replace(/^(\/api\/(?:reports|stories)\/)[^/]+/, '$1{id}')
      .replace(/^(\/api\/export\/).*/, '$1{format}/{list}')
      .replace(/(statements|events|reports|entities)(?=$|\.)/, 'LIST')
    return of === method && general === like
  })
  expect(alike).not.toEqual([])
})

test('the page names every field of the filter', () => {
  for (const field of Object.keys(filterSchema.shape).filter((name) => name !== 'not'))
    expect(page, `docs/api.md does not name ${field}`).toContain(`\`${field}`)
})

test("the examples' answers are what the server gives; `npm run api` writes them", async () => {
  expect(await withAnswers(page)).toBe(page)
})
