import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { applyCurve, calibrationsIn } from '../../desk/coding/curves.ts'
import { learnedTables } from '../../desk/coding/learned.ts'
import { type Suggestion, suggestionsIn } from '../../desk/coding/suggestions.ts'
import { takeSuggestion, takings } from '../../desk/coding/take-suggestion.ts'
import type { Served } from '../app.ts'
import { checkName } from '../check-name.ts'
import { csv } from '../csv.ts'
import { csvRoute } from '../csv-route.ts'
import { moment, rowSchemas } from '../schemas.ts'
import { answering, person, posting } from './coding.ts'

const list = z.enum(['statements', 'events'])
const fit = z
  .object({
    brier: z.number(),
    loss: z.number(),
    bands: z.array(z.object({ from: z.number(), to: z.number(), rows: z.int(), said: z.number(), there: z.int() })),
  })
  .openapi('Fit', {
    description:
      "How well confidences tell which rows are there: Brier's score, log loss, and the points of a reliability curve.",
  })
const curve = z.object({ slope: z.number(), shift: z.number() })
const calibrationSchema = z
  .object({
    list,
    rows: z.int(),
    there: z.int(),
    reports: z.int(),
    lacks: z.string().optional(),
    curve: curve.optional(),
    before: fit.optional(),
    after: fit.optional(),
    applied: curve.extend({ rows: z.int(), by: z.string(), at: z.string() }).optional(),
  })
  .openapi('Calibration')
const suggestionSchema = z
  .object({
    id: z.string(),
    file: z.string(),
    line: z.string(),
    says: z.string(),
    speak: z.int(),
    of: z.int(),
    rows: z.array(z.object({ key: z.string(), row: z.union([rowSchemas.statements, rowSchemas.events]) })),
    decided: z.object({ verdict: z.enum(['accepted', 'declined']), by: z.string(), at: z.string() }).optional(),
  })
  .openapi('Suggestion')
const learningSchema = z
  .object({ calibrations: z.array(calibrationSchema), suggestions: z.array(suggestionSchema) })
  .openapi('Learning')

/** What a desk's decisions teach: how well confidences fit, and rows for the codebook; and what a person has it learn. */
export function learningRoutes(app: OpenAPIHono, { desk, reader }: Served): void {
  const learning = async () => ({
    calibrations: calibrationsIn(desk),
    suggestions: suggestionsIn(desk, (await reader()).parse),
  })
  const says =
    "How well the reader's confidence fits the desk's own decisions, and which rows for the codebook they speak for"
  for (const path of ['/api/learning', '/api/learning.json'])
    app.openapi(answering(path, says, {}, learningSchema), async (c) =>
      c.json((await learning()) as z.infer<typeof learningSchema>, 200),
    )
  app.openapi(csvRoute('/api/learning.csv', says, {}), async (c) =>
    csv(c, 'learning', suggestionTable((await learning()).suggestions)),
  )
  app.openapi(
    answering(
      '/api/learning/codebook',
      'The rows that people accepted, as tables that are laid over the codebook',
      {},
      z.record(z.string(), z.string()),
    ),
    (c) => c.json(learnedTables(desk.db), 200),
  )
  const said = z.strictObject({ id: z.string(), verdict: z.enum(takings), by: person, at: moment })
  app.openapi(
    posting('/api/learning', 'Accepts a suggestion, declines it, or takes that back', said, suggestionSchema),
    async (c) => {
      const taking = c.req.valid('json')
      checkName(c, taking.by)
      const taken = await takeSuggestion(desk, (await reader()).parse, taking)
      return c.json(taken as z.infer<typeof suggestionSchema>, 200)
    },
  )
  const applying = z.strictObject({
    list,
    apply: z.boolean().openapi({ description: "false gives the reader's own confidences again" }),
    by: person,
    at: moment,
  })
  const applies = 'Has lists, filters and tables give confidences under the curve of the decisions, or no longer'
  app.openapi(
    posting('/api/learning/confidence', applies, applying, z.object({ calibrations: z.array(calibrationSchema) })),
    (c) => {
      const wanted = c.req.valid('json')
      checkName(c, wanted.by)
      applyCurve(desk, wanted)
      return c.json({ calibrations: calibrationsIn(desk) }, 200)
    },
  )
}

function suggestionTable(suggestions: readonly Suggestion[]) {
  return {
    head: ['id', 'file', 'line', 'says', 'speak', 'of', 'keys', 'verdict', 'by', 'at'],
    rows: suggestions.map(({ id, file, line, says, speak, of, rows, decided }) => [
      ...[id, file, line, says, speak, of, rows.map(({ key }) => key).join(' ')],
      ...[decided?.verdict ?? '', decided?.by ?? '', decided?.at ?? ''],
    ]),
  }
}
