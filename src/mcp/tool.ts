import type { CallToolResult, McpServer, StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { didYouMean } from '../codebook/nearest.ts'
import { deskFailure } from '../desk/failure.ts'
import { Failure } from '../record/failure.ts'
import { codesAsWritten } from '../rows/codes-as-written.ts'
import { filterSchema } from '../rows/filter.ts'
import { slimInput, slimOutput } from './slim.ts'

/** What an assistant can call: a question with one schema, and the answer to it. Nothing that it does changes anything. */
export interface Tool<Input extends z.ZodType = z.ZodType> {
  name: string
  title: string
  /** what it is for and what to keep to, for the assistant */
  description: string
  input: Input
  output: z.ZodObject
  /** properties that another tool describes, with where */
  elsewhere?: { readonly [property: string]: string }
  /** @throws Failure where the call cannot be answered */
  answer(input: z.output<Input>): object | Promise<object>
}

/** Is told of errors that are faults of onrecord. */
export type Fault = (error: unknown) => void

/** Typed by its schema, for a list of tools of different ones. */
export function tool<Input extends z.ZodType>(made: Tool<Input>): Tool {
  return made as unknown as Tool
}

/**
 * Offers a tool. Whatever goes wrong in a call is the call's answer: a code and what to do.
 *
 * @param desk the file of the desk that it looks in
 */
export function offer(
  server: McpServer,
  { name, title, description, input, output, elsewhere, answer }: Tool,
  fault: Fault,
  desk = '',
): void {
  const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: unchecked(input, (schema) => slimInput(schema, elsewhere)),
      outputSchema: unchecked(output, slimOutput),
      annotations,
    },
    async (given): Promise<CallToolResult> => {
      try {
        return answered(await answer(checked(input, given)))
      } catch (error) {
        return refused(failureOf(deskFailure(error, desk), fault))
      }
    },
  )
}

/** A schema that is shown in short and lets everything through, so that what is wrong is said with our codes. */
function unchecked(schema: z.ZodType, slim: (schema: Shown) => Shown): StandardSchemaWithJSON {
  const { version, vendor, jsonSchema } = (schema as unknown as StandardSchemaWithJSON)['~standard']
  const shown: typeof jsonSchema = {
    input: (options) => slim(jsonSchema.input(options)),
    output: (options) => slim(jsonSchema.output(options)),
  }
  return { '~standard': { version, vendor, jsonSchema: shown, validate: (value) => ({ value }) } }
}

type Shown = { [word: string]: unknown }

function checked<Input extends z.ZodType>(schema: Input, given: unknown): z.output<Input> {
  const parsed = schema.safeParse(written(given))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const { path } = issue
  const message = issue.code === 'unrecognized_keys' ? misplaced(schema, issue.keys[0], path) : issue.message
  throw new Failure('bad-argument', path.length > 0 ? `${path.join('.')}: ${message}` : message)
}

/** A call with the codes of its filter as they are written. */
function written(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('filter' in given)) return given
  return { ...given, filter: codesAsWritten(given.filter) }
}

/** That a key is none, and where it belongs: a field of the filter beside it goes into it. */
function misplaced(schema: z.ZodType, key: string, path: readonly PropertyKey[]): string {
  const shape = schema instanceof z.ZodObject ? (schema.shape as { [field: string]: unknown }) : {}
  const within = path.length === 0 && 'filter' in shape
  if (within && Object.hasOwn(filterSchema.shape, key))
    return `'${key}' goes into filter: {"filter":{"${key}":["..."]}}`
  const known = path.length === 0 ? Object.keys(shape) : Object.keys(filterSchema.shape)
  if (path[0] === 'filter' && Object.hasOwn(shape, key)) return `'${key}' stands beside filter, not in it`
  return `there is no '${key}'${didYouMean(key, known)}; there are ${known.join(', ')}`
}

/** The answer as data, and as JSON for assistants that know only text. */
function answered(answer: object): CallToolResult {
  const text = JSON.stringify(answer)
  // by way of JSON, so that fields without a value are not there
  return { content: [{ type: 'text', text }], structuredContent: JSON.parse(text) }
}

function refused({ code, message }: Failure): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify({ error: { code, message } }) }], isError: true }
}

function failureOf(error: unknown, fault: Fault): Failure {
  if (error instanceof Failure) return error
  fault(error)
  return new Failure('reader-failed', 'onrecord failed on this call; this is a bug in onrecord, please report it')
}
