import { Readable } from 'node:stream'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { paramsToQuery } from '../../desk/address.ts'
import { type List, lists } from '../../desk/filter.ts'
import { exportDesk, formatOf } from '../../export/exportDesk.ts'
import type { Exported } from '../../export/format.ts'
import type { FormatName } from '../../export/index.ts'
import type { Served } from '../app.ts'
import { filterParams, refusals } from '../schemas.ts'

/** Downloads of everything that a filter finds, in every format that exports have; made as they are sent. */
export function exportRoutes(app: OpenAPIHono, served: Served): void {
  for (const list of lists)
    app.openapi(
      createRoute({
        method: 'get',
        path: `/api/${list}.csv`,
        summary: `All ${list} under a filter, as CSV`,
        request: { query: filterParams },
        responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }, ...refusals },
      }),
      (c) => download(c, served, list, 'csv') as never,
    )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/export/{format}/{list}',
      summary: 'Everything under a filter in a format of docs/formats.md',
      request: { params: z.object({ format: z.string(), list: z.string() }), query: filterParams },
      responses: { 200: { description: 'the file' }, ...refusals },
    }),
    (c) => {
      const { format, list } = c.req.valid('param')
      return download(c, served, list as Exported, format) as never
    },
  )
}

async function download(c: Context, { desk, reader }: Served, list: Exported, name: string): Promise<Response> {
  const format = formatOf(list, name)
  const listed = (lists as readonly string[]).includes(list) ? (list as List) : 'reports'
  const { filter } = paramsToQuery(listed, new URL(c.req.url).searchParams)
  const tools = format.takes === 'trees' ? { parse: (await reader()).parse } : undefined
  const pieces = exportDesk(desk, { list, format: name as FormatName, filter }, tools)
  c.header('content-type', format.takes === 'folder' ? 'application/x-tar' : format.mediaType)
  c.header(
    'content-disposition',
    `attachment; filename="${list}.${format.takes === 'folder' ? 'tar' : format.extension}"`,
  )
  return c.body(Readable.toWeb(Readable.from(gathered(pieces))) as ReadableStream)
}

/** Pieces of a good size: a row by itself is too small to send. */
function* gathered(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const utf8 = new TextEncoder()
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      if (text.length < 1 << 16) continue
    }
    if (text !== '') yield utf8.encode(text)
    text = ''
    if (typeof piece !== 'string') yield piece
  }
  if (text !== '') yield utf8.encode(text)
}
