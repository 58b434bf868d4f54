import { z } from 'zod'
import { deskSources } from '../desk/check-sources.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { Failure } from '../record/failure.ts'
import { quoteOf } from '../story/check/quote.ts'
import { checkRowSchema } from '../story/check/row-schema.ts'
import { openSources } from '../story/check/sources.ts'
import { UNIT } from './quotes.ts'
import { LONGEST_CALL } from './read.ts'
import { CHECK, QUOTE } from './say.ts'
import type { ServedFrom } from './server.ts'
import { tool } from './tool.ts'

/** Most sources that a call may bring. */
const MOST = 10

const sourceSchema = z.strictObject({
  id: z.string().min(1).describe('what to call it in the answer'),
  text: z.string().min(1),
})

const checkInput = z.strictObject({
  draft: z.string().min(1).describe(`your answer or draft, at most ${LONGEST_CALL} UTF-16 code units`),
  sources: z
    .array(sourceSchema)
    .min(1)
    .max(MOST)
    .optional()
    .describe("texts to check against; the desk's reports where left out"),
})

/** The tool that checks a draft: an assistant checks its own quotations before it answers. */
export function checkTool({ read, check }: Pick<ServedFrom, 'read' | 'check'>, desk?: OpenedDesk) {
  return tool({
    name: 'check',
    title: 'Check a draft',
    description: CHECK,
    input: checkInput,
    output: z.object({ offsets: z.string(), rows: z.array(checkRowSchema) }),
    async answer({ draft, sources }) {
      const long = [draft, ...(sources ?? []).map(({ text }) => text)].find((text) => text.length > LONGEST_CALL)
      if (long !== undefined)
        throw new Failure(
          'input-too-large',
          `a text has ${long.length} UTF-16 code units; ${LONGEST_CALL} are taken: give it in parts`,
        )
      if (!sources && !desk)
        throw new Failure('bad-argument', 'sources: give the texts to check against; there is no desk here')
      const record = await read({ id: 'draft', text: draft })
      const against = sources ? openSources(await Promise.all(sources.map(read))) : deskSources(desk as OpenedDesk)
      return { offsets: UNIT, rows: (await check())(record, against) }
    },
  })
}

const quoteInput = z.strictObject({
  words: z.string().min(3).max(2000).describe('the words as you have them, exact or nearly'),
  speaker: z.string().optional().describe('a part of the name of who says them, where several do'),
})

const quoteOutput = z.object({
  quote: z
    .object({
      text: z.string(),
      exact: z.boolean(),
      quoted: z.boolean(),
      speaker: z.string().optional(),
      report: z.string(),
      start: z.int(),
      end: z.int(),
      outlet: z.string().optional(),
      published: z.string().optional(),
      url: z.string().optional(),
    })
    .nullable(),
})

/** The tool that gives a verbatim quotation with its address. */
export function quoteTool(desk: OpenedDesk) {
  return tool({
    name: 'quote',
    title: 'Exact words of a quotation',
    description: QUOTE,
    input: quoteInput,
    output: quoteOutput,
    answer({ words, speaker }) {
      const quote = quoteOf(words, deskSources(desk), speaker)
      if (!quote) return { quote: null }
      const { outlet, published, url } = desk.record(quote.report)?.report ?? {}
      return { quote: { ...quote, outlet, published, url } }
    },
  })
}
