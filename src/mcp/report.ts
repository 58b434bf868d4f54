import { z } from 'zod'
import type { OpenedDesk } from '../desk/open.ts'
import { Failure } from '../record/failure.ts'
import { decidedStates } from '../rows/lists.ts'
import { pageOf, quoteSchema, UNIT } from './quotes.ts'
import { listsOf, listsShape, type RecordList, recordLists } from './record.ts'
import { REPORT } from './say.ts'
import { textsOf } from './texts.ts'
import { tool } from './tool.ts'

/** Most of a text in an answer, and how much where nothing is said, in UTF-16 code units. */
const MOST = 50_000
const USUAL = 10_000

const input = z.strictObject({
  id: z.string().min(1).describe('id of the report: `report` of a row that find gave'),
  offset: z.int().min(0).default(0).describe('where in the text to begin, in UTF-16 code units'),
  length: z.int().min(2).max(MOST).default(USUAL).describe('how much of the text to give, in UTF-16 code units'),
  lists: z.array(z.enum(recordLists)).default([]).describe('which lists of its record to give'),
})

const output = z.object({
  report: z.looseObject({
    id: z.string(),
    state: z.string().describe('read, kept (not English, so not read) or failed'),
  }),
  offsets: z.string(),
  page: quoteSchema.describe('this part of the text'),
  length: z.int().describe('length of the whole text'),
  next: z.int().optional().describe('give it as `offset` for the part that follows; none at the end'),
  ...listsShape,
})

/** The tool that gives a report of a desk: what is known of it, its text in pages, and its record. */
export function reportTool(desk: OpenedDesk) {
  const textOf = textsOf(desk)
  return tool({
    name: 'report',
    title: 'A report of the desk',
    description: REPORT,
    input,
    output,
    answer({ id, offset, length, lists }) {
      const [row] = desk.find({ list: 'reports', filter: { id: [id], copies: true }, limit: 1 }).rows
      const text = textOf(id)
      if (!row || text === undefined)
        throw new Failure('report-missing', `the desk holds no report '${id}'; take ids from what find gives`)
      if (offset >= text.length && offset > 0)
        throw new Failure('bad-argument', `offset: the text ends at ${text.length}; give less than that`)
      const page = pageOf(text, offset, length)
      const { list, key, ...report } = row
      return {
        report,
        offsets: UNIT,
        page,
        length: text.length,
        next: page.end < text.length ? page.end : undefined,
        ...recordOf(desk, id, lists, page),
      }
    },
  })
}

/** The lists of a report that begin on a page; none of a report that was not read. */
function recordOf(desk: OpenedDesk, id: string, lists: readonly RecordList[], page: { start: number; end: number }) {
  const record = lists.length > 0 ? desk.decidedRecord(id) : undefined
  if (!record) return {}
  const filter = { report: [id], copies: true, decided: [...decidedStates] }
  const statements = [...desk.all({ list: 'statements', filter })]
  const events = [...desk.all({ list: 'events', filter })]
  return listsOf({ record, statements, events }, lists, page)
}
