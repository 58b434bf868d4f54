import { openReader } from '../../src/open.ts'
import { checkRecord } from '../../src/record/check.ts'
import { processorTime } from '../measure.ts'
import { type Next, pick, shapes } from '../shape-texts.ts'
import { count, type Fuzz, promise } from './kinds.ts'
import { mutated } from './mutate.ts'
import { seeds } from './seeds.ts'

/** Most processor time a character, in µs, for texts of some length: some twenty times what prose takes on a slow machine. */
const MOST = 400

/** Mutated reports: no exception, no bad record, the same record twice, in time. */
export const fuzzReports: Fuzz = async ({ texts }) => {
  const reader = await openReader()
  const names = Object.keys(shapes)
  const past = Object.values(seeds)
  const source = (next: Next) => {
    const kind = next(8)
    if (kind === 0) return pick(next, past)
    return kind < 3 ? shapes[pick(next, names)](50 + next(1000)) : pick(next, texts)
  }
  const drawn = (next: Next) => {
    const text = source(next)
    const from = next(Math.max(1, text.length - 200))
    return mutated(text.slice(from, from + 200 + next(2000)), next)
  }
  return {
    once(next, tried) {
      const text = drawn(next)
      const begun = processorTime()
      const record = reader.read({ id: 'drawn', text, published: '2024-10-03' })
      const took = ((processorTime() - begun) * 1000) / Math.max(1, text.length)
      const [problem] = checkRecord(record)
      promise(!problem, `${problem?.path} ${problem?.code}`)
      promise(record.report.text.length === text.length, 'the text has another length')
      promise(text.length < 1000 || took < MOST, `${took.toFixed(0)} µs a character`)
      if (next(8) === 0) {
        const again = reader.read({ id: 'drawn', text, published: '2024-10-03' })
        promise(JSON.stringify(again) === JSON.stringify(record), 'another record the second time')
        count(tried, 'read twice')
      }
      count(tried, 'characters', text.length)
      count(tried, 'statements', record.statements.length)
    },
  }
}
