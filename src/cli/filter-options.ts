import { type Command, Option } from 'commander'
import type { z } from 'zod'
import { Failure } from '../record/failure.ts'
import { codesAsWritten } from '../rows/codes-as-written.ts'
import { type Filter, filterSchema } from '../rows/filter.ts'

type Fields = { readonly [field: string]: z.ZodType }

const fields = filterSchema.shape as Fields
const negatable = filterSchema.shape.not.unwrap().shape as Fields

/**
 * Gives a command an option for every field of a filter: `--speaker NAME`, `--since DATE`, `--copies`. Those that take several values
 * may be given again and again; those that can be turned round have `--not-speaker NAME` beside them.
 */
export function withFilterOptions(command: Command): Command {
  for (const [field, schema] of Object.entries(fields)) {
    if (field === 'not') continue
    command.addOption(optionOf(field, schema))
    if (field in negatable) command.addOption(again(new Option(`--not-${field} <value>`).hideHelp()))
  }
  return command
}

/**
 * The filter that options give.
 *
 * @throws Failure `bad-argument` that names the option and what it takes
 */
export function filterOf(options: { readonly [option: string]: unknown }): Filter {
  const filter: { [field: string]: unknown } = {}
  const not: { [field: string]: unknown } = {}
  for (const [field, schema] of Object.entries(fields)) {
    if (options[field] !== undefined && field !== 'not') filter[field] = typed(schema, options[field])
    const turned = options[`not${field[0].toUpperCase()}${field.slice(1)}`]
    if (turned !== undefined && field in negatable) not[field] = turned
  }
  const parsed = filterSchema.safeParse(codesAsWritten(Object.keys(not).length > 0 ? { ...filter, not } : filter))
  if (parsed.success) return parsed.data
  const [{ path, message }] = parsed.error.issues
  const option = `--${path.filter((part) => typeof part === 'string').join('-')}`
  throw new Failure('bad-argument', `${option}: ${message}`)
}

function optionOf(field: string, schema: z.ZodType): Option {
  const kind = kindOf(schema)
  if (kind === 'boolean') return new Option(`--${field}`, describe(schema))
  const option = new Option(`--${field} <${kind === 'number' ? 'n' : 'value'}>`, describe(schema))
  return kind === 'array' ? again(option) : option
}

/** An option that may be given again and again: its values, in their order. */
function again(option: Option): Option {
  return option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
}

function typed(schema: z.ZodType, value: unknown): unknown {
  return kindOf(schema) === 'number' ? Number(value) : value
}

/** A field's description; making it optional hides it one level down. */
function describe(schema: z.ZodType): string | undefined {
  const { innerType } = schema.def as { innerType?: z.ZodType }
  return schema.description ?? (innerType && describe(innerType))
}

/** What a field holds, beneath 'optional': 'array', 'string', 'number' or 'boolean'. */
function kindOf(schema: z.ZodType): string {
  const { type, innerType } = schema.def as { type: string; innerType?: z.ZodType }
  return innerType ? kindOf(innerType) : type
}
