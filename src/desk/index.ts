/**
 * A desk: reports, their records and people's decisions in one SQLite file. Node alone.
 *
 * @example
 * import { openDesk } from 'onrecord/desk'
 * const desk = openDesk('border.db', { readonly: true })
 * for (const { speaker, content } of desk.all({ list: 'statements', filter: { act: ['deny'] } })) console.log(speaker?.name, content)
 */
export { takeReports } from '../intake/take.ts'
export type { TakenReport } from '../intake/taken.ts'
export { filterToParams, paramsToQuery, queryToParams } from '../rows/address.ts'
export type { Decision, FacetCounts, Page } from '../rows/decision.ts'
export {
  type Filter,
  filterSchema,
  type List,
  lists,
  type Query,
  querySchema,
  type Sort,
  sorts,
} from '../rows/filter.ts'
export type { EntityRow, EventRow, ReportRow, Row, RowOf, StatementRow } from '../rows/rows.ts'
export { sayQuery } from '../rows/say.ts'
export { type AddedCounts, type AddOptions, addReports, readAgain } from './add.ts'
export { type Conflict, type Merged, mergeDesks } from './merge.ts'
export { type DeskOptions, type OpenedDesk, openDesk } from './open.ts'
export { type Original, originalOf } from './original.ts'
export { type DeskStatus, statusOf } from './status.ts'
export type { Desk } from './types.ts'
