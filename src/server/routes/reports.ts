import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { statusOf } from '../../desk/status.ts'
import { Failure } from '../../record/failure.ts'
import type { Served } from '../app.ts'
import { json, refusals, rowSchemas } from '../schemas.ts'

const id = { params: z.object({ id: z.string() }) }

/** What is known of a report, its record, and what the desk holds. */
export function reportRoutes(app: OpenAPIHono, { desk }: Served): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports/{id}',
      summary: 'What is known of a report',
      request: id,
      responses: { 200: json(rowSchemas.reports, 'the report, without its text'), ...refusals },
    }),
    (c) => {
      const { id } = c.req.valid('param')
      const [row] = desk.find({ list: 'reports', filter: { id: [id], copies: true }, limit: 1 }).rows
      if (!row) throw new Failure('report-missing', `the desk holds no report '${id}'`)
      return c.json(row, 200)
    },
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports/{id}/record',
      summary: "A report's record, as the machine made it; docs/record.schema.json is its schema",
      request: id,
      responses: { 200: json(z.looseObject({ schema: z.literal('onrecord/1') }), 'the record'), ...refusals },
    }),
    (c) => {
      const { id } = c.req.valid('param')
      const record = desk.record(id)
      if (!record) throw missing(id)
      return c.json(record, 200)
    },
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports/{id}/text',
      summary: "A report's text, which the offsets of its record count in",
      request: id,
      responses: { 200: { description: 'the text', content: { 'text/plain': { schema: z.string() } } }, ...refusals },
    }),
    (c) => {
      const { id } = c.req.valid('param')
      const text = desk.db.prepare<[string], string>('SELECT text FROM reports WHERE id = ?').pluck().get(id)
      if (text === undefined) throw new Failure('report-missing', `the desk holds no report '${id}'`)
      return c.text(text, 200, { 'content-type': 'text/plain; charset=utf-8' })
    },
  )
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/status',
      summary: 'What the desk holds, how it was read, what failed and why',
      responses: { 200: json(z.looseObject({}), 'the status'), ...refusals },
    }),
    (c) => c.json(statusOf(desk), 200),
  )
}

function missing(id: string): Failure {
  return new Failure('report-missing', `the desk holds no report '${id}' that was read`)
}
