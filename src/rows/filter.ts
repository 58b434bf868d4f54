import { z } from 'zod'
import { didYouMean } from '../codebook/nearest.ts'
import { isPublished } from '../record/published.ts'
import { quotations, statuses } from '../record/schema.ts'
import { type FilterFieldName, filterFields } from './filter-fields.ts'
import { decidedStates, type List, lists, type Sort, sorts } from './lists.ts'

/**
 * What to look for in a desk: one schema for the command's options, the API's parameters, every export and the page's
 * address. Every field narrows; several values of one field mean any of them; `not` takes away what it finds.
 */

export { decidedStates, type List, lists, type Sort, sorts }

/** One of a closed list; what is none is answered with the nearest. */
const oneOf = <const W extends readonly string[]>(words: W) =>
  z.enum(words, {
    error: ({ input }) =>
      `there is no '${input}'${typeof input === 'string' ? didYouMean(input, words) : ''}; there are ${words.join(', ')}`,
  })

const some = z.array(z.string().min(1)).min(1)
const country = z.array(z.string().regex(/^[A-Z]{3}$/, 'a code of three letters, such as KES')).min(1)
const moment = z.string().refine(isPublished, 'an ISO 8601 date, such as 2024-10-03').meta({ format: 'date' })
const share = z.number().min(0).max(1)

/** The fields that `not` takes as well. */
const either = {
  id: some.describe(filterFields.id.means),
  report: some.describe(filterFields.report.means),
  story: some.describe(filterFields.story.means),
  outlet: some.describe(filterFields.outlet.means),
  speaker: some.describe(filterFields.speaker.means),
  source: some.describe(filterFields.source.means),
  told: some.describe(filterFields.told.means),
  about: some.describe(filterFields.about.means),
  act: some.describe(filterFields.act.means),
  quotation: z.array(oneOf(quotations)).min(1).describe(filterFields.quotation.means),
  type: some.describe(filterFields.type.means),
  mode: some.describe(filterFields.mode.means),
  context: some.describe(filterFields.context.means),
  status: z.array(oneOf(statuses)).min(1).describe(filterFields.status.means),
  word: some.describe(filterFields.word.means),
  actor: some.describe(filterFields.actor.means),
  recipient: some.describe(filterFields.recipient.means),
  country: country.describe(filterFields.country.means),
  sector: some.describe(filterFields.sector.means),
  place: some.describe(filterFields.place.means),
  kind: some.describe(filterFields.kind.means),
  language: some.describe(filterFields.language.means),
  day: z
    .array(z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/))
    .min(1)
    .describe(filterFields.day.means),
  decided: z.array(oneOf(decidedStates)).min(1).describe(filterFields.decided.means),
} satisfies { [field in FilterFieldName]: z.ZodType }

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
