import { z } from 'zod'
import { checkFits } from '../desk/fits.ts'
import { hintsOf, sayHint } from '../desk/hints.ts'
import { namedQuery, namesakesOf, sayNamesakes } from '../desk/namesakes.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { Failure } from '../record/failure.ts'
import { type Filter, filterSchema, querySchema } from '../rows/filter.ts'
import { sayQuery } from '../rows/say.ts'
import { COUNT } from './say.ts'
import { checkSizes } from './sizes.ts'
import { tool } from './tool.ts'

const fields = filterSchema.shape.not.unwrap().keyof()

const input = querySchema.pick({ list: true, filter: true }).extend({
  by: z.array(fields).max(5).default([]).describe('fields of the filter whose values are to be counted'),
  most: z.int().min(1).max(100).default(20).describe('values of each field, most frequent first'),
})

const output = z.object({
  says: z.string().describe('the query in words'),
  count: z.int(),
  hints: z.array(z.string()).optional().describe('names like those asked for; who shares one'),
  by: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int() }))).optional(),
})

/** The tool that counts rows of a desk, and the values that they have. */
export function countTool(desk: OpenedDesk) {
  return tool({
    name: 'count',
    title: 'Count in the desk',
    description: COUNT,
    input,
    output,
    elsewhere: { filter: 'as find takes it' },
    answer({ by, most, ...query }) {
      checkSizes(query.filter)
      checkFits(query, 'filter.')
      const count = desk.count(query)
      const values = desk.facets(query, by as (keyof Filter)[], most)
      const missing = by.find((field) => !(field in values))
      if (missing) throw new Failure('bad-argument', `by: ${query.list} cannot be counted by ${missing}`)
      const hints = count === 0 ? hintsOf(desk, query).map(sayHint) : []
      hints.push(...namesakesOf(desk, query).map((one) => sayNamesakes(one)))
      return {
        says: sayQuery(namedQuery(desk, query)),
        count,
        ...(hints.length > 0 && { hints }),
        by: by.length > 0 ? values : undefined,
      }
    },
  })
}
