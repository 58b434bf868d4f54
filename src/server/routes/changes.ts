import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { followed, rowChanges } from '../../export/changes.ts'
import type { Served } from '../app.ts'
import { jsonlAnswer, refusals } from '../schemas.ts'
import { sent } from '../sent.ts'

/** What came, changed and went in the desk, for whoever keeps a copy. */
export function changeRoutes(app: OpenAPIHono, { desk }: Served): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/changes',
      summary:
        "Rows that are added, changed and gone since a time or an earlier answer's next; the last line has the next one",
      request: {
        query: z.object({
          since: z.string().optional().openapi({ description: "'next' of an earlier answer, or a moment, ISO 8601" }),
          list: z.enum(followed).optional().openapi({ description: 'whose changes; of all where left out' }),
        }),
      },
      responses: { 200: jsonlAnswer, ...refusals },
    }),
    (c) => {
      const { since, list } = c.req.valid('query')
      return sent(c, linesOf(rowChanges(desk, since, list && [list])), 'application/jsonl')
    },
  )
}

function* linesOf(values: Iterable<object>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`
}
