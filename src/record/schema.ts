import { z } from 'zod'
import { eventFields, type Field, statementFields } from './fields.ts'
import { isPublished } from './published.ts'
import { statuses } from './statuses.ts'

export { statuses }

/**
 * The record's schema, written once: the types in `types.ts`, the JSON Schema in `docs/record.schema.json` and every
 * check of a record's shape come from here; what the fields of statements and events mean stands in `fields.ts`. Offsets are UTF-16 code
 * units into `report.text`; `end` is exclusive. Fields that are not here are passed over when a record is parsed: a newer version may have
 * added them.
 */

/** A shape with the meanings of its fields. */
function described<S extends z.core.$ZodLooseShape>(fields: { readonly [name in keyof S]: Field }, shape: S): S {
  const entries = Object.entries(shape as { [name: string]: z.ZodType })
  return Object.fromEntries(
    entries.map(([name, schema]) => [name, schema.describe(fields[name as keyof S].meaning)]),
  ) as S
}

const offset = z.int().min(0)
const id = z.string().min(1)
/** How sure the reader is, 0 to 1. */
const confidence = z.number().min(0).max(1)

export const spanSchema = z.object({
  start: offset.describe('First UTF-16 code unit of the span in report.text.'),
  end: offset.describe('The UTF-16 code unit after the last; always greater than start.'),
})

export const datelineSchema = z.object({
  ...spanSchema.shape,
  place: spanSchema.optional().describe('The first town that it names.'),
  agency: z.string().optional().describe('The agency, or the outlet, that signs it.'),
  day: z.string().optional().describe("Its day, TIMEX3; X stands for what could not be told ('XXXX-03-14')."),
})

export const reportSchema = z.object({
  id,
  text: z.string().describe('The whole text as given; every span points into it.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the text as UTF-8, in hexadecimal.'),
  published: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/)
    .refine(isPublished, 'no such day or time')
    .optional()
    .describe('ISO 8601 date, or date and time, of publication.'),
  title: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  byline: z.string().optional(),
  dateline: datelineSchema
    .optional()
    .describe("What the report opens with before its first sentence: 'ALMETH, March 14 (AFP) — '."),
  language: z.string().describe("BCP 47 tag of the text's language; 'und' where it could not be told."),
})

export const entityKinds = ['person', 'organization', 'group', 'place', 'facility', 'other'] as const
export const mentionForms = ['name', 'nominal', 'pronoun'] as const
export const codeBases = ['registry', 'title', 'nationality', 'context'] as const

export const mentionSchema = z.object({ ...spanSchema.shape, form: z.enum(mentionForms) })

export const codeSchema = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe("PLOVER country: ISO 3166 alpha-3, or one of PLOVER's extras."),
  sectors: z.array(z.string().regex(/^[A-Z]{3}$/)).describe('PLOVER sectors, most specific first.'),
  basis: z.enum(codeBases).describe('What the code rests on.'),
})

export const entitySchema = z.object({
  id,
  kind: z.enum(entityKinds),
  name: z.string().min(1).describe('The fullest name that the report gives, or the fullest nominal.'),
  mentions: z.array(mentionSchema).min(1),
  titles: z.array(spanSchema),
  code: codeSchema.optional(),
  link: z.string().optional(),
})

export const timeTypes = ['DATE', 'TIME', 'DURATION', 'SET'] as const
export const timeMods = [
  'START',
  'MID',
  'END',
  'APPROX',
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
  'LESS_THAN',
  'MORE_THAN',
  'EQUAL_OR_LESS',
  'EQUAL_OR_MORE',
] as const

/** Calendars whose rules give days: those of Easter, of the East and the West, are of the churches'. */
export const timeCalendars = ['easter', 'hebrew', 'islamic', 'orthodox', 'persian'] as const

export const timeSchema = z.object({
  ...spanSchema.shape,
  id,
  type: z.enum(timeTypes),
  value: z.string().describe("TIMEX3 value; X stands for what could not be resolved ('XXXX-07')."),
  mod: z.enum(timeMods).optional(),
  from: z.string().optional().describe('First moment that the value covers, ISO 8601.'),
  to: z.string().optional().describe('First moment after it, ISO 8601 (half-open).'),
  anchor: z
    .string()
    .optional()
    .describe("What a relative value was resolved against: 'published', or another time's id."),
  said: z
    .string()
    .optional()
    .describe("What the words alone say, where that is less than the value: 'XXXX-WXX-3' for 'on Wednesday'."),
  calendar: z
    .enum(timeCalendars)
    .optional()
    .describe(
      "The calendar whose rule gave the day ('Easter', '12 Farvardin 1403'); watching the moon may differ by one.",
    ),
})

export const whenBases = ['own-clause', 'main-clause', 'sentence-before', 'published'] as const

export const placeLevels = ['town', 'division', 'country', 'region'] as const
export const placeBases = ['named', 'nearby', 'largest', 'dateline'] as const

export const placeSchema = z.object({
  ...spanSchema.shape,
  id,
  entity: id.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  level: z
    .enum(placeLevels)
    .optional()
    .describe(
      "What it is: a town, a state, province or county ('division'), a country, or a sea, peninsula or part of the world ('region').",
    ),
  basis: z
    .enum(placeBases)
    .optional()
    .describe(
      "What says which place of the name it is: a country or state that is named with it; other places and peoples of the report; that most people live there; the report's dateline or outlet.",
    ),
  geonames: z.number().int().positive().optional().describe('Its id in GeoNames.'),
  candidates: z.number().int().positive().optional().describe('How many places of the name were known.'),
})

export const quotations = ['direct', 'indirect', 'mixed'] as const

export const statementSchema = z.object(
  described(statementFields, {
    id,
    speaker: id.optional(),
    source: spanSchema.nullable(),
    cue: spanSchema.nullable(),
    content: z.array(spanSchema).min(1),
    quotation: z.enum(quotations),
    quoted: z.array(spanSchema).optional(),
    sentence: spanSchema.optional(),
    act: z.string(),
    negated: z.boolean(),
    to: z.array(id),
    occasion: spanSchema.optional(),
    when: id.optional(),
    whenBasis: z.enum(whenBases).optional(),
    where: id.optional(),
    within: id.optional(),
    confidence,
  }),
)

export const countSchema = z.object({
  ...spanSchema.shape,
  value: z.int().min(0),
  mod: z.enum(['at-least', 'at-most', 'about']).optional(),
})

export const roleSchema = z.object({ ...spanSchema.shape, entity: id.optional() })

export const eventSchema = z.object(
  described(eventFields, {
    id,
    type: z.string(),
    mode: z.string().optional(),
    contexts: z.array(z.string()),
    trigger: spanSchema,
    also: z.array(spanSchema).optional(),
    sentence: spanSchema.optional(),
    actors: z.array(roleSchema),
    recipients: z.array(roleSchema),
    when: id.optional(),
    whenBasis: z.enum(whenBases).optional(),
    where: id.optional(),
    killed: countSchema.optional(),
    injured: countSchema.optional(),
    arrested: countSchema.optional(),
    size: countSchema.optional(),
    status: z.enum(statuses),
    word: z.object({ statement: id.optional() }),
    why: z.string(),
    confidence,
  }),
)

export const linkSchema = z.object({ from: id, to: id, kind: z.string() })

export const noteSchema = z.object({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  message: z.string(),
  start: offset.optional(),
  end: offset.optional(),
})

export const readerSchema = z.object({
  version: z.string(),
  models: z.record(z.string(), z.string()),
  codebook: z.string(),
})

export const recordSchema = z.object({
  schema: z.literal('onrecord/1'),
  report: reportSchema,
  reader: readerSchema,
  entities: z.array(entitySchema),
  times: z.array(timeSchema),
  places: z.array(placeSchema),
  statements: z.array(statementSchema),
  events: z.array(eventSchema),
  links: z.array(linkSchema),
  notes: z.array(noteSchema),
})
