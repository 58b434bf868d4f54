/** Says what a field should be, where it is not: 'is none of verb, noun'. The tables are those that reading will see. */
export type FieldCheck = (value: string, row: readonly string[], tables: CodebookRows) => string | undefined

/** Rows of any table of the codebook, by its file's name. */
export type CodebookRows = (file: string) => readonly (readonly string[])[]

export interface TableColumn {
  name: string
  /** may be left out at the end of a row */
  optional: boolean
  check?: FieldCheck
}

/** How a row is named, so that another may take its place or a '!' may take it away. */
export type TableKey =
  /** by its first fields */
  | { by: 'fields'; count: number }
  /** a set of words: the first field names it, the second holds words; rows of one name add up; `fixed` where no set may be added */
  | { by: 'set'; fixed?: true }
  /** by the names in one field: parts between ';' where it holds several, spellings between '|' */
  | { by: 'names'; column: number }
  /** each of the words between '|' in one field by itself */
  | { by: 'items'; column: number }

/** One file of the codebook. */
export interface Table {
  columns: readonly TableColumn[]
  key: TableKey
  /** who reads it: the stages, or the exports alone */
  of: 'reading' | 'exports'
}

type Checks = Readonly<Record<string, FieldCheck>>

/**
 * A table described by its columns' names: '*' after a name that the key has, '?' after one that may be left out.
 *
 * @example keyed('lemma* when* type mode recipients')
 */
export function keyed(names: string, checks: Checks = {}): Table {
  const words = names.split(' ')
  return described(names, { by: 'fields', count: words.filter((word) => word.includes('*')).length }, checks)
}

/** A table whose rows are sets of words. */
export const sets = (names: string, checks: Checks = {}): Table => described(names, { by: 'set' }, checks)

/** A table of the lists that a stage's steps ask for by name: words may be added and taken away, but no list. */
export const wordLists = (names: string): Table => described(names, { by: 'set', fixed: true }, {})

/** A table whose rows are named by the spellings in the column `column`. */
export const named = (names: string, column: string, checks: Checks = {}): Table =>
  described(names, { by: 'names', column: columnAt(names, column) }, checks)

/** A table whose rows hold words in the column `column`, each for itself. */
export const listed = (names: string, column: string, checks: Checks = {}): Table =>
  described(names, { by: 'items', column: columnAt(names, column) }, checks)

/** A table that only exports read. */
export const forExports = (table: Table): Table => ({ ...table, of: 'exports' })

const plain = (word: string) => word.replace(/[*?]/g, '').replaceAll('_', ' ')
const columnAt = (names: string, column: string) => names.split(' ').map(plain).indexOf(column)

function described(names: string, key: TableKey, checks: Checks): Table {
  const columns = names.split(' ').map((word) => {
    const name = plain(word)
    return { name, optional: word.includes('?'), ...(checks[name] ? { check: checks[name] } : {}) }
  })
  return { columns, key, of: 'reading' }
}
