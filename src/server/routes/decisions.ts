import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isPublished } from '../../record/published.ts'
import { entitySchema, placeSchema, timeSchema } from '../../record/schema.ts'
import type { Decision } from '../../rows/decision.ts'
import type { Served } from '../app.ts'
import { checkName } from '../check-name.ts'
import { csv } from '../csv.ts'
import { csvRoute } from '../csv-route.ts'
import { bodyRefusals, json, nameRefusal, refusals } from '../schemas.ts'

export const decisionSchema = z
  .strictObject({
    id: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .openapi({ description: 'chosen by the client: one sent twice counts once' }),
    key: z.string().min(3),
    verdict: z.enum(['right', 'wrong', 'mended', 'added', 'open']).openapi({
      description: '`added`: a row that the reader missed; `open` takes back what was decided before',
    }),
    by: z.string().min(1).max(200),
    at: z.string().refine((at) => isPublished(at.replace(/\.\d+/, '')), 'an ISO 8601 moment'),
    why: z.string().max(10_000).optional(),
    mend: z
      .record(z.string(), z.unknown())
      .optional()
      .openapi({ description: "fields of the record's row with their new values; of an added row all that it has" }),
    brings: z
      .strictObject({
        entities: z.array(entitySchema).optional(),
        times: z.array(timeSchema).optional(),
        places: z.array(placeSchema).optional(),
      })
      .optional()
      .openapi({ description: 'what `mend` names by id and the record does not have' }),
    undoes: z
      .string()
      .optional()
      .openapi({ description: 'with `open`: id of the one decision on the row that is taken back, and not all' }),
  })
  .openapi('Decision')

const query = z.object({ report: z.string().optional(), key: z.string().optional() })
const summary = 'Decisions, oldest first: of a report, of a row, or all'

/** What people say of rows. */
export function decisionRoutes(app: OpenAPIHono, { desk }: Served): void {
  for (const path of ['/api/decisions', '/api/decisions.json'])
    app.openapi(
      createRoute({
        method: 'get',
        path,
        summary,
        request: { query },
        responses: { 200: json(z.array(decisionSchema), 'decisions'), ...refusals },
      }),
      (c) => c.json(desk.decisions(c.req.valid('query')), 200),
    )
  app.openapi(csvRoute('/api/decisions.csv', summary, { query }), (c) =>
    csv(c, 'decisions', decisionsTable(desk.decisions(c.req.valid('query')))),
  )
  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/decisions',
      summary: 'Records decisions: all of them or none',
      request: {
        body: {
          required: true,
          content: { 'application/json': { schema: z.object({ decisions: z.array(decisionSchema).max(1000) }) } },
        },
      },
      responses: {
        200: json(z.object({ taken: z.int() }), 'how many were recorded'),
        ...bodyRefusals,
        403: nameRefusal,
      },
    }),
    (c) => {
      const { decisions } = c.req.valid('json')
      for (const { by } of decisions) checkName(c, by)
      desk.decide(decisions as Decision[])
      return c.json({ taken: decisions.length }, 200)
    },
  )
}

const COLUMNS = ['id', 'key', 'verdict', 'by', 'at', 'why', 'mend', 'brings', 'undoes'] as const

/** A row a decision; what was mended stands as JSON. */
function decisionsTable(decisions: readonly Decision[]) {
  const cell = (value: unknown) =>
    value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return { head: [...COLUMNS], rows: decisions.map((decision) => COLUMNS.map((column) => cell(decision[column]))) }
}
