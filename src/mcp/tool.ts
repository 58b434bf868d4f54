import type { CallToolResult, McpServer, StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import { deskFailure } from '../desk/failure.ts'
import { Failure } from '../record/failure.ts'

/** What an assistant can call: a question with one schema, and the answer to it. Nothing that it does changes anything. */
export interface Tool<Input extends z.ZodType = z.ZodType> {
  name: string
  title: string
  /** what it is for and what to keep to, for the assistant */
  description: string
  input: Input
  output: z.ZodObject
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
  { name, title, description, input, output, answer }: Tool,
  fault: Fault,
  desk = '',
): void {
  const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }
  server.registerTool(
    name,
    { title, description, inputSchema: unchecked(input), outputSchema: output, annotations },
    async (given): Promise<CallToolResult> => {
      try {
        return answered(await answer(checked(input, given)))
      } catch (error) {
        return refused(failureOf(deskFailure(error, desk), fault))
      }
    },
  )
}

/** A schema that is shown as it is and lets everything through, so that what is wrong is said with our codes. */
function unchecked(schema: z.ZodType): StandardSchemaWithJSON {
  const { version, vendor, jsonSchema } = (schema as unknown as StandardSchemaWithJSON)['~standard']
  return { '~standard': { version, vendor, jsonSchema, validate: (value) => ({ value }) } }
}

function checked<Input extends z.ZodType>(schema: Input, given: unknown): z.output<Input> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [{ path, message }] = parsed.error.issues
  throw new Failure('bad-argument', path.length > 0 ? `${path.join('.')}: ${message}` : message)
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
