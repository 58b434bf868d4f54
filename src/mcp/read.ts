import { z } from 'zod'
import { Failure } from '../record/failure.ts'
import { isPublished } from '../record/published.ts'
import { reportSchema } from '../record/schema.ts'
import { rowsOf } from '../rows/rows-of.ts'
import { UNIT } from './quotes.ts'
import { listsOf, listsShape, recordLists } from './record.ts'
import { READ } from './say.ts'
import type { ServedFrom } from './server.ts'
import { tool } from './tool.ts'

/** Longest text that is read in a call, in UTF-16 code units: some 8,000 words. The record of more would fill what an assistant can hold. */
export const LONGEST_CALL = 50_000

const { title, outlet } = reportSchema.shape

const input = z.strictObject({
  text: z.string().min(1).describe(`the whole text of the report, at most ${LONGEST_CALL} UTF-16 code units`),
  published: z
    .string()
    .refine(isPublished, 'an ISO 8601 date, such as 2024-10-03')
    .optional()
    .describe("ISO 8601 date of publication, such as 2024-10-03: what 'on Tuesday' is counted from"),
  title: title.describe('its title'),
  outlet: outlet.describe('who published it'),
  lists: z
    .array(z.enum(recordLists))
    .min(1)
    .default(['statements', 'events', 'notes'])
    .describe('which lists of the record to give'),
})

const output = z.object({
  report: z.looseObject({ language: z.string(), sha256: z.string(), length: z.int() }),
  offsets: z.string(),
  ...listsShape,
})

/** The tool that reads a text that is given; nothing of it is kept. */
export function readTool(read: ServedFrom['read']) {
  return tool({
    name: 'read',
    title: 'Put a news report on record',
    description: READ,
    input,
    output,
    async answer({ lists, ...given }) {
      if (given.text.length > LONGEST_CALL)
        throw new Failure(
          'input-too-large',
          `the text has ${given.text.length} UTF-16 code units and ${LONGEST_CALL} are read in a call; give it in parts, cut between paragraphs`,
        )
      const record = await read({ id: 'given', ...given })
      const { text, id, ...known } = record.report
      return {
        report: { ...known, length: text.length },
        offsets: UNIT,
        ...listsOf({ record, ...rowsOf(record) }, lists),
      }
    },
  })
}
