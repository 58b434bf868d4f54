import { z } from 'zod'
import { isPublished } from '../record/published.ts'
import { quotations, statuses } from '../record/schema.ts'

/**
 * What to look for in a desk: one schema for the command's options, the API's parameters, every export and the page's
 * address. Every field narrows; several values of one field mean any of them; `not` takes away what it finds.
 */

/** What a desk lists. */
export const lists = ['statements', 'events', 'reports', 'entities'] as const
export type List = (typeof lists)[number]

/** How a row stands after people's decisions. */
export const decidedStates = ['right', 'wrong', 'mended', 'none'] as const

const some = z.array(z.string().min(1)).min(1)
const country = z.array(z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as KES')).min(1)
const moment = z.string().refine(isPublished, 'an ISO 8601 date, such as 2024-10-03').meta({ format: 'date' })
const share = z.number().min(0).max(1)

/** The fields that `not` takes as well. */
const either = {
  id: some.describe('ids of rows'),
  report: some.describe('ids of reports'),
  outlet: some.describe('who published it'),
  speaker: some.describe('who answers for a statement: name as the entity has it, or entity key'),
  source: some.describe("PLOVER sector or country code of a statement's speaker"),
  told: some.describe('to whom a statement is made: name as the entity has it, or entity key'),
  about: some.describe('whom the words of a statement name or stand for: name as the entity has it, or entity key'),
  act: some.describe('what a statement does: state, deny, ask, ...'),
  quotation: z.array(z.enum(quotations)).min(1).describe('direct, indirect or mixed'),
  type: some.describe('PLOVER type of an event'),
  mode: some.describe('PLOVER mode of an event'),
  context: some.describe('PLOVER context of an event'),
  status: z.array(z.enum(statuses)).min(1).describe('whether an event is told as happened, planned, denied, ...'),
  word: some.describe("on whose word an event stands: 'report' for the report's own, else a speaker's name"),
  actor: some.describe('who did it: name as the entity has it, or entity key'),
  recipient: some.describe('to whom it was done: name as the entity has it, or entity key'),
  country: country.describe('country code of a speaker, actor, recipient or place'),
  sector: some.describe('PLOVER sector of a speaker, actor or recipient'),
  place: some.describe('where: name as the entity has it'),
  kind: some.describe('kind of an entity: person, organization, ...'),
  language: some.describe('BCP 47 tag of a report'),
  day: z
    .array(z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/))
    .min(1)
    .describe('day, month or year: of the event, of saying, of publication'),
  decided: z.array(z.enum(decidedStates)).min(1).describe('what people decided of a row'),
}

export const filterSchema = z.strictObject({
  ...z.object(either).partial().shape,
  words: z
    .string()
    .min(1)
    .optional()
    .describe('words to find: all of them, "a phrase" in quotation marks, -word to leave out, word* for a beginning'),
  since: moment.optional().describe('first day of publication'),
  until: moment.optional().describe('last day of publication'),
  from: moment.optional().describe('first day of the event or of saying'),
  to: moment.optional().describe('last day of the event or of saying'),
  least: share.optional().describe('least confidence'),
  most: share.optional().describe('most confidence'),
  copies: z.boolean().optional().describe('also from reports that are copies of another; left out otherwise'),
  not: z.strictObject(z.object(either).partial().shape).optional(),
})
export type Filter = z.infer<typeof filterSchema>

/** What lists can be sorted by; every sort ends with the row's own key, so that paging is stable. */
export const sorts = ['published', 'when', 'confidence', 'speaker', 'outlet', 'type', 'name', 'count', 'added'] as const
export type Sort = (typeof sorts)[number]

export const querySchema = z.strictObject({
  list: z.enum(lists),
  filter: filterSchema.default({}),
  sort: z.enum(sorts).optional(),
  descending: z.boolean().optional(),
  /** the cursor that a page before gave; opaque */
  after: z.string().optional(),
  /** rows a page; a desk walks through all of them where it is left out */
  limit: z.int().min(1).optional(),
})
export type Query = z.infer<typeof querySchema>
