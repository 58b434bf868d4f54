import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { comparedReports, type DeskStory, openLaidStories } from '../../desk/laid-story.ts'
import { listStories, type StoryQuery, storySorts } from '../../desk/stories.ts'
import { quotationsTable, storiesTable, tellingsTable } from '../../export/story-tables.ts'
import { openStoryGrouping } from '../../open-stories.ts'
import { Failure } from '../../record/failure.ts'
import { bounded, paramsToQuery, wholeNumber } from '../../rows/address.ts'
import { briefOf } from '../../story/brief.ts'
import type { Stories } from '../../story/group/stories.ts'
import { laidStorySchema, storyBriefSchema, storyRowSchema } from '../../story/laid-schema.ts'
import type { Served } from '../app.ts'
import { csv } from '../csv.ts'
import { csvAnswer, filterParams, json, numberParam, refusals } from '../schemas.ts'

/** Most stories that a page of them holds. */
const MOST = 1000

const listParams = z.object({
  words: filterParams.shape.words,
  outlet: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .openapi({ description: 'one that published a report of it' }),
  since: z
    .string()
    .optional()
    .openapi({ format: 'date', description: 'a report of it was published on this day or later' }),
  until: z
    .string()
    .optional()
    .openapi({ format: 'date', description: 'a report of it was published on this day or before' }),
  sort: z
    .enum(storySorts)
    .optional()
    .openapi({ description: '`latest`: by the last publication, where it is left out; `size`; `first`' }),
  least: numberParam('reports of a story at least: 2 where it is left out'),
  report: z.string().optional().openapi({ description: "a report's id: its story" }),
  skip: z.string().optional().openapi({ type: 'integer', minimum: 0, description: 'stories that are passed over' }),
  limit: numberParam('stories a page: 50 where it is left out, at most 1,000'),
})
const one = { params: z.object({ id: z.string() }) }

/** @throws Failure `bad-argument` where a parameter is none of the list's */
function checkNames(c: Context, known: object): void {
  for (const name of new URL(c.req.url).searchParams.keys())
    if (!Object.hasOwn(known, name) && name !== 'token')
      throw new Failure('bad-argument', `there is no parameter '${name}'; there are ${Object.keys(known).join(', ')}`)
}

/** Stories: reports of the same happenings, laid side by side. */
export function storyRoutes(app: OpenAPIHono, { desk }: Served): void {
  let opened: Promise<Stories> | undefined
  const stories = () => (opened ??= openStoryGrouping())
  let laying: ((id: string) => DeskStory) | undefined
  const laid = async (id: string) => {
    laying ??= openLaidStories(desk, await stories())
    return laying(id)
  }
  const queryOf = ({ sort, least, report, skip, limit, ...filter }: z.infer<typeof listParams>): StoryQuery => ({
    sort,
    filter: filterOf(filter),
    report,
    least: wholeNumber('least', least, report === undefined ? 2 : 1),
    skip: skip === undefined || skip === '0' ? 0 : wholeNumber('skip', skip, 1),
    limit: bounded('limit', wholeNumber('limit', limit, 50), MOST),
  })
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/stories',
      summary: 'Stories of the desk: reports of the same happenings',
      request: { query: listParams },
      responses: {
        200: json(
          z.object({ rows: z.array(storyRowSchema.openapi('Story')), count: z.int() }),
          'stories, and how many there are',
        ),
        ...refusals,
      },
    }),
    (c) => {
      checkNames(c, listParams.shape)
      return c.json(listStories(desk, queryOf(c.req.valid('query'))), 200)
    },
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/stories.csv',
      summary: 'Stories of the desk, a row a story',
      request: { query: listParams },
      responses: { 200: csvAnswer, ...refusals },
    }),
    (c) => {
      checkNames(c, listParams.shape)
      const query = queryOf({ limit: String(MOST), ...c.req.valid('query') })
      return csv(c, 'stories', storiesTable(listStories(desk, query).rows))
    },
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/stories/{id}',
      summary: 'A story laid out: what each report says of every happening, origins, quotations, and how it changed',
      request: one,
      responses: {
        200: json(laidStorySchema, 'the story; the id of one that was merged leads to where it went'),
        ...refusals,
      },
    }),
    async (c) => c.json(await laid(c.req.valid('param').id), 200),
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/stories/{id}/brief',
      summary: 'A story in short: origins of its reports, in what they differ most, and how it changed',
      request: one,
      responses: { 200: json(storyBriefSchema, 'the story in short'), ...refusals },
    }),
    async (c) => c.json(briefOf(await laid(c.req.valid('param').id)), 200),
  )
  for (const [name, tableOf, summary] of [
    ['tellings', tellingsTable, "A story's happenings, a row for each report's telling"],
    ['quotations', quotationsTable, 'Quotations that several reports of a story have, a row a report'],
  ] as const)
    app.openapi(
      createRoute({
        method: 'get',
        path: `/api/stories/{id}/${name}.csv`,
        summary,
        request: one,
        responses: { 200: csvAnswer, ...refusals },
      }),
      async (c) => csv(c, name, tableOf(await laid(c.req.valid('param').id))),
    )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/compare',
      summary: 'Reports laid side by side, whatever their stories',
      request: {
        query: z.object({
          report: z
            .union([z.string(), z.array(z.string())])
            .openapi({ description: "reports' ids: the parameter again for each" }),
        }),
      },
      responses: { 200: json(laidStorySchema, 'the reports laid out as a story is'), ...refusals },
    }),
    async (c) => c.json(comparedReports(desk, await stories(), [c.req.valid('query').report].flat()), 200),
  )
}

/** The part of the parameters that reports of a story are looked for by. */
function filterOf(given: Record<string, string | string[] | undefined>): StoryQuery['filter'] {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(given))
    for (const one of [value ?? []].flat()) if (one !== '') params.append(name, one)
  return paramsToQuery('reports', params).filter
}
