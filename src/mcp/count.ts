import { z } from 'zod'
import type { OpenedDesk } from '../desk/open.ts'
import { Failure } from '../record/failure.ts'
import { type Filter, filterSchema, querySchema } from '../rows/filter.ts'
import { sayQuery } from '../rows/say.ts'
import { checkFits } from './fits.ts'
import { COUNT } from './say.ts'
import { tool } from './tool.ts'

const fields = filterSchema.shape.not.unwrap().keyof()

const input = querySchema.pick({ list: true, filter: true }).extend({
  by: z.array(fields).max(5).default([]).describe('fields of the filter whose values are to be counted'),
  most: z.int().min(1).max(100).default(20).describe('how many values of each field, most frequent first'),
})

const output = z.object({
  says: z.string().describe('the query in words'),
  count: z.int(),
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
    answer({ by, most, ...query }) {
      checkFits(query)
      const count = desk.count(query)
      const values = desk.facets(query, by as (keyof Filter)[], most)
      const missing = by.find((field) => !(field in values))
      if (missing) throw new Failure('bad-argument', `by: ${query.list} cannot be counted by ${missing}`)
      return { says: sayQuery(query), count, by: by.length > 0 ? values : undefined }
    },
  })
}
