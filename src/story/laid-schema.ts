import { z } from 'zod'
import { statuses } from '../record/schema.ts'
import { comparedFields } from './compare.ts'

/** What a story laid out holds, for those who ask over HTTP or MCP. */

const span = z.object({ start: z.int(), end: z.int() })
const voice = z.object({ speaker: z.string().optional(), act: z.string() })

export const tellingSchema = z.object({
  report: z.string(),
  event: z.string().describe("the event's id in the report's record"),
  trigger: span,
  words: z.string(),
  type: z.string(),
  status: z.enum(statuses),
  word: z.array(voice).describe("on whose word, outermost first; empty where it is the report's own"),
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  when: z.string().optional(),
  where: z.string().optional(),
  killed: z.number().optional(),
  injured: z.number().optional(),
  arrested: z.number().optional(),
  size: z.number().optional(),
})

export const comparedSchema = z.object({
  id: z.string(),
  type: z.string(),
  tellings: z.array(tellingSchema),
  differs: z.array(z.enum(comparedFields)).describe('in what two reports that both say something say different things'),
  silent: z.array(z.string()).describe('reports that do not tell it'),
})

const quoted = z.object({
  report: z.string(),
  statement: z.string().optional(),
  span,
  words: z.string(),
  speaker: z.string().optional(),
})
const part = z.object({ kind: z.enum(['same', 'changed', 'put-in', 'left-out']), words: z.string(), first: z.string() })

export const laidStorySchema = z.object({
  id: z.string(),
  merged: z.string().optional().describe('the id that was asked for, where that story was merged into this one'),
  more: z.int().optional().describe('reports that are not here, because there are too many'),
  title: z.string(),
  says: z.string().describe('outlets, origins, first and second, in words'),
  outlets: z.array(z.string()),
  origins: z.array(z.object({ name: z.string(), reports: z.array(z.string()), first: z.string().optional() })),
  reports: z.array(
    z.object({
      id: z.string(),
      outlet: z.string().optional(),
      title: z.string().optional(),
      published: z.string().optional(),
      url: z.string().optional(),
      origin: z.object({
        name: z.string(),
        basis: z.enum(['own', 'credit', 'dateline', 'family', 'copy']),
        parts: z.array(z.string()).optional().describe('agencies that the report credits with a part of it'),
      }),
      copied: z.object({
        share: z.number().describe('of its runs of five words, how many stand in an earlier report: 0 to 1'),
        from: z.string().optional(),
      }),
      copyOf: z.string().optional(),
      voices: z.object({ own: z.int(), others: z.array(z.object({ speaker: z.string(), events: z.int() })) }),
    }),
  ),
  happenings: z.array(comparedSchema),
  quotations: z.array(
    z.object({
      first: quoted,
      again: z.array(
        quoted.extend({
          how: z.enum(['same', 'shortened', 'longer', 'altered']),
          otherSpeaker: z.literal(true).optional(),
          parts: z.array(part).optional(),
        }),
      ),
    }),
  ),
  changes: z.array(
    z.object({
      kind: z.enum(['first-told', 'second-origin', 'denied', 'toll', 'told-anew']),
      report: z.string(),
      at: z.string().optional(),
      says: z.string(),
      happening: z.string().optional(),
    }),
  ),
})

export const storyRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  reports: z.int(),
  copies: z.int(),
  outlets: z.array(z.string()),
  from: z.string().optional(),
  to: z.string().optional(),
})
