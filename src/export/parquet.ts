import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { batchesOf } from '../batches-of.ts'
import { version } from '../version.ts'
import { codebookOf } from './codebook.ts'
import { type Column, type ColumnType, chosenColumns, type Value } from './columns.ts'
import type { TableName, TableRow } from './tables.ts'

/** Rows of a row group: what is held in memory at once. */
const GROUP = 10_000

/**
 * Rows as Parquet: the columns that `writeCsv` has, typed (UTF8, INT32, DOUBLE, BOOLEAN, DATE, TIMESTAMP, LIST of UTF8, LIST of a struct for spans), Snappy, a
 * row group for every 10,000 rows. The table's codebook stands in the file's metadata (`onrecord.codebook`). Bytes are handed on after each group, so that
 * memory stays flat.
 */
export function* writeParquet<T extends TableName>(
  table: T,
  rows: Iterable<TableRow[T]>,
  { columns: names }: { columns?: readonly string[] } = {},
): Generator<Uint8Array> {
  yield* writeColumns(table, chosenColumns(table, names), rows, names)
}

/** Values of a row of Parquet that was read, by the names of its columns. */
export type ParquetRow = { readonly [column: string]: unknown }

/** Rows that were read from files that `writeParquet` wrote, as one file; a column that an older file lacks is empty. */
export function writeReadRows(table: TableName, rows: Iterable<ParquetRow>): Iterable<Uint8Array> {
  const of = chosenColumns(table).map((column) => ({
    ...column,
    value: (row: ParquetRow) => (row[column.name] ?? (isList(column.type) ? [] : undefined)) as Value,
  }))
  return writeColumns(table, of as readonly Column<ParquetRow>[], rows)
}

const isList = (type: ColumnType) => type === 'list' || type === 'spans'

function* writeColumns<R>(
  table: TableName,
  of: readonly Column<R>[],
  rows: Iterable<R>,
  names?: readonly string[],
): Generator<Uint8Array> {
  const bytes = new ByteWriter()
  const kvMetadata = [
    { key: 'onrecord.table', value: table },
    { key: 'onrecord.version', value: version },
    { key: 'onrecord.codebook', value: codebookOf(table, names) },
  ]
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(of),
    createdBy: `onrecord ${version}`,
    kvMetadata,
  })
  let any = false
  for (const group of batchesOf(rows, GROUP)) {
    parquet.write({ columnData: of.map((column) => dataOf(column, group)), rowGroupSize: group.length })
    yield taken(bytes)
    any = true
  }
  if (!any) parquet.write({ columnData: of.map((column) => dataOf(column, [])) })
  parquet.finish()
  yield taken(bytes)
}

/** What was written since it was last taken. */
function taken(bytes: ByteWriter): Uint8Array {
  const chunk = bytes.getBytes().slice()
  bytes.index = 0
  return chunk
}

function dataOf<R>({ name, type, value }: Column<R>, rows: readonly R[]): ColumnSource {
  const made = MADE[type]
  return { name, data: rows.map((row) => (made ? made(value(row) as never) : (value(row) as Value))) }
}

/** What is handed to the writer in the place of some values. */
const MADE: { readonly [T in ColumnType]?: (value: string | Date | undefined) => Date | undefined } = {
  date: dateOf,
  moment: dateOf,
}

/** A day or a moment; one that names no zone is taken as it stands, as UTC would be. */
function dateOf(value: string | Date | undefined): Date | undefined {
  if (value === undefined || value instanceof Date) return value
  const hasZone = value.length === 10 || /(?:Z|[+-]\d\d:\d\d)$/.test(value)
  const time = Date.parse(hasZone ? value : `${value}Z`)
  return Number.isNaN(time) ? undefined : new Date(time)
}

function schemaOf(columns: readonly Column<never>[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(({ name, type }) => ELEMENTS[type](name))]
}

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const
const listOf = (name: string, ...element: SchemaElement[]): SchemaElement[] => [
  { name, converted_type: 'LIST', num_children: 1, repetition_type: 'REQUIRED' },
  { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
  ...element,
]

const ELEMENTS: { readonly [T in ColumnType]: (name: string) => SchemaElement[] } = {
  text: (name) => [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', ...OPTIONAL }],
  integer: (name) => [{ name, type: 'INT32', ...OPTIONAL }],
  decimal: (name) => [{ name, type: 'DOUBLE', ...OPTIONAL }],
  boolean: (name) => [{ name, type: 'BOOLEAN', ...OPTIONAL }],
  date: (name) => [{ name, type: 'INT32', converted_type: 'DATE', ...OPTIONAL }],
  // what a report says of a time names no zone; what does is UTC here
  moment: (name) => [
    {
      name,
      type: 'INT64',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: !LOCAL.has(name), unit: 'MILLIS' },
      ...OPTIONAL,
    },
  ],
  list: (name) => listOf(name, { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', ...OPTIONAL }),
  spans: (name) =>
    listOf(
      name,
      { name: 'element', num_children: 2, ...OPTIONAL },
      { name: 'start', type: 'INT32', repetition_type: 'REQUIRED' },
      { name: 'end', type: 'INT32', repetition_type: 'REQUIRED' },
    ),
}

const LOCAL = new Set(['when_from', 'when_to'])
