import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { exportDesk, exportFormatOf, type Wanted } from '../../export/export-desk.ts'
import type { Exported } from '../../export/format.ts'
import { type FormatName, formats } from '../../export/formats.ts'
import { listOfTable, tableNames } from '../../export/tables.ts'
import { Failure } from '../../record/failure.ts'
import { paramsToQuery } from '../../rows/address.ts'
import { type List, lists, type Query } from '../../rows/filter.ts'
import type { Served } from '../app.ts'
import { csvAnswer, jsonlAnswer, refusals, rowsParams } from '../schemas.ts'
import { type Sent, sent } from '../sent.ts'

/** Downloads of everything that a filter finds, in every format that exports have; made as they are sent. */
export function exportRoutes(app: OpenAPIHono, served: Served): void {
  for (const list of lists) {
    const rows = (c: Context, format: FormatName) =>
      download(c, served, { ...queryOf(c, list), list, format, everything: true })
    app.openapi(rowsRoute(list, 'csv', csvAnswer), (c) => rows(c, 'csv'))
    app.openapi(rowsRoute(list, 'jsonl', jsonlAnswer), (c) => rows(c, 'jsonl'))
  }
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/export/{format}/{list}',
      summary: 'Everything under a filter in a format of docs/formats.md, without what people decided is wrong',
      request: {
        params: z.object({
          format: z.string().openapi({ enum: Object.keys(formats) }),
          list: z.string().openapi({ enum: [...tableNames, 'records'] }),
        }),
        query: rowsParams,
      },
      responses: { 200: { description: 'the file' }, ...refusals },
    }),
    (c) => {
      const { format, list } = c.req.valid('param')
      const { takes } = exportFormatOf(list, format)
      const query = queryOf(c, listOfTable(list))
      if (takes !== 'rows' && !(takes === 'tables' && list !== 'records') && query.limit !== undefined)
        throw new Failure('bad-argument', `${format} is written report by report and takes no limit`)
      return download(c, served, { ...query, list: list as Exported, format: format as FormatName })
    },
  )
}

const rowsRoute = <A extends { description: string }>(list: List, format: FormatName, answer: A) =>
  createRoute({
    method: 'get',
    path: `/api/${list}.${format}`,
    summary: `All ${list} that the list has under a filter, in its order, as ${answer.description}`,
    request: { query: rowsParams },
    responses: { 200: answer, ...refusals },
  })

function queryOf(c: Context, list: List): Omit<Query, 'list' | 'after'> {
  const { after, ...query } = paramsToQuery(list, new URL(c.req.url).searchParams)
  if (after === undefined) return query
  throw new Failure('bad-argument', 'a download always begins with the first row; leave after out')
}

async function download(c: Context, { desk, reader }: Served, wanted: Wanted): Promise<Sent> {
  const { list } = wanted
  const format = exportFormatOf(list, wanted.format)
  const tools = format.takes === 'trees' ? { parse: (await reader()).parse } : undefined
  const isTar = format.takes === 'folder'
  c.header('content-disposition', `attachment; filename="${list}.${isTar ? 'tar' : format.extension}"`)
  return sent(c, exportDesk(desk, wanted, tools), isTar ? 'application/x-tar' : format.mediaType)
}
