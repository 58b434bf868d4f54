import type { Language } from '../language/types.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { Filter } from '../rows/filter.ts'
import type { EventRow, StatementRow } from '../rows/rows.ts'
import type { CsvOptions } from './csv.ts'
import type { TableName, TableRow } from './tables.ts'

/** What can be exported: a table of a desk, or its records. */
export type Exported = TableName | 'records'

/** A record as people decided, and those of its statements and events that are wanted. */
export interface Selection {
  record: NewsRecord
  statements: readonly StatementRow[]
  events: readonly EventRow[]
  /** whether the whole record is wanted, its entities and times too, and not only some rows of it */
  whole: boolean
}

/** One file of a format that gives several. */
export interface ExportedFile {
  name: string
  text: string
}

/** Help that a format may need. */
export interface Tools {
  /** the language stage; `openReader()` gives it */
  parse(text: string): Language
}

interface Common {
  /** what it is, in a sentence */
  says: string
  lists: readonly Exported[]
  /** of a file's name, without the point */
  extension: string
  mediaType: string
  /** narrows what is exported where the filter does not say otherwise */
  only?: Filter
}

/** Made from a desk's rows. */
export interface TableFormat extends Common {
  takes: 'rows'
  /** whether a codebook file stands beside it */
  codebook?: boolean
  /** whether columns can be chosen */
  columns?: boolean
  write<T extends TableName>(table: T, rows: Iterable<TableRow[T]>, options?: CsvOptions): Iterable<string | Uint8Array>
}

/** The rows of a table that are wanted. */
export type RowsOf = <T extends TableName>(table: T) => Iterable<TableRow[T]>

/** Made from the rows of several tables at once. */
export interface TablesFormat extends Common {
  takes: 'tables'
  columns?: boolean
  write(tables: readonly TableName[], rowsOf: RowsOf, options?: Pick<CsvOptions, 'columns'>): Iterable<Uint8Array>
}

/** Made from records. */
export interface RecordFormat extends Common {
  takes: 'records'
  /** records as the machine read them, whatever people decided */
  asRead?: true
  write(selections: Iterable<Selection>): Iterable<string>
}

/** Made from records and their trees. */
export interface ParsedFormat extends Common {
  takes: 'trees'
  write(selections: Iterable<Selection>, tools: Tools): Iterable<string>
}

/** Made from records, a few files each, into a folder. */
export interface FolderFormat extends Common {
  takes: 'folder'
  files(selections: Iterable<Selection>): Iterable<ExportedFile>
}

export type Format = TableFormat | TablesFormat | RecordFormat | ParsedFormat | FolderFormat
