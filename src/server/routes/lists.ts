import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { hintsOf } from '../../desk/hints.ts'
import { namedQuery, namesakesOf } from '../../desk/namesakes.ts'
import type { OpenedDesk } from '../../desk/open.ts'
import { Failure } from '../../record/failure.ts'
import { bounded, paramsToQuery, wholeNumber } from '../../rows/address.ts'
import type { FacetCounts } from '../../rows/decision.ts'
import { type Filter, filterSchema, type List, lists, type Query } from '../../rows/filter.ts'
import { sayQuery } from '../../rows/say.ts'
import type { Served } from '../app.ts'
import { csv } from '../csv.ts'
import { csvAnswer, filterParams, json, listParams, numberParam, pageSchema, refusals } from '../schemas.ts'

/** Most rows that a page of a list holds; downloads have no limit. */
const MOST = 1000

const facetParams = filterParams.extend({
  fields: z.string().openapi({ description: 'fields of the filter, with commas between them' }),
  top: numberParam('values a field: 20 where it is left out'),
})

/** Lists, counts and facets. */
export function listRoutes(app: OpenAPIHono, { desk }: Served): void {
  for (const list of lists) {
    const route = (path: string) =>
      createRoute({
        method: 'get',
        path,
        summary: `A page of ${list}`,
        request: { query: listParams },
        responses: { 200: json(pageSchema(list), 'a page of rows'), ...refusals },
      })
    for (const path of [`/api/${list}`, `/api/${list}.json`])
      app.openapi(route(path), (c) => {
        const query = paramsToQuery(list, new URL(c.req.url).searchParams)
        const page = desk.find({ ...query, limit: bounded('limit', query.limit ?? 50, MOST) })
        const hints = page.rows.length === 0 ? hintsOf(desk, query) : []
        const namesakes = query.after === undefined ? namesakesOf(desk, query) : []
        const says = sayQuery(namedQuery(desk, query))
        return c.json(
          { ...page, ...(hints.length > 0 && { hints }), ...(namesakes.length > 0 && { namesakes }), says },
          200,
        )
      })
    app.openapi(
      createRoute({
        method: 'get',
        path: `/api/count/${list}`,
        summary: `How many ${list} there are under a filter`,
        request: { query: filterParams },
        responses: { 200: json(countSchema, 'the number of rows'), ...refusals },
      }),
      (c) => {
        const query = paramsToQuery(list, new URL(c.req.url).searchParams)
        return c.json(
          { count: desk.count(query), ...wrongOf(desk, query), says: sayQuery(namedQuery(desk, query)) },
          200,
        )
      },
    )
    facetRoutes(app, desk, list)
  }
}

const countSchema = z.object({
  count: z.int(),
  wrong: z.int().optional().openapi({ description: 'rows that people decided are wrong, and that are left out' }),
  says: z.string(),
})

/** How many rows are left out of a count because people decided that they are wrong. */
function wrongOf(desk: OpenedDesk, { list, filter }: Query): { wrong?: number } {
  if ((list !== 'statements' && list !== 'events') || filter.decided || filter.not?.decided) return {}
  const wrong = desk.count({ list, filter: { ...filter, decided: ['wrong'] } })
  return wrong > 0 ? { wrong } : {}
}

const facetsAnswer = z.record(
  z.string(),
  z.array(z.object({ value: z.string(), count: z.int(), key: z.string().optional(), who: z.string().optional() })),
)

function facetRoutes(app: OpenAPIHono, desk: OpenedDesk, list: List): void {
  const answer = (c: Context): FacetCounts => {
    const params = new URL(c.req.url).searchParams
    const fields = (params.get('fields') ?? '').split(',').filter(Boolean)
    for (const field of fields)
      if (!Object.hasOwn(filterSchema.shape, field))
        throw new Failure('bad-argument', `there is no field '${field}' to count`)
    const top = wholeNumber('top', params.get('top') ?? undefined, 20)
    params.delete('fields')
    params.delete('top')
    return desk.facets(paramsToQuery(list, params), fields as (keyof Filter)[], top)
  }
  const route = <P extends string>(path: P) => ({
    method: 'get' as const,
    path,
    summary: `How many ${list} have each value of a field, under a filter`,
    request: { query: facetParams },
  })
  for (const path of [`/api/facets/${list}`, `/api/facets/${list}.json`])
    app.openapi(
      createRoute({ ...route(path), responses: { 200: json(facetsAnswer, 'values and counts'), ...refusals } }),
      (c) => c.json(answer(c), 200),
    )
  app.openapi(createRoute({ ...route(`/api/facets/${list}.csv`), responses: { 200: csvAnswer, ...refusals } }), (c) =>
    csv(c, `${list}-counts`, facetsTable(answer(c))),
  )
}

/** A row a value; the field that it is of stands first. */
function facetsTable(facets: FacetCounts) {
  const rows = Object.entries(facets).flatMap(([field, values]) =>
    values.map(({ value, count, key = '' }) => [field, value, count, key]),
  )
  return { head: ['field', 'value', 'count', 'key'], rows }
}
