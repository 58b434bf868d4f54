/**
 * A desk: reports, their records and people's decisions in one SQLite file. Node alone.
 *
 * @example
 * import { openDesk } from 'onrecord/desk'
 * const desk = openDesk('border.db', { readonly: true })
 * for (const { speaker, content } of desk.all({ list: 'statements', filter: { act: ['deny'] } })) console.log(speaker?.name, content)
 */
export { takeReports } from '../report/take.ts'
export { type Added, type AddOptions, addReports, readAgain } from './add.ts'
export { filterToParams, paramsToQuery, queryToParams } from './address.ts'
export { type Filter, filterSchema, type List, lists, type Query, querySchema, type Sort, sorts } from './filter.ts'
export { type DeskOptions, type OpenedDesk, openDesk } from './open.ts'
export type { EntityRow, EventRow, ReportRow, Row, RowOf, StatementRow } from './rows.ts'
export { sayQuery } from './say.ts'
export { type DeskStatus, statusOf } from './status.ts'
export type { Decision, Desk, Facets, Page, TakenReport } from './types.ts'
