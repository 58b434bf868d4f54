// A typed TypeScript client of the HTTP API, made from what the server says of itself; it needs nothing but fetch.
//   node examples/api-client/make-client.js http://127.0.0.1:4321 > onrecord-client.ts
import { pathToFileURL } from 'node:url'

/** The client's source, from a description in OpenAPI 3.1. */
export function clientOf({ components, paths }) {
  const named = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema, true)}`,
  )
  const methods = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => methodOf(path, method, operation)),
  )
  return `// Made by make-client.js from the server's description. Change that, not this.

${named.join('\n\n')}

/** What the server refuses: \`code\` says why, docs/api.md lists them. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, { code, message }: { code: string; message: string }) {
    super(message)
    this.status = status
    this.code = code
  }
}

type Query = { [name: string]: unknown }

export interface ClientOptions {
  /** for a server that wants one */
  token?: string
  fetch?: (address: string, init: RequestInit) => Response | Promise<Response>
}

export function openClient(base: string, { token, fetch = globalThis.fetch }: ClientOptions = {}) {
  async function ask(method: string, path: string, query: Query = {}, body?: unknown): Promise<Response> {
    const asked = new URLSearchParams()
    for (const [name, value] of Object.entries(query))
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) asked.append(name, String(one))
    const answer = await fetch(\`\${base.replace(/\\/$/, '')}\${path}\${asked.size > 0 ? \`?\${asked}\` : ''}\`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: \`Bearer \${token}\` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new ApiError(answer.status, ((await answer.json()) as Error_).error)
    return answer
  }
  type Error_ = { error: { code: string; message: string } }
  const part = (value: string) => encodeURIComponent(value)
  return {
${methods.join('\n')}
  }
}
`
}

/** One operation as a method: parts of the path first, then the body, then the query. */
function methodOf(path, method, { operationId, summary, parameters = [], requestBody, responses }) {
  const inPath = parameters.filter(({ in: where }) => where === 'path')
  const inQuery = parameters.filter(({ in: where }) => where === 'query')
  const needed = inQuery.some(({ required }) => required)
  const body = requestBody?.content?.['application/json']?.schema
  const takes = [
    ...inPath.map(({ name, schema }) => `${name}: ${typeOf(schema)}`),
    ...(body ? [`body: ${typeOf(body)}`] : []),
    ...(inQuery.length > 0 ? [`query${needed ? '' : '?'}: { ${inQuery.map(property).join('; ')} }`] : []),
  ]
  const [type, content] = Object.entries(responses['200'].content ?? {})[0] ?? []
  const [gives, read] =
    type?.includes('json') && !type.includes('jsonl')
      ? [typeOf(content.schema), 'json']
      : type?.startsWith('text/') || type?.includes('jsonl')
        ? ['string', 'text']
        : ['ArrayBuffer', 'arrayBuffer']
  const address = path.replace(/\{(\w+)\}/g, (_, name) => ['$', `{part(${name})}`].join(''))
  const asks = [
    `'${method.toUpperCase()}'`,
    `\`${address}\``,
    inQuery.length > 0 ? 'query' : '{}',
    ...(body ? ['body'] : []),
  ]
  return `    /** ${(summary ?? operationId).replace(/\*\//g, '')} */
    async ${operationId}(${takes.join(', ')}): Promise<${gives}> {
      return (await ask(${asks.join(', ')})).${read}() as Promise<${gives}>
    },`
}

const property = ({ name, required, schema }) => `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema)}`

/** A JSON Schema as a type. What it says beyond a type, such as a pattern, is left to the server. */
function typeOf(schema, isNamed = false) {
  if (schema === undefined || schema === true || Object.keys(schema).length === 0) return 'unknown'
  if (schema.$ref) return schema.$ref.split('/').at(-1)
  if (schema.allOf) return schema.allOf.map((one) => `(${typeOf(one)})`).join(' & ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map(typeOf))].join(' | ')
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ')
  switch (schema.type) {
    case 'array':
      return schema.prefixItems
        ? `[${schema.prefixItems.map(typeOf).join(', ')}]`
        : `readonly (${typeOf(schema.items)})[]`
    case 'object':
      return objectOf(schema, isNamed)
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
    case 'null':
    case 'string':
      return schema.type
  }
  return 'unknown'
}

/** An object has what it is described with; one without a name of its own may hold more, where the description says so. */
function objectOf({ properties = {}, required = [], additionalProperties }, isNamed) {
  const own = Object.entries(properties).map(
    ([name, schema]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  const isOpen = typeof additionalProperties === 'object' && !isNamed
  const others = own.length > 0 || !additionalProperties ? 'unknown' : typeOf(additionalProperties)
  return `{ ${own.concat(isOpen || own.length === 0 ? `[name: string]: ${others}` : []).join('; ')} }`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const answer = await fetch(new URL('/api/openapi.json', process.argv[2]))
  process.stdout.write(clientOf(await answer.json()))
}
