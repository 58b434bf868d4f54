import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { deskSources } from '../../desk/check-sources.ts'
import { givenReport } from '../../intake/given.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import { checkRowSchema } from '../../story/check/row-schema.ts'
import { openSources } from '../../story/check/sources.ts'
import type { Served } from '../app.ts'
import { bodyRefusals, json } from '../schemas.ts'

/** Most sources that one request may bring; a desk has no such limit. */
const MOST = 50

const reportSchema = z.looseObject({
  id: z.string().min(1),
  text: z.string(),
  published: z.string().optional(),
})

const bodySchema = z.strictObject({
  draft: reportSchema,
  sources: z
    .array(reportSchema)
    .min(1)
    .max(MOST)
    .optional()
    .openapi({ description: "the reports to check against; the desk's where left out" }),
})

/** Checks a draft that is not kept. */
export function checkRoutes(app: OpenAPIHono, { desk, read, check }: Served): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/check',
      summary:
        'Checks the quotations of a draft against the desk, or against sources that come with it; nothing is kept',
      request: { body: { required: true, content: { 'application/json': { schema: bodySchema } } } },
      responses: {
        200: json(z.object({ rows: z.array(checkRowSchema) }), 'a row for each quotation'),
        ...bodyRefusals,
      },
    }),
    async (c) => {
      const { draft, sources } = c.req.valid('json')
      const recordOf = async (report: unknown) =>
        JSON.parse(await read(givenReport(report), c.req.raw.signal)) as NewsRecord
      const record = await recordOf(draft)
      const against = sources ? openSources(await Promise.all(sources.map(recordOf))) : deskSources(desk)
      return c.json({ rows: (await check())(record, against) }, 200)
    },
  )
}
