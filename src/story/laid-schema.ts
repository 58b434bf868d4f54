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
  passage: span.extend({ words: z.string() }).describe('the sentence that tells it'),
  marks: z
    .array(span.extend({ field: z.enum(comparedFields) }))
    .describe('words within the passage that say what is compared'),
  type: z.string(),
  status: z.enum(statuses),
  word: z.array(voice).describe("on whose word, outermost first; empty where it is the report's own"),
  named: z.enum(['named', 'unnamed']).optional().describe('whether the last of them is called by a name'),
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

const changeSchema = z.object({
  kind: z.enum(['first-told', 'second-origin', 'denied', 'toll', 'corrected', 'told-anew']),
  report: z.string(),
  at: z.string().optional(),
  says: z.string(),
  label: z.string().describe('the same in a few words'),
  happening: z.string().optional(),
})

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
        stretches: z.array(span).describe('where these words stand in this report'),
      }),
      length: z.int().describe("the text's length, in UTF-16 code units"),
      copyOf: z.string().optional(),
      corrects: z.string().optional().describe('the report that it corrects'),
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
  changes: z.array(changeSchema),
})

/** A story in short. */
export const storyBriefSchema = z.object({
  id: z.string(),
  says: z.string().describe('outlets, origins, first and second, in words'),
  reports: z.array(
    z.object({
      id: z.string(),
      outlet: z.string().optional(),
      published: z.string().optional(),
      origin: z.string(),
    }),
  ),
  shared: z.int().describe('happenings that two reports or more tell'),
  differs: z
    .array(
      z.object({
        happening: z.string(),
        type: z.string(),
        words: z.string(),
        field: z.enum(comparedFields),
        values: z.array(z.string()),
      }),
    )
    .describe('the differences that say most: tolls, then how it is told, then who'),
  changes: z.array(changeSchema),
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
