import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { originalOf } from '../../desk/original.ts'
import type { Served } from '../app.ts'
import { refusals } from '../schemas.ts'

/** The bytes that a report was taken from. Anybody may have written them: they are a file to keep, and never a page that a browser opens here. */
export function originalRoutes(app: OpenAPIHono, { desk }: Served): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports/{id}/original',
      summary: 'The bytes that a report was taken from, as a file; headers say their SHA-256, from where and when',
      request: { params: z.object({ id: z.string() }) },
      responses: {
        200: {
          description: 'the bytes',
          content: { 'application/octet-stream': { schema: z.string() } },
          headers: z.object({
            'x-onrecord-sha256': z.string(),
            'x-onrecord-taken-at': z.string(),
            'x-onrecord-from': z.string(),
          }),
        },
        ...refusals,
      },
    }),
    (c) => {
      const { bytes, name, sha256, at, from, member } = originalOf(desk.db, c.req.valid('param').id)
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'x-onrecord-sha256': sha256,
        'x-onrecord-taken-at': at,
        'x-onrecord-from': encodeURI([from, member].filter(Boolean).join(', ')),
      })
    },
  )
}
