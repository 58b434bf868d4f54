/** Writes what is made from the record's schema and codes: docs/record.schema.json and the tables of docs/record.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withCodeTables } from '../src/record/code-tables.ts'
import { recordJsonSchema } from '../src/record/json-schema.ts'

const docs = new URL('../docs/', import.meta.url)
writeFileSync(new URL('record.schema.json', docs), recordJsonSchema())
const page = new URL('record.md', docs)
writeFileSync(page, withCodeTables(readFileSync(page, 'utf8')))
