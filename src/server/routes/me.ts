import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { json, refusals } from '../schemas.ts'

/** Who asks, as their token says. */
export function meRoutes(app: OpenAPIHono): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/me',
      summary: 'Under which name whoever asks decides, where their token says so',
      responses: { 200: json(z.object({ name: z.string().optional() }), 'the name'), ...refusals },
    }),
    (c) => {
      const name = c.get('person')
      return c.json(name === undefined ? {} : { name }, 200)
    },
  )
}
