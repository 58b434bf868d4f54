import { z } from 'zod'
import { spanSchema } from '../../record/schema.ts'
import { verdicts } from './check-draft.ts'

const loud = z.array(z.enum(['number', 'negation'])).describe('what differs and changes the meaning most')

const differenceSchema = z.object({
  kind: z.enum(['changed', 'put-in', 'left-out']),
  draft: z.string().describe("the draft's words; empty where it leaves words out"),
  draftSpan: spanSchema,
  source: z.string().describe("the source's words; empty where the draft puts words in"),
  sourceSpan: spanSchema.optional(),
  loud: loud.optional(),
})

/** A row of a check, for those who describe what they answer. */
export const checkRowSchema = z.object({
  ...spanSchema.shape,
  kind: z
    .enum(['quotation', 'statement', 'beside'])
    .describe('beside: a toll or a day of the draft that every source has otherwise'),
  verdict: z.enum(verdicts).describe('docs/check.md says what each means'),
  speaker: z.string().optional().describe('who says it by the draft'),
  sourceSpeaker: z.string().optional().describe('who says it by the source'),
  report: z.string().optional().describe('the source report'),
  spans: z.array(spanSchema).optional().describe("where the words stand in the source report's text"),
  differences: z.array(differenceSchema),
  loud,
  notes: z.array(z.string()),
})
