import { createRoute, type z } from '@hono/zod-openapi'
import { csvAnswer, refusals } from './schemas.ts'

/** The route that gives as CSV what another gives as JSON; `summary` is that one's. */
export const csvRoute = <P extends string, R extends { query?: z.ZodObject }>(path: P, summary: string, request: R) =>
  createRoute({
    method: 'get',
    path,
    summary: `${summary}, as CSV`,
    request,
    responses: { 200: csvAnswer, ...refusals },
  })
