/** Writes what is made from the exports' own tables: the columns, codes and formats of docs/formats.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withFormatTables } from '../src/export/format-tables.ts'

const page = new URL('../docs/formats.md', import.meta.url)
writeFileSync(page, withFormatTables(readFileSync(page, 'utf8')))
