import { z } from '@hono/zod-openapi'
import { filterSchema, sorts } from '../rows/filter.ts'

/** What requests and answers hold, for the API's description. */

export const errorSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .openapi('Error', { description: 'What is wrong and what to do.' })

/** A row as `find` gives it; docs/formats.md says what each field means. */
export const rowSchema = z.looseObject({ list: z.string(), key: z.string() }).openapi('Row')

const hintSchema = z
  .object({
    field: z.string(),
    value: z.string(),
    near: z.array(z.object({ value: z.string(), count: z.int() })),
  })
  .openapi('Hint', { description: 'Of nothing found: a value that the desk has not, and values that are like it.' })

export const pageSchema = z
  .object({
    rows: z.array(rowSchema),
    next: z.string().optional(),
    hints: z.array(hintSchema).optional(),
    says: z.string(),
  })
  .openapi('Page', { description: 'Rows, the cursor of the next page where there is one, and the query in words.' })

const again = z.union([z.string(), z.array(z.string())]).optional()
type Again = typeof again
type Shape = { [field: string]: z.ZodType }

/** A parameter as the filter's schema has it: what is sent is text, which `paramsToQuery` checks against the same schema. */
function paramOf(schema: z.ZodType): Again {
  const { $schema, ...described } = z.toJSONSchema(schema)
  return again.openapi(described as object)
}

const paramsOf = (shape: unknown, before = '') =>
  Object.entries(shape as Shape)
    .filter(([field]) => field !== 'not')
    .map(([field, schema]) => [`${before}${field}`, paramOf(schema)])

/** The parameters of every list: the filter's fields, and for those that take several values the same after `not.`. */
export const filterParams: z.ZodObject<{ words: Again }> = z.object(
  Object.fromEntries([...paramsOf(filterSchema.shape), ...paramsOf(filterSchema.shape.not.unwrap().shape, 'not.')]) as {
    words: Again
  },
)

/** A whole number from 1 on, sent as text. */
export const numberParam = (description: string) =>
  z.string().optional().openapi({ type: 'integer', minimum: 1, description })

/** True or false, sent as text. */
export const trueParam = (description: string) =>
  z.enum(['true', 'false']).optional().openapi({ type: 'boolean', enum: undefined, description })

export const orderParams = {
  sort: z
    .enum(sorts)
    .optional()
    .openapi({ description: 'not every list has every order; the answer says which it has' }),
  descending: trueParam('from high to low'),
}

export const listParams = filterParams.extend({
  ...orderParams,
  after: z.string().optional().openapi({ description: 'the `next` of the page before' }),
  limit: numberParam('rows a page: 50 where it is left out, at most 1,000'),
})

/** What a download of rows takes. */
export const rowsParams = filterParams.extend({
  ...orderParams,
  limit: numberParam('most rows; all where it is left out'),
})

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export const csvAnswer = { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }

/** The refusals that every route may give. */
export const refusals = {
  400: json(errorSchema, 'something in the request is not as it should be'),
  401: json(errorSchema, 'the token is missing or wrong'),
  404: json(errorSchema, 'there is no such thing'),
  421: json(errorSchema, 'the server does not answer to this name'),
} as const

/** Those of a request with a body. */
export const bodyRefusals = {
  ...refusals,
  413: json(errorSchema, 'the body is too large'),
  415: json(errorSchema, 'the body is no JSON'),
  503: json(errorSchema, 'another program is writing, or too much is asked at once; ask again'),
} as const
