import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recordJsonSchema } from './jsonSchema.ts'

test('docs/record.schema.json is what the schema says; `npm run schema` writes it', () => {
  expect(readFileSync(new URL('../../docs/record.schema.json', import.meta.url), 'utf8')).toBe(recordJsonSchema())
})

test('the JSON Schema allows no field outside the schema', () => {
  const open: string[] = []
  const look = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, properties, additionalProperties } = node as { [key: string]: unknown }
    if (type === 'object' && properties && additionalProperties !== false) open.push(path)
    for (const [key, value] of Object.entries(node)) look(value, `${path}/${key}`)
  }
  look(JSON.parse(recordJsonSchema()), '')
  expect(open).toEqual([])
})
