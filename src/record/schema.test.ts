import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withCodeTables } from './code-tables.ts'
import { fieldsIn } from './fields.ts'
import { recordJsonSchema } from './json-schema.ts'
import { recordSchema } from './schema.ts'

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

const page = readFileSync(new URL('../../docs/record.md', import.meta.url), 'utf8')

test.each(['statements', 'events'] as const)('the table of the fields of %s has the order of the schema', (list) => {
  const { element } = recordSchema.shape[list]
  expect(fieldsIn(list).map(([name]) => name)).toEqual(Object.keys(element.shape))
})

test('docs/record.md has the codes and fields as they are; `npm run schema` writes them', () => {
  expect(withCodeTables(page)).toBe(page)
  for (const table of ['noteCodes', 'problemCodes', 'errorCodes']) expect(page).toContain(`<!-- codes: ${table} -->`)
})

test('docs/record.md tells of every field', () => {
  const names = new Set<string>()
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { properties } = node as { properties?: object }
    for (const name of Object.keys(properties ?? {})) names.add(name)
    for (const value of Object.values(node)) look(value)
  }
  look(JSON.parse(recordJsonSchema()))
  expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual(['statement'])
  expect(page).toContain('`{ "statement": id }`')
})
