import { z } from '@hono/zod-openapi'
import { filterSchema, sorts } from '../desk/filter.ts'

/** What requests and answers hold, for the API's description. */

export const errorSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .openapi('Error', { description: 'What is wrong and what to do.' })

/** A row as `find` gives it; docs/formats.md says what each field means. */
export const rowSchema = z.looseObject({ list: z.string(), key: z.string() }).openapi('Row')

export const pageSchema = z
  .object({ rows: z.array(rowSchema), next: z.string().optional(), says: z.string() })
  .openapi('Page', { description: 'Rows, the cursor of the next page where there is one, and the query in words.' })

const again = z.union([z.string(), z.array(z.string())]).optional()
type Again = typeof again
type Shape = { [field: string]: z.ZodType }

/** The parameters of every list: the filter's fields, and for those that take several values the same after `not.`. */
export const filterParams: z.ZodObject<{ words: Again }> = z.object(
  Object.fromEntries([
    ...Object.keys(filterSchema.shape as unknown as Shape)
      .filter((field) => field !== 'not')
      .map((field) => [field, again]),
    ...Object.keys(filterSchema.shape.not.unwrap().shape as unknown as Shape).map((field) => [`not.${field}`, again]),
  ]) as { words: Again },
)

export const listParams = filterParams.extend({
  sort: z.enum(sorts).optional(),
  descending: z.enum(['true', 'false']).optional(),
  after: z.string().optional(),
  limit: z.string().optional(),
})

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The refusals that every route may give. */
export const refusals = {
  400: json(errorSchema, 'something in the request is not as it should be'),
  404: json(errorSchema, 'there is no such thing'),
} as const
