import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { meaningsOf } from '../codes/meanings.ts'
import { version } from '../version.ts'
import { type Column, type ColumnType, chosenColumns, spanText, type Value } from './columns.ts'
import type { RowsOf } from './format.ts'
import type { TableName } from './tables.ts'
import { viewed } from './views.ts'

/** Bytes that are handed on at once. */
const PIECE = 1 << 20
/** Rows of one transaction. */
const GROUP = 5000

/**
 * Tables as one SQLite file, with the columns that `writeCsv` has, a view of each of those that a desk has views of, and the codebook as a table. It is written to a
 * temporary file, which goes when its bytes are read, so that memory stays flat. Lists and spans are arrays of JSON, true is 1, what is not known is null.
 */
export function* writeSqlite(
  tables: readonly TableName[],
  rowsOf: RowsOf,
  { columns: names }: { columns?: readonly string[] } = {},
): Generator<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-sqlite-'))
  const file = join(folder, 'export.sqlite')
  try {
    const db = new Database(file)
    try {
      fill(db, tables, rowsOf, names)
    } finally {
      db.close()
    }
    const handle = openSync(file, 'r')
    // gone from the disk with whoever reads it, even if that is killed; where open files cannot be removed, below
    if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true })
    yield* bytesOf(handle)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fill(db: Database.Database, tables: readonly TableName[], rowsOf: RowsOf, names?: readonly string[]): void {
  // nobody else sees the file before it is whole
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.exec(`CREATE TABLE codebook (table_name TEXT, column_name TEXT, code TEXT, type TEXT, meaning TEXT)`)
  db.exec('CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)')
  db.prepare("INSERT INTO about VALUES ('onrecord.version', ?)").run(version)
  for (const table of tables) {
    const columns = chosenColumns(table, names) as readonly Column<never>[]
    db.exec(`CREATE TABLE ${table} (${columns.map(defined).join(', ')})`)
    insertRows(db, table, columns, rowsOf(table) as Iterable<never>)
    describe(db, table, columns)
    const view = viewed(table, columns)
    if (view) db.exec(view)
  }
}

function defined({ name, type }: Column<never>): string {
  return `"${name}" ${AFFINITY[type]}${name === 'row_key' ? ' PRIMARY KEY' : ''}`
}

const AFFINITY: { readonly [T in ColumnType]: string } = {
  text: 'TEXT',
  integer: 'INTEGER',
  decimal: 'REAL',
  boolean: 'INTEGER',
  list: 'TEXT',
  date: 'TEXT',
  moment: 'TEXT',
  spans: 'TEXT',
}

function insertRows(
  db: Database.Database,
  table: string,
  columns: readonly Column<never>[],
  rows: Iterable<never>,
): void {
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`)
  let open = 0
  db.exec('BEGIN')
  for (const row of rows) {
    insert.run(columns.map(({ type, value }) => cellOf(type, value(row))))
    if (++open % GROUP === 0) db.exec('COMMIT; BEGIN')
  }
  db.exec('COMMIT')
}

function cellOf(type: ColumnType, value: Value): string | number | null {
  if (value === undefined) return null
  if (typeof value === 'boolean') return Number(value)
  if (typeof value !== 'object') return value
  if (value.length === 0) return null
  return JSON.stringify(type === 'spans' ? value.map((span) => span && spanText(span as never)) : value)
}

function describe(db: Database.Database, table: string, columns: readonly Column<never>[]): void {
  const insert = db.prepare('INSERT INTO codebook VALUES (?, ?, ?, ?, ?)')
  for (const { name, type, meaning, codes } of columns) {
    insert.run(table, name, null, type, meaning)
    for (const { code, meaning } of codes ? meaningsOf(codes) : []) insert.run(table, name, code, 'code', meaning)
  }
}

function* bytesOf(handle: number): Generator<Uint8Array> {
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE)
      const read = readSync(handle, piece)
      if (read === 0) return
      yield piece.subarray(0, read)
    }
  } finally {
    closeSync(handle)
  }
}
