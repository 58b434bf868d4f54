import { z } from 'zod'
import { recordSchema } from './schema.ts'

/** The record's schema as JSON Schema (draft 2020-12), as it stands in `docs/record.schema.json`. */
export function recordJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(recordSchema, { target: 'draft-2020-12' })
  const titled = { $schema, title: 'A record of a news report, onrecord/1', ...schema }
  return `${JSON.stringify(titled, null, 2)}\n`
}
