import { columnOf, type Field, type FieldKind, type fields, fieldsIn } from '../record/fields.ts'
import type { Span } from '../record/types.ts'
import { type Closed, numberOf } from './lists.ts'

/**
 * How the fields of statements and events stand in their tables: by what they hold, each kind has its columns, and its way there and back.
 * Roles and the spans of statements have tables of their own.
 */

/** The place of a row in its record, by its id. */
export type PlaceOf = (id: string | undefined) => number | undefined
/** The id of the row at a place of its record. */
export type IdAt = (place: unknown) => string | undefined
type Rows = 'entity' | 'time' | 'place' | 'statement'
export type RowPlaces = { readonly [row in Rows]: PlaceOf }
export type Ids = { readonly [row in Rows]: IdAt }

type Written = string | number | null | undefined
export type StoredRow = { [column: string]: Written }

interface Storing {
  /** the columns that are written, and those that are read, where they are others: words beside numbers */
  columns(column: string): string[]
  read?(column: string): string[]
  write(value: unknown, at: RowPlaces, column: string): Written[]
  /** the value from a row of the table, in which columns without a value are left out */
  give(row: StoredRow, column: string, ids: Ids, field: Field): unknown
}

const one = (column: string) => [column]
const parse = (text: Written) => JSON.parse(text as string)
const none: Storing = { columns: () => [], write: () => [], give: () => undefined }
const asItIs: Storing = { columns: one, write: (value) => [value as Written], give: (row, column) => row[column] }
const rowOf = (what: Rows): Storing => ({
  columns: one,
  write: (id, at) => [at[what](id as string | undefined)],
  give: (row, column, ids) => ids[what](row[column]),
})

const storing: { readonly [kind in FieldKind]: Storing } = {
  text: asItIs,
  number: asItIs,
  closed: {
    columns: (column) => [`${column}_code`],
    read: one,
    write: (value, _at, column) => [numberOf(column as Closed, value as string | undefined)],
    give: (row, column) => row[column],
  },
  flag: {
    columns: one,
    write: (value) => [value === undefined ? null : value ? 1 : 0],
    give: (row, column) => (row[column] === undefined ? undefined : row[column] === 1),
  },
  texts: {
    columns: one,
    write: (value) => [value === undefined ? null : JSON.stringify(value)],
    give: (row, column) => (row[column] === undefined ? undefined : parse(row[column])),
  },
  span: {
    columns: (column) => [`${column}_start`, `${column}_end`],
    write: (value) => [(value as Span | null | undefined)?.start, (value as Span | null | undefined)?.end],
    give(row, column, _ids, { nullable }) {
      const start = row[`${column}_start`]
      return start === undefined ? (nullable ? null : undefined) : { start, end: row[`${column}_end`] }
    },
  },
  spans: none,
  stretches: {
    columns: one,
    write: (value) => [
      value === undefined ? null : JSON.stringify((value as Span[]).flatMap(({ start, end }) => [start, end])),
    ],
    give: (row, column) => (row[column] === undefined ? undefined : spansFrom(parse(row[column]))),
  },
  roles: none,
  entity: rowOf('entity'),
  time: rowOf('time'),
  place: rowOf('place'),
  statement: rowOf('statement'),
  entities: {
    columns: one,
    write: (value, at) => [(value as string[]).length > 0 ? JSON.stringify((value as string[]).map(at.entity)) : null],
    give: (row, column, ids) => (row[column] === undefined ? [] : parse(row[column]).map(ids.entity)),
  },
  // the number, to search by; the whole of it stands among `counts`
  count: {
    columns: one,
    read: () => [],
    write: (value) => [(value as { value: number } | undefined)?.value],
    give: (row, column) => (row['counts'] === undefined ? undefined : parse(row['counts'])[column]),
  },
  word: {
    columns: one,
    write: (value, at) => [at.statement((value as { statement?: string }).statement)],
    give(row, column, ids) {
      const statement = ids.statement(row[column])
      return statement === undefined ? {} : { statement }
    },
  },
}

/** Spans from their offsets, one after the other. */
export function spansFrom(offsets: readonly number[]): Span[] {
  const spans: Span[] = []
  for (let i = 0; i < offsets.length; i += 2) spans.push({ start: offsets[i], end: offsets[i + 1] })
  return spans
}

type Stored = keyof typeof fields

/** The columns that a row's fields are written to, in the order of `valuesOf`. */
export function writtenColumns(list: Stored): string[] {
  return fieldsIn(list).flatMap(([name, { kind }]) => storing[kind].columns(columnOf(name)))
}

/** The columns that a row's fields are read from. */
export function readColumns(list: Stored): string[] {
  return fieldsIn(list).flatMap(([name, { kind }]) => {
    const { columns, read = columns } = storing[kind]
    return read(columnOf(name))
  })
}

/** What is written for a row of a record. */
export function valuesOf(list: Stored, row: object, at: RowPlaces): Written[] {
  return fieldsIn(list).flatMap(([name, { kind }]) =>
    storing[kind].write((row as { [field: string]: unknown })[name], at, columnOf(name)),
  )
}

/** A row of a record as its table has it, without what stands in other tables. */
export function fieldsFrom(list: Stored, row: StoredRow, ids: Ids): { [field: string]: unknown } {
  return Object.fromEntries(
    fieldsIn(list).map(([name, field]) => [name, storing[field.kind].give(row, columnOf(name), ids, field)]),
  )
}
