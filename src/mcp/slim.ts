/**
 * JSON schemas as assistants get them. What a model is shown of tools stands in its memory for good: bounds and patterns, which a refusal names when they matter,
 * are left out, what two tools take is described in one, and answers are described in docs/mcp.md.
 */

type Schema = { readonly [word: string]: unknown }

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Words that only bound what a schema takes. */
const BOUNDS = new Set([
  '$schema',
  'additionalProperties',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'pattern',
  'format',
  'id',
  'exclusiveMinimum',
])

/**
 * What a tool takes, without the bounds.
 *
 * @param named the properties that another tool describes, with where they are described
 */
export function slimInput(schema: Schema, named: { readonly [name: string]: string } = {}): Schema {
  const slim: { [word: string]: unknown } = {}
  for (const [word, value] of Object.entries(schema)) {
    if (BOUNDS.has(word) || (word === 'default' && typeof value === 'object')) continue
    if (word === 'properties' && isSchema(value))
      slim[word] = mapped(value, (field) => slimInput(field), { ...('not' in value && NOT), ...elsewhere(named) })
    else slim[word] = isSchema(value) ? slimInput(value) : value
  }
  return slim
}

/** What a tool answers: data, whose fields docs/mcp.md shows. */
export function slimOutput({ required }: Schema): Schema {
  return { type: 'object', ...(required !== undefined && { required }) }
}

const elsewhere = (named: { readonly [name: string]: string }) =>
  Object.fromEntries(Object.entries(named).map(([name, description]) => [name, { type: 'object', description }]))

/** A filter within a filter has the same fields. */
const NOT = { not: { type: 'object', description: 'the same fields of several values, to take away what they find' } }

const mapped = (fields: Schema, slim: (field: Schema) => Schema, instead: { [name: string]: Schema } = {}): Schema =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, instead[name] ?? (isSchema(field) ? slim(field) : field)]),
  )
