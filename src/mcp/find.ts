import { z } from 'zod'
import { checkFits } from '../desk/fits.ts'
import { hintsOf, sayHint } from '../desk/hints.ts'
import { namedQuery, namesakesOf, sayNamesakes } from '../desk/namesakes.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { querySchema } from '../rows/filter.ts'
import type { Row } from '../rows/rows.ts'
import { sayQuery } from '../rows/say.ts'
import { UNIT } from './quotes.ts'
import { foundRow } from './rows.ts'
import { FIND } from './say.ts'
import { checkSizes } from './sizes.ts'
import { type TextOf, textsOf } from './texts.ts'
import { tool } from './tool.ts'

/** Most rows in an answer, and how many where none is said. */
const MOST = 100
const USUAL = 20

const input = querySchema.extend({
  limit: z.int().min(1).max(MOST).default(USUAL).describe('rows in the answer'),
  after: querySchema.shape.after.describe('the `next` of the answer before, to go on'),
})

const output = z.object({
  says: z.string().describe('the query in words'),
  hints: z.array(z.string()).optional().describe('names like those asked for; who shares one'),
  offsets: z.string(),
  rows: z.array(z.looseObject({ key: z.string() })),
  next: z.string().optional().describe('give it as `after` for the rows that follow; none at the end'),
})

/** The tool that finds rows of a desk. */
export function findTool(desk: OpenedDesk) {
  const texts = textsOf(desk)
  return tool({
    name: 'find',
    title: 'Find in the desk',
    description: FIND,
    input,
    output,
    answer(query) {
      checkSizes(query.filter)
      checkFits(query, 'filter.')
      const shared = namesakesOf(desk, query)
      const { rows, next } = shared.length > 0 ? { rows: [] } : desk.find(query)
      const hints = rows.length === 0 ? hintsOf(desk, query).map(sayHint) : []
      hints.push(...shared.map((one) => sayNamesakes(one)))
      return {
        says: sayQuery(namedQuery(desk, query)),
        ...(hints.length > 0 && { hints }),
        offsets: UNIT,
        rows: rows.map((row) => shown(row, texts)),
        next,
      }
    },
  })
}

function shown(row: Row, textOf: TextOf): object {
  if (row.list === 'statements' || row.list === 'events') return foundRow(row, textOf(row.report) ?? '')
  const { list, ...rest } = row
  return rest
}
