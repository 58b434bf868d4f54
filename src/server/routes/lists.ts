import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { AddressError, paramsToQuery, wholeNumber } from '../../desk/address.ts'
import { type Filter, filterSchema, lists } from '../../desk/filter.ts'
import { sayQuery } from '../../desk/say.ts'
import type { Served } from '../app.ts'
import { filterParams, json, listParams, pageSchema, refusals } from '../schemas.ts'

/** Most rows that a page of a list holds; downloads have no limit. */
const MOST = 1000

/** Lists, counts and facets. */
export function listRoutes(app: OpenAPIHono, { desk }: Served): void {
  for (const list of lists) {
    const route = (path: string) =>
      createRoute({
        method: 'get',
        path,
        summary: `A page of ${list}`,
        request: { query: listParams },
        responses: { 200: json(pageSchema, 'a page of rows'), ...refusals },
      })
    for (const path of [`/api/${list}`, `/api/${list}.json`])
      app.openapi(route(path), (c) => {
        const query = paramsToQuery(list, new URL(c.req.url).searchParams)
        const page = desk.find({ ...query, limit: Math.min(query.limit ?? 50, MOST) })
        return c.json({ ...page, says: sayQuery(query) } as never, 200)
      })
    app.openapi(
      createRoute({
        method: 'get',
        path: `/api/count/${list}`,
        summary: `How many ${list} there are under a filter`,
        request: { query: filterParams },
        responses: { 200: json(z.object({ count: z.int(), says: z.string() }), 'the number of rows'), ...refusals },
      }),
      (c) => {
        const query = paramsToQuery(list, new URL(c.req.url).searchParams)
        return c.json({ count: desk.count(query), says: sayQuery(query) }, 200)
      },
    )
    app.openapi(
      createRoute({
        method: 'get',
        path: `/api/facets/${list}`,
        summary: `How many ${list} have each value of a field, under a filter`,
        request: { query: filterParams.extend({ fields: z.string(), most: z.string().optional() }) },
        responses: {
          200: json(
            z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int() }))),
            'values and counts',
          ),
          ...refusals,
        },
      }),
      (c) => {
        const params = new URL(c.req.url).searchParams
        const fields = (params.get('fields') ?? '').split(',').filter(Boolean)
        for (const field of fields)
          if (!Object.hasOwn(filterSchema.shape, field)) throw new AddressError(`there is no field '${field}' to count`)
        const most = wholeNumber('most', params.get('most') ?? undefined, 20)
        params.delete('fields')
        params.delete('most')
        const query = paramsToQuery(list, params)
        return c.json(desk.facets(query, fields as (keyof Filter)[], most), 200)
      },
    )
  }
}
