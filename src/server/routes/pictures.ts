import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { paramsToQuery, wholeNumber } from '../../desk/address.ts'
import { pairKinds, pairsOf } from '../../desk/pairs.ts'
import { sayQuery } from '../../desk/say.ts'
import { seriesOf, units } from '../../desk/series.ts'
import type { Served } from '../app.ts'
import { filterParams, json, refusals } from '../schemas.ts'

/** What pictures are drawn from: counts over time, and who speaks of or acts on whom. */
export function pictureRoutes(app: OpenAPIHono, { desk }: Served): void {
  const own = {
    list: z.enum(['statements', 'events']),
    unit: z.enum(units).optional(),
    by: z.string().optional(),
    most: z.string().optional(),
  }
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/series',
      summary: 'Counts over time under a filter, told apart by a field',
      request: { query: filterParams.extend(own) },
      responses: {
        200: json(
          z.object({
            unit: z.enum(units),
            spans: z.array(z.string()),
            series: z.array(z.object({ value: z.string(), counts: z.array(z.int()) })),
            says: z.string(),
          }),
          'counts',
        ),
        ...refusals,
      },
    }),
    (c) => {
      const { list, unit = 'day', by, most } = c.req.valid('query')
      const query = paramsToQuery(list, without(c.req.url, Object.keys(own)))
      const series = seriesOf(desk, query, { unit, by, most: wholeNumber('most', most, 8) })
      return c.json({ ...series, says: sayQuery(query) }, 200)
    },
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/pairs',
      summary: 'Who acts on whom, or who speaks of whom, under a filter of events',
      request: { query: filterParams.extend({ pairs: z.enum(pairKinds).optional(), most: z.string().optional() }) },
      responses: {
        200: json(
          z.object({
            pairs: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
            says: z.string(),
          }),
          'pairs, most first',
        ),
        ...refusals,
      },
    }),
    (c) => {
      const { pairs = 'acts', most } = c.req.valid('query')
      const query = paramsToQuery('events', without(c.req.url, ['pairs', 'most']))
      return c.json(
        { pairs: pairsOf(desk, pairs, query.filter, wholeNumber('most', most, 500)), says: sayQuery(query) },
        200,
      )
    },
  )
}

function without(url: string, names: readonly string[]): URLSearchParams {
  const params = new URL(url).searchParams
  for (const name of names) params.delete(name)
  return params
}
