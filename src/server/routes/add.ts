import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { keepGiven } from '../../desk/keep-given.ts'
import { Failure } from '../../record/failure.ts'
import { isPublished } from '../../record/published.ts'
import type { Served } from '../app.ts'
import { bodyRefusals, json, rowSchemas } from '../schemas.ts'

const text = z.string().min(1)

const bodySchema = z
  .strictObject({
    text: text.optional().openapi({ description: 'plain text, or a page of HTML: told apart by its content' }),
    base64: text.optional().openapi({ description: "a file's bytes: any form that docs/intake.md lists" }),
    address: z
      .string()
      .regex(/^https?:\/\//i)
      .optional()
      .openapi({ description: 'where to take it from, on the public internet' }),
    name: text.max(200).optional().openapi({ description: 'what the file is called' }),
    published: z.string().refine(isPublished, 'an ISO 8601 date').optional(),
    title: text.max(1000).optional(),
    outlet: text.max(200).optional(),
    url: text.max(2000).optional(),
  })
  .openapi('GivenReport')

const answerSchema = z.object({
  reports: z.array(z.object({ report: rowSchemas.reports, known: z.boolean() })),
})

/** Takes reports into the desk, one request after the other. */
export function addRoutes(app: OpenAPIHono, { desk, read }: Served): void {
  let before: Promise<unknown> = Promise.resolve()
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/reports',
      summary: 'Takes a report into the desk as `onrecord add` does, and reads it: text, HTML, a file or an address',
      request: { body: { required: true, content: { 'application/json': { schema: bodySchema } } } },
      responses: {
        200: json(answerSchema, 'the reports that were found, each with whether the desk had it already'),
        ...bodyRefusals,
      },
    }),
    async (c) => {
      const { text, base64, address, ...said } = c.req.valid('json')
      if ([text, base64, address].filter((given) => given !== undefined).length !== 1)
        throw new Failure('bad-argument', 'give exactly one of text, base64 and address')
      const content = base64 === undefined ? text : new Uint8Array(Buffer.from(base64, 'base64'))
      const turn = before.then(() => keepGiven(desk, { content, address, ...said }, (report) => read(report)))
      before = turn.catch(() => undefined)
      return c.json({ reports: await turn }, 200)
    },
  )
}
