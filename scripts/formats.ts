/** Writes what is made from the program's own tables: columns, codes and formats of docs/formats.md, types of docs/events.md, tables of docs/codebook.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withFormatTables } from '../src/export/format-tables.ts'

for (const name of ['formats', 'events', 'codebook']) {
  const page = new URL(`../docs/${name}.md`, import.meta.url)
  writeFileSync(page, withFormatTables(readFileSync(page, 'utf8')))
}
