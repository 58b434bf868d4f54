import { readFileSync } from 'node:fs'
import type { Table } from '../codebook/table.ts'
import { readFiles, tables } from '../codebook/tables.ts'
import { type CodeSet, codebookTable, meaningsOf } from '../codes/meanings.ts'
import { acledColumns } from './acled.ts'
import { cameoColumns } from './cameo.ts'
import { type Column, columns } from './columns.ts'
import { formats } from './formats.ts'
import type { ShapedColumn } from './shaped.ts'
import type { TableName } from './tables.ts'
import { ucdpGedColumns } from './ucdp-ged.ts'

/** A page with its tables written anew: each stands under a line '<!-- KIND: NAME -->'. */
export function withFormatTables(page: string): string {
  return page.replace(
    /(<!-- (columns|codes|formats|cameo|acled|ucdp|tables): (\w+) -->\n)(?:\|.*\n)*/g,
    (_all, mark: string, kind: keyof typeof TABLES, name: string) => mark + TABLES[kind](name),
  )
}

const TABLES = {
  columns: (name: string) =>
    table(
      ['column', 'type', 'what it holds'],
      (columns[name as TableName] as readonly Column<never>[]).map(({ name, type, meaning, codes }) => [
        `\`${name}\``,
        type,
        codes ? `${meaning} ([codes](#${codes}))` : meaning,
      ]),
    ),
  codes: (name: string) =>
    table(
      ['code', 'what it means'],
      meaningsOf(name as CodeSet).map(({ code, meaning }) => [`\`${code}\``, meaning]),
    ),
  tables: (_name: string) =>
    table(
      ['table', 'fields', 'what it holds'],
      readFiles.map((file) => [`\`${file}\``, fieldsOf(tables[file]), firstRemark(file)]),
    ),
  formats: (_name: string) =>
    table(
      ['format', 'of', 'what it is'],
      Object.entries(formats).map(([name, { lists, says }]) => [`\`${name}\``, lists.join(', '), says]),
    ),
  acled: (name: string) =>
    name === 'columns'
      ? shaped(acledColumns)
      : table(
          ['type', 'mode', 'disorder type', 'event type', 'sub-event type'],
          codebookTable('event/acled.tsv').map((row) => row.map((cell) => (cell === '-' ? '' : cell))),
        ),
  ucdp: (_name: string) => shaped(ucdpGedColumns),
  cameo: (name: string) =>
    name === 'columns'
      ? table(
          ['column', 'what it holds'],
          cameoColumns.map(([column, holds]) => [`\`${column}\``, holds]),
        )
      : table(
          ['type', 'mode', 'context', 'CAMEO', 'what that means', 'what is lost'],
          codebookTable('event/cameo.tsv').map((row) => row.map((cell) => (cell === '-' ? '' : cell))),
        ),
}

const shaped = (columns: readonly ShapedColumn[]) =>
  table(
    ['column', 'what it holds'],
    columns.map(({ name, holds }) => [`\`${name}\``, holds]),
  )

/** The fields of a table, those that name a row in bold. */
function fieldsOf({ columns, key }: Table): string {
  const isKey = (i: number) => (key.by === 'fields' ? i < key.count : i === (key.by === 'set' ? 0 : key.column))
  return columns.map(({ name, optional }, i) => `${isKey(i) ? `**${name}**` : name}${optional ? '?' : ''}`).join(', ')
}

/** The first sentence of the remark at a file's head. */
function firstRemark(file: string): string {
  const text = readFileSync(new URL(`../../codebook/${file}`, import.meta.url), 'utf8')
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('#'))
  const remark = lines
    .slice(0, end)
    .map((line) => line.slice(1).trim())
    .join(' ')
  return /^.*?[.:](?= |$)/.exec(remark)![0].replace(/:$/, '.')
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return `${line(head)}|${'---|'.repeat(head.length)}\n${rows.map(line).join('')}`
}
