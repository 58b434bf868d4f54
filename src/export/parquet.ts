import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { List } from '../rows/filter.ts'
import type { RowOf } from '../rows/rows.ts'
import { version } from '../version.ts'
import { type Column, type ColumnType, columns, type Value } from './columns.ts'

/** Rows of a row group: what is held in memory at once. */
const GROUP = 10_000

/**
 * Rows as Parquet: the columns that `writeCsv` has, typed (UTF8, INT32, DOUBLE, BOOLEAN, LIST of UTF8), Snappy, a row group
 * for every 10,000 rows. Bytes are handed on after each group, so that memory stays flat.
 */
export function* writeParquet<L extends List>(list: L, rows: Iterable<RowOf[L]>): Generator<Uint8Array> {
  const bytes = new ByteWriter()
  const of = columns[list] as readonly Column<RowOf[L]>[]
  const parquet = new ParquetWriter({ writer: bytes, schema: schemaOf(of), createdBy: `onrecord ${version}` })
  let any = false
  for (const group of groupsOf(rows, GROUP)) {
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

function dataOf<R>({ name, value }: Column<R>, rows: readonly R[]): ColumnSource {
  return { name, data: rows.map((row) => value(row) as Value) }
}

function schemaOf(columns: readonly Column<never>[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(({ name, type }) => ELEMENTS[type](name))]
}

const ELEMENTS: { readonly [T in ColumnType]: (name: string) => SchemaElement[] } = {
  text: (name) => [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }],
  integer: (name) => [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }],
  decimal: (name) => [{ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }],
  boolean: (name) => [{ name, type: 'BOOLEAN', repetition_type: 'OPTIONAL' }],
  list: (name) => [
    { name, converted_type: 'LIST', num_children: 1, repetition_type: 'REQUIRED' },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  ],
}

function* groupsOf<T>(rows: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = []
  for (const row of rows) {
    group.push(row)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
