import { z } from '@hono/zod-openapi'
import { type CodeSet, meaningsOf } from '../codes/meanings.ts'
import { isPublished } from '../record/published.ts'
import { quotations, statuses } from '../record/schema.ts'
import { filterSchema, type List, sorts } from '../rows/filter.ts'

/** What requests and answers hold, for the API's description. */

export const errorSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .openapi('Error', { description: 'What is wrong and what to do.' })

const codes = (set: CodeSet) => [...new Set(meaningsOf(set).map(({ code }) => code))]
/** A code of the codebook; a codebook of one's own may have more. */
const code = (set: CodeSet) => z.string().openapi({ enum: codes(set) })
const text = z.string().optional()
/** When somebody said something. */
export const moment = z.string().refine((at) => isPublished(at.replace(/\.\d+/, '')), 'an ISO 8601 moment')

const spanOf = z.object({ start: z.int(), end: z.int() }).openapi('Span', {
  description: 'UTF-16 code units of the text, end exclusive.',
})
const namedSchema = z
  .looseObject({
    id: text,
    name: z.string(),
    kind: code('kind').optional(),
    country: text,
    sectors: z.array(code('sector')).optional(),
    link: text,
    role: text,
    text,
    span: spanOf.optional(),
  })
  .openapi('Named', { description: 'An entity as a row names it.' })
const whenSchema = z
  .looseObject({ value: z.string(), from: text, to: text, text })
  .openapi('When', { description: 'A time: its TIMEX3 value, first moment and first moment after it, and its words.' })
const whereSchema = z
  .looseObject({ name: z.string(), country: text, lat: z.number().optional(), lon: z.number().optional(), level: text })
  .openapi('Where')
const decidedSchema = z
  .looseObject({ verdict: z.enum(['right', 'wrong', 'mended', 'added']), by: z.string(), at: z.string(), why: text })
  .openapi('Decided')
const addedSchema = z.looseObject({ by: z.string(), at: z.string() }).openapi('Added')

const fromReport = {
  key: z.string(),
  report: z.string(),
  published: text,
  outlet: text,
  title: text,
  url: text,
  id: z.string(),
  sentence: text,
  when: whenSchema.optional(),
  whenBasis: code('basis').optional(),
  where: whereSchema.optional(),
  confidence: z.number(),
  confidenceRead: z.number().optional(),
  decided: decidedSchema.optional(),
  added: addedSchema.optional(),
}
const count = z.int().optional()

/** Rows as `find` gives them; docs/formats.md says what each field means. */
export const rowSchemas = {
  statements: z
    .looseObject({
      list: z.literal('statements'),
      ...fromReport,
      speaker: namedSchema.optional(),
      source: text,
      cue: text,
      content: z.string(),
      quotation: z.enum(quotations),
      quoted: text,
      act: code('act'),
      negated: z.boolean(),
      to: z.array(namedSchema),
      occasion: text,
      within: text,
      spans: z.looseObject({ content: z.array(spanOf) }),
    })
    .openapi('Statement'),
  events: z
    .looseObject({
      list: z.literal('events'),
      ...fromReport,
      type: code('type'),
      mode: code('mode').optional(),
      contexts: z.array(code('context')),
      trigger: z.string(),
      also: text,
      actors: z.array(namedSchema),
      recipients: z.array(namedSchema),
      killed: count,
      injured: count,
      arrested: count,
      size: count,
      status: z.enum(statuses),
      word: z.array(z.looseObject({ statement: z.string(), speaker: namedSchema.optional(), act: code('act') })),
      why: z.string(),
      spans: z.looseObject({ trigger: spanOf }),
    })
    .openapi('Event'),
  reports: z
    .looseObject({
      list: z.literal('reports'),
      key: z.string(),
      id: z.string(),
      published: text,
      outlet: text,
      title: text,
      url: text,
      byline: text,
      language: z.string(),
      words: z.int(),
      statements: z.int(),
      events: z.int(),
      copyOf: text,
      corrects: text,
      correctedBy: text,
      added: z.string(),
      from: z.string(),
      state: z.enum(['read', 'kept', 'failed']),
    })
    .openapi('Report'),
  entities: z
    .looseObject({
      list: z.literal('entities'),
      key: z.string(),
      also: z.array(z.string()).optional(),
      name: z.string(),
      kind: code('kind'),
      country: text,
      sectors: z.array(code('sector')),
      link: text,
      reports: z.int(),
      mentions: z.int(),
      statements: z.int(),
      acts: z.int(),
      receives: z.int(),
    })
    .openapi('Entity'),
}

const hintSchema = z
  .object({
    field: z.string(),
    value: z.string(),
    near: z.array(z.object({ value: z.string(), count: z.int() })),
  })
  .openapi('Hint', { description: 'Of nothing found: a value that the desk has not, and values that are like it.' })

const bearerSchema = z
  .object({
    key: z.string().openapi({ description: 'stands for this one alone where a filter takes a name' }),
    name: z.string(),
    kind: z.string(),
    countries: z.array(z.string()),
    sectors: z.array(z.string()),
    titles: z.array(z.string()).openapi({ description: 'in the words of reports' }),
    beside: z.array(z.string()).openapi({ description: 'names that stand in the same reports' }),
    reports: z.int(),
    statements: z.int(),
    acts: z.int(),
    receives: z.int(),
    report: text,
  })
  .openapi('Bearer', { description: 'One of those who share a name.' })
const namesakesSchema = z
  .object({ field: z.string(), name: z.string(), bearers: z.array(bearerSchema) })
  .openapi('Namesakes', { description: 'A name of the filter that several share: rows of all of them are given.' })

const NAMES = { statements: 'Statements', events: 'Events', reports: 'Reports', entities: 'Entities' } as const

/** A page of a list: rows, the cursor of the next page where there is one, and the query in words. */
export const pageSchema = <L extends List>(list: L) =>
  z
    .object({
      rows: z.array(rowSchemas[list]),
      next: z.string().optional(),
      hints: z.array(hintSchema).optional(),
      namesakes: z.array(namesakesSchema).optional(),
      says: z.string(),
    })
    .openapi(NAMES[list], {
      description: 'Rows, the cursor of the next page where there is one, and the query in words.',
    })

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

export const jsonlAnswer = { description: 'an object a line', content: { 'application/jsonl': { schema: z.string() } } }
export const csvAnswer = { description: 'CSV', content: { 'text/csv': { schema: z.string() } } }

/** The refusals that every route may give. */
export const refusals = {
  400: json(errorSchema, 'something in the request is not as it should be'),
  401: json(errorSchema, 'the token is missing or wrong'),
  404: json(errorSchema, 'there is no such thing'),
  421: json(errorSchema, 'the server does not answer to this name'),
} as const

/** Where somebody would decide under the name of another. */
export const nameRefusal = json(errorSchema, "the token is another person's, or a page of another server asks")

/** Those of a request with a body. */
export const bodyRefusals = {
  ...refusals,
  413: json(errorSchema, 'the body is too large'),
  415: json(errorSchema, 'the body is no JSON'),
  503: json(errorSchema, 'another program is writing, or too much is asked at once; ask again'),
} as const
