import { batchesOf } from '../batches-of.ts'
import type { Desk } from '../desk/types.ts'
import { Failure } from '../record/failure.ts'
import type { Filter, List, Sort } from '../rows/filter.ts'
import type { EventRow, ReportRow, Row, StatementRow } from '../rows/rows.ts'
import type { Exported, ExportedFile, Format, RowsOf, Selection, TablesFormat, Tools } from './format.ts'
import { type FormatName, formats } from './formats.ts'
import { type TableName, type TableRow, tableLists, tableNames, tableRows } from './tables.ts'
import { tarOf } from './tar.ts'

/** What to export from a desk. */
export interface Wanted {
  list: Exported
  format: FormatName
  filter?: Filter
  /** of the formats that are made from rows; the others go report by report, in the order in which they were added */
  sort?: Sort
  descending?: boolean
  /** most rows, of the same formats */
  limit?: number
  /** rows that people decided are wrong too, and whatever else a format leaves out by itself: just what `find` lists; of the same formats */
  everything?: boolean
  /** which columns of a table, in which order; all where left out */
  columns?: readonly string[]
  /** of csv: for Excel, cells parted by what is named here */
  excel?: ',' | ';'
}

/** What reading a desk takes of it. */
export type ReadDesk = Pick<Desk, 'all' | 'record' | 'decidedRecord'>

/**
 * The format that is wanted, of a list that it has.
 *
 * @throws Failure `bad-argument` where there is no such format, or it has no such list
 */
export function exportFormatOf(list: string, name: string): Format {
  const format: Format | undefined = Object.hasOwn(formats, name) ? formats[name as FormatName] : undefined
  if (!format)
    throw new Failure('bad-argument', `'${name}' is not a format; the formats are ${Object.keys(formats).join(', ')}`)
  if (!(format.lists as readonly string[]).includes(list))
    throw new Failure('bad-argument', `${name} has no ${list}; it has ${format.lists.join(', ')}`)
  return format
}

/**
 * An export as pieces of one file, made as they are asked for. Rows that people decided are wrong are left out unless the filter asks
 * for them; nothing of the desk changes.
 *
 * A format that gives several files gives them as a tar archive here; see `filesFromDesk`.
 *
 * @throws Failure `bad-argument` where the format has no such list
 */
export function exportDesk(desk: ReadDesk, wanted: Wanted, tools?: Tools): Iterable<string | Uint8Array> {
  const { list, filter = {} } = wanted
  const format = exportFormatOf(list, wanted.format)
  if (wanted.columns && !('columns' in format))
    throw new Failure(
      'bad-argument',
      `${wanted.format} has columns of its own; csv, jsonl, parquet and sqlite let you choose`,
    )
  if (wanted.excel && wanted.format !== 'csv')
    throw new Failure('bad-argument', `Excel does not open ${wanted.format} as a table; say --format csv`)
  if (format.takes === 'rows') {
    const { columns, excel } = wanted
    const options = { ...(columns && { columns }), ...(excel && { mark: true, separator: excel }) }
    return format.write(list as TableName, tableFromDesk(desk, wanted, list as TableName, format.only), options)
  }
  if (format.takes === 'tables') return tablesFromDesk(desk, wanted, format)
  if (format.takes === 'records') return format.write(selectionsOf(format.asRead ? asRead(desk) : desk, list, filter))
  if (format.takes === 'trees' && tools) return format.write(selectionsOf(desk, list, filter), tools)
  if (format.takes === 'trees')
    throw new Failure('bad-argument', `${wanted.format} needs tools.parse; openReader() gives it`)
  return tarOf(format.files(selectionsOf(desk, list, filter)))
}

/** An export as files of a folder, for the formats that give several. */
export function filesFromDesk(desk: ReadDesk, { list, format: name, filter = {} }: Wanted): Iterable<ExportedFile> {
  const format = exportFormatOf(list, name)
  if (format.takes === 'folder') return format.files(selectionsOf(desk, list, filter))
  throw new Failure('bad-argument', `${name} gives one file and not a folder of them`)
}

/** The filter of an export: what it narrows by itself counts where the filter says nothing of the same field. */
export function narrowed(list: List | 'records', filter: Filter, only: Filter = {}): Filter {
  const judged = list === 'statements' || list === 'events' ? withOnly(filter, { not: { decided: ['wrong'] } }) : filter
  return withOnly(judged, only)
}

function withOnly(filter: Filter, { not = {}, ...only }: Filter): Filter {
  const isOpen = (field: string) => !(field in filter) && !(field in (filter.not ?? {}))
  const open = <F extends object>(fields: F) =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => isOpen(field)))
  const without = { ...filter.not, ...open(not) }
  return { ...filter, ...open(only), ...(Object.keys(without).length > 0 && { not: without }) }
}

/** The rows of a table as an export has them, without what people decided is wrong. */
export const rowsFromDesk = <T extends TableName>(desk: ReadDesk, list: T, wanted: Pick<Wanted, 'filter' | 'sort'>) =>
  tableFromDesk(desk, { ...wanted, list, format: 'parquet' }, list)

/** The rows of a table; `limit` counts rows of the list that it is made from. */
function tableFromDesk<T extends TableName>(
  desk: ReadDesk,
  wanted: Wanted,
  table: T,
  only?: Filter,
): Iterable<TableRow[T]> {
  const { filter = {}, sort, descending, limit, everything } = wanted
  const list = tableLists[table]
  const rows = everything ? filter : narrowed(list, filter, only)
  return tableRows(table, desk.all({ list, filter: rows, sort, descending, limit }) as Iterable<never>)
}

/** The desk with its records as the machine read them. */
const asRead = (desk: ReadDesk): ReadDesk => ({ ...desk, decidedRecord: (report) => desk.record(report) })

/** The tables of a format that holds several: the one that is asked for, or of records all, each with the rows of the reports that are wanted. */
function tablesFromDesk(desk: ReadDesk, wanted: Wanted, format: TablesFormat): Iterable<Uint8Array> {
  const { list, columns, filter = {} } = wanted
  const options = columns && { columns }
  if (list !== 'records') return format.write([list], (table) => tableFromDesk(desk, wanted, table), options)
  if (columns)
    throw new Failure('bad-argument', 'columns can be chosen for one table only; export statements, or another list')
  const reports = () => desk.all({ list: 'reports', filter })
  const rowsOf: RowsOf = (table) => tableRows(table, ofReports(desk, tableLists[table], reports()) as Iterable<never>)
  return format.write(tableNames, rowsOf)
}

/** Reports that are asked for at once. */
const BATCH = 200

/** The rows of a list that are of some reports; a name that several of them have comes once. */
function* ofReports(desk: ReadDesk, list: List, reports: Iterable<ReportRow>): Generator<Row> {
  const seen = new Set<string>()
  for (const batch of batchesOf(reports, BATCH)) {
    if (list === 'reports') yield* batch
    else {
      const filter = narrowed(list, { report: batch.map(({ id }) => id), ...(list !== 'entities' && { copies: true }) })
      for (const row of desk.all({ list, filter })) {
        if (list === 'entities' && seen.has(row.key)) continue
        if (list === 'entities') seen.add(row.key)
        yield row
      }
    }
  }
}

/** What the formats that are made from records get: one report after another. */
function selectionsOf(desk: ReadDesk, list: Exported, filter: Filter): Iterable<Selection> {
  if (list === 'statements' || list === 'events') return chosenRows(desk, list, filter)
  return wholeRecords(desk, filter)
}

function* wholeRecords(desk: ReadDesk, filter: Filter): Generator<Selection> {
  const { decided, not } = filter
  const asked: Filter = { ...(decided && { decided }), ...(not?.decided && { not: { decided: not.decided } }) }
  for (const { id } of desk.all({ list: 'reports', filter })) {
    const record = desk.decidedRecord(id)
    if (!record) continue
    const of = { ...asked, report: [id], copies: true }
    yield {
      record,
      whole: true,
      // Fetched only by the formats that look at them.
      get statements() {
        return [...desk.all({ list: 'statements', filter: narrowed('statements', of) })]
      },
      get events() {
        return [...desk.all({ list: 'events', filter: narrowed('events', of) })]
      },
    }
  }
}

/** Rows of one report stand together in the order in which they were added. */
function* chosenRows(desk: ReadDesk, list: 'statements' | 'events', filter: Filter): Generator<Selection> {
  const rows = desk.all({ list, filter: narrowed(list, filter), sort: 'added' })
  for (const [report, group] of groupsBy(rows as Iterable<StatementRow | EventRow>)) {
    const record = desk.decidedRecord(report)
    if (!record) continue
    const statements = group.filter((row) => row.list === 'statements')
    yield { record, whole: false, statements, events: group.filter((row) => row.list === 'events') }
  }
}

function* groupsBy<R extends { report: string }>(rows: Iterable<R>): Generator<[string, R[]]> {
  let group: R[] = []
  for (const row of rows) {
    if (group.length > 0 && group[0].report !== row.report) {
      yield [group[0].report, group]
      group = []
    }
    group.push(row)
  }
  if (group.length > 0) yield [group[0].report, group]
}
