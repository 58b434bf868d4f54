import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { givenReport } from '../../intake/given.ts'
import type { Served } from '../app.ts'
import { bodyRefusals, json } from '../schemas.ts'

const reportSchema = z
  .looseObject({ id: z.string().min(1), text: z.string(), published: z.string().optional() })
  .openapi('ReportInput')

/** Reads a report that is not kept. */
export function readRoutes(app: OpenAPIHono, { read }: Served): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/read',
      summary: 'Reads a report and gives its record; nothing of it is kept',
      request: { body: { required: true, content: { 'application/json': { schema: reportSchema } } } },
      responses: { 200: json(z.looseObject({ schema: z.literal('onrecord/1') }), 'the record'), ...bodyRefusals },
    }),
    async (c) => {
      const record = await read(givenReport(c.req.valid('json')), c.req.raw.signal)
      const answer: Response = c.body(record, 200, { 'content-type': 'application/json' })
      // JSON that was written where it was read
      return answer as Response & TypedResponse<{ schema: 'onrecord/1' }, 200, 'json'>
    },
  )
}
