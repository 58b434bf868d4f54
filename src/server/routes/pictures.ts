import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { namedQuery } from '../../desk/namesakes.ts'
import { pairKinds, pairList, pairsOf } from '../../desk/pairs.ts'
import { placesOf } from '../../desk/places.ts'
import { seriesOf, seriesUnits } from '../../desk/series.ts'
import { pairsTable, placesTable, seriesTable } from '../../export/picture-tables.ts'
import { paramsToQuery, wholeNumber } from '../../rows/address.ts'
import type { List, Query } from '../../rows/filter.ts'
import { sayQuery } from '../../rows/say.ts'
import type { Served } from '../app.ts'
import { csv } from '../csv.ts'
import { csvRoute } from '../csv-route.ts'
import { filterParams, json, numberParam, refusals, trueParam } from '../schemas.ts'

const seriesParams = {
  list: z.enum(['statements', 'events']),
  unit: z.enum(seriesUnits).optional(),
  by: z.string().optional(),
  top: numberParam('how many values are shown at most; the rest is counted as other'),
}
const pairsParams = {
  pairs: z.enum(pairKinds).optional(),
  top: numberParam('how many values are shown at most; the rest is counted as other'),
}
const placesParams = {
  by: z.string().optional(),
  top: numberParam('how many values are shown at most; the rest is counted as other'),
}
const share = trueParam('shares of each span instead of counts')

const counted = z.array(z.object({ value: z.string(), count: z.int() }))
const seriesAnswer = z.object({
  unit: z.enum(seriesUnits),
  spans: z.array(z.string()),
  series: z.array(z.object({ value: z.string(), counts: z.array(z.int()) })),
  coarse: z.array(z.object({ from: z.string(), to: z.string(), counts: z.array(z.int()) })),
  undated: z.int(),
  byReport: z.int(),
  says: z.string(),
})
const pairsAnswer = z.object({
  all: z.int(),
  pairs: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
  says: z.string(),
})
const placesAnswer = z.object({
  values: z.array(z.string()),
  places: z.array(
    z.object({
      name: z.string(),
      country: z.string().optional(),
      lat: z.number().optional(),
      lon: z.number().optional(),
      position: z.enum(['place', 'country']).optional(),
      count: z.int(),
      parts: z.array(z.int()),
      words: counted,
    }),
  ),
  events: z.int(),
  nowhere: z.int(),
  says: z.string(),
})

/** What pictures are drawn from, and the same figures as CSV: counts over time, who speaks of or acts on whom, and events by place. */
export function pictureRoutes(app: OpenAPIHono, served: Served): void {
  seriesRoutes(app, served)
  pairsRoutes(app, served)
  placesRoutes(app, served)
}

function seriesRoutes(app: OpenAPIHono, { desk }: Served): void {
  const answer = (c: Context, { list, unit = 'day', by, top }: z.infer<z.ZodObject<typeof seriesParams>>) => {
    const query = queryOf(c, list, seriesParams)
    return {
      ...seriesOf(desk, query, { unit, by, most: wholeNumber('top', top, 8) }),
      says: sayQuery(namedQuery(desk, query)),
    }
  }
  const summary = 'Counts over time under a filter, split by a field'
  const request = { query: filterParams.extend(seriesParams) }
  for (const path of ['/api/series', '/api/series.json'])
    app.openapi(described(path, summary, request, seriesAnswer), (c) => c.json(answer(c, c.req.valid('query')), 200))
  app.openapi(csvRoute('/api/series.csv', summary, { query: request.query.extend({ share }) }), (c) => {
    const asked = c.req.valid('query')
    return csv(c, `${asked.list}-over-time`, seriesTable(answer(c, asked), asked.share === 'true'))
  })
}

function pairsRoutes(app: OpenAPIHono, { desk }: Served): void {
  const answer = (c: Context, { pairs = 'acts', top }: z.infer<z.ZodObject<typeof pairsParams>>) => {
    const query = queryOf(c, pairList(pairs), pairsParams)
    return {
      ...pairsOf(desk, pairs, query.filter, wholeNumber('top', top, 500)),
      says: sayQuery(namedQuery(desk, query)),
    }
  }
  const summary =
    'Who acts on whom, under a filter of events; who speaks of whom or who tells whom, under a filter of statements'
  const request = { query: filterParams.extend(pairsParams) }
  for (const path of ['/api/pairs', '/api/pairs.json'])
    app.openapi(described(path, summary, request, pairsAnswer), (c) => c.json(answer(c, c.req.valid('query')), 200))
  app.openapi(csvRoute('/api/pairs.csv', summary, request), (c) =>
    csv(c, 'pairs', pairsTable(answer(c, c.req.valid('query')).pairs)),
  )
}

function placesRoutes(app: OpenAPIHono, { desk }: Served): void {
  const answer = (c: Context, { by, top }: z.infer<z.ZodObject<typeof placesParams>>) => {
    const query = queryOf(c, 'events', placesParams)
    return {
      ...placesOf(desk, query.filter, { by, most: wholeNumber('top', top, 8) }),
      says: sayQuery(namedQuery(desk, query)),
    }
  }
  const summary = 'Events by place under a filter, split by a field; those without a place are counted'
  const request = { query: filterParams.extend(placesParams) }
  for (const path of ['/api/places', '/api/places.json'])
    app.openapi(described(path, summary, request, placesAnswer), (c) => c.json(answer(c, c.req.valid('query')), 200))
  app.openapi(csvRoute('/api/places.csv', summary, request), (c) =>
    csv(c, 'places', placesTable(answer(c, c.req.valid('query')))),
  )
}

const described = <P extends string, R extends { query: z.ZodObject }, A extends z.ZodType>(
  path: P,
  summary: string,
  request: R,
  answer: A,
) =>
  createRoute({ method: 'get', path, summary, request, responses: { 200: json(answer, 'the figures'), ...refusals } })

/** The filter that an address holds besides a picture's own parameters. */
function queryOf<L extends List>(c: Context, list: L, own: { [name: string]: unknown }): Query & { list: L } {
  const { searchParams } = new URL(c.req.url)
  for (const name of [...Object.keys(own), 'share']) searchParams.delete(name)
  return paramsToQuery(list, searchParams)
}
