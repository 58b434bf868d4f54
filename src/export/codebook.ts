import { meaningsOf } from '../codes/meanings.ts'
import { chosenColumns } from './columns.ts'
import { csvCell } from './csv.ts'
import type { TableName } from './tables.ts'

/**
 * The codebook of a table, as CSV: a row for each column (its `code` is empty) and, under it, a row for each code that can stand
 * there. Columns: column, code, type, meaning.
 */
export function codebookOf(table: TableName, names?: readonly string[]): string {
  const lines = ['column,code,type,meaning']
  for (const { name, type, meaning, codes } of chosenColumns(table, names)) {
    lines.push([name, '', type, meaning].map(csvCell).join(','))
    for (const code of codes ? meaningsOf(codes) : [])
      lines.push([name, code.code, 'code', code.meaning].map(csvCell).join(','))
  }
  return `${lines.join('\r\n')}\r\n`
}
