import { Readable } from 'node:stream'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, TypedResponse } from 'hono'
import { exportDesk, exportFormatOf, type Wanted } from '../../export/export-desk.ts'
import type { Exported } from '../../export/format.ts'
import { type FormatName, formats } from '../../export/formats.ts'
import { listOfTable, tableNames } from '../../export/tables.ts'
import { Failure } from '../../record/failure.ts'
import { paramsToQuery } from '../../rows/address.ts'
import { type List, lists, type Query } from '../../rows/filter.ts'
import type { Served } from '../app.ts'
import { csvAnswer, refusals, rowsParams } from '../schemas.ts'

const jsonlAnswer = { description: 'an object a line', content: { 'application/jsonl': { schema: z.string() } } }

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
        throw new Failure('bad-argument', `${format} goes report by report and takes no limit`)
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
  throw new Failure('bad-argument', 'a download begins with the first row and takes no after')
}

/** A text that is sent as it is made; to the types of routes, `application/jsonl` is JSON. */
type Sent = Response & TypedResponse<string, 200, 'json'>

async function download(c: Context, { desk, reader }: Served, wanted: Wanted): Promise<Sent> {
  const { list } = wanted
  const format = exportFormatOf(list, wanted.format)
  const tools = format.takes === 'trees' ? { parse: (await reader()).parse } : undefined
  const pieces = begun(gathered(exportDesk(desk, wanted, tools)))
  c.header('content-type', format.takes === 'folder' ? 'application/x-tar' : format.mediaType)
  c.header(
    'content-disposition',
    `attachment; filename="${list}.${format.takes === 'folder' ? 'tar' : format.extension}"`,
  )
  const sent: Response = c.body(Readable.toWeb(Readable.from(pieces)) as ReadableStream, 200)
  return sent as Sent
}

/** The same, with its first piece made at once: what is wrong with a request is known before an answer begins. */
function begun<T>(pieces: Iterator<T>): Iterable<T> {
  const first = pieces.next()
  return (function* () {
    try {
      for (let piece = first; !piece.done; piece = pieces.next()) yield piece.value
    } finally {
      // whoever made them is told that nobody wants more
      pieces.return?.()
    }
  })()
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
