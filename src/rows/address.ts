import { didYouMean } from '../codebook/nearest.ts'
import { Failure } from '../record/failure.ts'
import { codesAsWritten } from './codes-as-written.ts'
import { type Filter, filterSchema, type List, type Query, querySchema } from './filter.ts'

/**
 * A query as the parameters of an address, and back: what the API takes and what the page's addresses hold. A field with several values is
 * given again and again; what is taken away stands under `not.`: `?speaker=Jonas+Reth&not.outlet=Post&since=2025-03-01`.
 */

type Shape = { readonly [field: string]: { safeParse(value: unknown): { success: boolean } } }
const fields = filterSchema.shape as unknown as Shape
const notFields = filterSchema.shape.not.unwrap().shape as unknown as Shape
const isList = (field: string) => Object.hasOwn(notFields, field)
const numbers = new Set(['least', 'most'])

/** The parameters of a query, in a fixed order, so that the same query has the same address. */
export function queryToParams({
  filter = {},
  sort,
  descending,
  after,
  limit,
}: Partial<Omit<Query, 'list'>>): URLSearchParams {
  const params = filterToParams(filter)
  if (sort) params.set('sort', sort)
  if (descending !== undefined) params.set('descending', String(descending))
  if (after) params.set('after', after)
  if (limit !== undefined) params.set('limit', String(limit))
  return params
}

export function filterToParams(filter: Filter): URLSearchParams {
  const params = new URLSearchParams()
  for (const field of Object.keys(fields)) {
    const value = filter[field as keyof Filter]
    if (value === undefined || field === 'not') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(field, String(one))
  }
  for (const field of Object.keys(notFields))
    for (const one of filter.not?.[field as keyof NonNullable<Filter['not']>] ?? [])
      params.append(`not.${field}`, String(one))
  return params
}

/** That there is no such parameter, and which is most like it. */
function noParameter(name: string): string {
  const known = [...Object.keys(fields), ...Object.keys(notFields).map((field) => `not.${field}`)]
  return `there is no parameter '${name}'${didYouMean(name, [...known, 'sort', 'descending', 'after', 'limit'])}`
}

/** What is wrong with an address: which parameter, and what it takes. */
const wrong = (message: string) => new Failure('bad-argument', message)

/**
 * The query that parameters give; those that are not known are passed over when `lenient`, as a page's address may hold more.
 *
 * @throws Failure `bad-argument` that names the parameter
 * @example paramsToQuery('statements', new URLSearchParams('act=deny&limit=10')).filter // { act: ['deny'] }
 */
export function paramsToQuery<L extends List>(list: L, params: URLSearchParams, lenient = false): Query & { list: L } {
  const filter: { [field: string]: unknown } = {}
  const not: { [field: string]: unknown } = {}
  const rest: { [field: string]: unknown } = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name)
    if (!lenient && values.length > 1 && !isList(name.replace(/^not\./, '')))
      throw wrong(`${name} is given ${values.length} times and takes one value`)
    const field = name.replace(/^not\./, '')
    if (name !== field && isList(field)) not[field] = values
    else if (isList(name)) filter[name] = values
    else if (Object.hasOwn(fields, name) && name !== 'not') filter[name] = typed(name, values[0])
    else if (name === 'sort' || name === 'after') rest[name] = values[0]
    else if (name === 'limit') rest[name] = wholeNumber(name, values[0], 1)
    else if (name === 'descending') rest[name] = truth(values[0])
    else if (!lenient && name !== 'token') throw wrong(noParameter(name))
  }
  if (Object.keys(not).length > 0) filter['not'] = not
  const parsed = querySchema.safeParse({ list, filter: codesAsWritten(filter), ...rest })
  if (parsed.success) return parsed.data as Query & { list: L }
  const [{ path, message }] = parsed.error.issues
  throw wrong(`${path.filter((part) => part !== 'filter' && typeof part === 'string').join('.')}: ${message}`)
}

function typed(name: string, value: string): unknown {
  if (numbers.has(name)) return numberOf(name, value)
  return name === 'copies' ? truth(value) : value
}

/** Nothing is no number, though `Number` takes it for 0. */
function numberOf(name: string, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isNaN(number)) throw wrong(`${name} takes a number from 0 to 1, not '${text}'`)
  return number
}

/** What is neither true nor false stays as it is: the schema says what is wrong. */
function truth(value: string): unknown {
  return value === 'true' ? true : value === 'false' ? false : value
}

/**
 * A parameter that is a whole number from 1 on, or what stands for it where it is left out.
 *
 * @throws Failure `bad-argument`
 */
export function wholeNumber(name: string, value: string | undefined, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value)
  if (Number.isSafeInteger(number) && number >= 1) return number
  throw wrong(`${name} takes a whole number from 1 on, not '${value}'`)
}

/**
 * A number that an answer has at most so much of: more is refused, since who asks would take a part for the whole.
 *
 * @throws Failure `bad-argument`
 */
export function bounded(name: string, number: number, most: number): number {
  if (number <= most) return number
  throw wrong(
    `${name} takes at most ${most}, not ${number}; go on with the next page, or take a download, which has no limit`,
  )
}
