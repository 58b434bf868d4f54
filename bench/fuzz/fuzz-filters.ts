import { join } from 'node:path'
import { keptOf } from '../../src/desk/fixture.ts'
import { openDesk } from '../../src/desk/open.ts'
import { openWriter } from '../../src/desk/write.ts'
import { openReader } from '../../src/open.ts'
import { Failure } from '../../src/record/failure.ts'
import { paramsToQuery } from '../../src/rows/address.ts'
import { filterSchema, lists } from '../../src/rows/filter.ts'
import { pick } from '../shape-texts.ts'
import { count, type Fuzz, promise } from './kinds.ts'
import { mutated } from './mutate.ts'

const VALUES = [
  'state',
  'ASSAULT',
  'Jonas Reth',
  '2025-03-14',
  'a*',
  '"a b',
  '-x',
  "'; DROP TABLE reports;--",
  'NEAR(a b)',
  '0.5',
  'VAR',
  '%',
  '__proto__',
  '1e309',
  '\0',
  '(',
  'report',
]

/** Filters with hostile values: rows, or a refusal with a code. */
export const fuzzFilters: Fuzz = async ({ texts, folder }) => {
  const reader = await openReader()
  const desk = openDesk(join(folder, 'filters.db'), { create: true })
  openWriter(desk).keep(texts.slice(0, 6).map((text, n) => keptOf(reader.read({ id: `r${n}`, text }))))
  const fields = [...Object.keys(filterSchema.shape), 'not.act', 'not.speaker', 'sort', 'after', 'limit', 'colour']
  return {
    once(next, tried) {
      const params = new URLSearchParams()
      for (let n = 1 + next(4); n > 0; n--)
        params.append(pick(next, fields), next(3) === 0 ? mutated(pick(next, VALUES), next) : pick(next, VALUES))
      const list = pick(next, lists)
      try {
        const query = paramsToQuery(list, params)
        const { rows } = desk.find({ ...query, limit: 20 })
        promise(
          desk.count({ ...query, after: undefined }) >= rows.length || query.after !== undefined,
          'fewer than were found',
        )
        count(tried, 'rows', rows.length)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        promise(error.code === 'bad-argument', `${error.code}: ${error.message}`)
        count(tried, 'refused')
      }
    },
    end: () => desk.close(),
  }
}
