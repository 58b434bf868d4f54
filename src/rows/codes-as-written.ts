/** Fields of a filter whose values are codes, and whether those are written in capitals. */
const CAPITALS: { readonly [field: string]: boolean } = {
  act: false,
  quotation: false,
  type: true,
  mode: false,
  context: false,
  status: false,
  country: true,
  sector: true,
  source: true,
  kind: false,
  decided: false,
}

/**
 * A filter as somebody typed it, with codes written as they are: capitals count for nothing. What is no filter stays as it is, for the schema to say.
 *
 * @example codesAsWritten({ type: ['assault'], not: { act: ['Deny'] } }) // { type: ['ASSAULT'], not: { act: ['deny'] } }
 */
export function codesAsWritten(filter: unknown): unknown {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return filter
  return Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [
      field,
      field === 'not' ? codesAsWritten(value) : written(field, value),
    ]),
  )
}

function written(field: string, value: unknown): unknown {
  const capitals = Object.hasOwn(CAPITALS, field) ? CAPITALS[field] : undefined
  if (capitals === undefined || !Array.isArray(value)) return value
  return value.map((code) => (typeof code !== 'string' ? code : capitals ? code.toUpperCase() : code.toLowerCase()))
}
