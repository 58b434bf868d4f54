/** Writes docs/record.schema.json from the record's schema: `npm run schema`. */
import { writeFileSync } from 'node:fs'
import { recordJsonSchema } from '../src/record/jsonSchema.ts'

writeFileSync(new URL('../docs/record.schema.json', import.meta.url), recordJsonSchema())
