import { problemCodes } from './codes.ts'
import { type FieldKind, fieldsIn } from './fields.ts'
import { recordSchema } from './schema.ts'
import type { Record as NewsRecord, Role, Span } from './types.ts'

/** Something wrong with a record: a code of `problemCodes`, where it stands, and a sentence. */
export interface Problem {
  code: keyof typeof problemCodes
  /** where in the record, such as 'statements[2].content[0]' */
  path: string
  message: string
}

/**
 * Checks that a record holds together: its shape, every span inside the text, not empty and not splitting a character, every id unique and
 * every reference resolved, no statement within itself. Fields that the schema does not have are passed over, since a newer version may have
 * added them.
 *
 * @param options.strict fields that the schema does not have are problems too: for who writes records
 * @returns what is wrong, in the order of the record; an empty list where nothing is. Never throws.
 * @example checkRecord(reader.read({ id: '1', text: 'Rain fell.' })) // []
 */
export function checkRecord(record: unknown, { strict = false }: { strict?: boolean } = {}): Problem[] {
  const parsed = recordSchema.safeParse(record)
  if (!parsed.success) return parsed.error.issues.map((issue) => problem('shape', pathOf(issue.path), issue.message))
  return [
    ...(strict ? checkFields(record, parsed.data) : []),
    ...checkSpans(parsed.data),
    ...checkIds(parsed.data),
    ...checkWithin(parsed.data),
  ]
}

/** What is said of a field that the schema does not have. */
export const UNKNOWN_FIELD = 'the schema has no such field'

/** Fields that parsing passed over. */
function checkFields(given: unknown, parsed: unknown, path = ''): Problem[] {
  if (typeof given !== 'object' || given === null) return []
  const known = parsed as { [field: string]: unknown }
  return Object.entries(given).flatMap(([field, value]) => {
    const at = Array.isArray(given) ? `${path}[${field}]` : path === '' ? field : `${path}.${field}`
    return field in known ? checkFields(value, known[field], at) : [problem('shape', at, UNKNOWN_FIELD)]
  })
}

/** Every span of the record, wherever it stands: whatever has a start or an end. */
function checkSpans({ report, reader, ...rows }: NewsRecord): Problem[] {
  const problems: Problem[] = []
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      value.forEach((item, at) => {
        look(item, `${path}[${at}]`)
      })
      return
    }
    const { start, end } = value as Partial<Span>
    const code = start === undefined && end === undefined ? undefined : spanProblem(report.text, { start, end })
    if (code) problems.push(problem(code, path, `[${start}, ${end}) in a text of ${report.text.length}`))
    for (const [field, inner] of Object.entries(value)) look(inner, path === '' ? field : `${path}.${field}`)
  }
  look(report, 'report')
  look(rows, '')
  return problems
}

function spanProblem(text: string, { start, end }: Partial<Span>): Problem['code'] | undefined {
  if (start === undefined || end === undefined) return 'span-half'
  if (end > text.length || start > text.length) return 'span-outside'
  if (end <= start) return 'span-empty'
  return splitsCharacter(text, start) || splitsCharacter(text, end) ? 'span-splits-character' : undefined
}

/** Whether this offset stands between the two halves of one character. */
function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

type Kind = 'entities' | 'times' | 'places' | 'statements' | 'events'
const kinds: readonly Kind[] = ['entities', 'times', 'places', 'statements', 'events']
const linkable: readonly Kind[] = ['entities', 'statements', 'events']

function checkIds(record: NewsRecord): Problem[] {
  const problems: Problem[] = []
  const kindOf = new Map<string, Kind>()
  for (const kind of kinds)
    record[kind].forEach(({ id }, n) => {
      if (kindOf.has(id)) problems.push(problem('id-repeated', `${kind}[${n}].id`, `'${id}'`))
      else kindOf.set(id, kind)
    })
  const refer = (path: string, id: string | undefined, ...allowed: readonly Kind[]) => {
    const kind = id === undefined ? undefined : kindOf.get(id)
    if (id !== undefined && !(kind && allowed.includes(kind)))
      problems.push(problem('id-unresolved', path, `'${id}' names none of the record's ${allowed.join(', ')}`))
  }
  record.times.forEach(({ anchor }, t) => {
    if (anchor !== 'published') refer(`times[${t}].anchor`, anchor, 'times')
  })
  record.places.forEach(({ entity }, p) => {
    refer(`places[${p}].entity`, entity, 'entities')
  })
  for (const list of ['statements', 'events'] as const)
    record[list].forEach((row, n) => {
      for (const [name, { kind }] of fieldsIn(list))
        for (const [path, id, to] of referencesOf(kind, (row as { [field: string]: unknown })[name]))
          refer(`${list}[${n}].${name}${path}`, id, to)
    })
  record.links.forEach(({ from, to }, l) => {
    refer(`links[${l}].from`, from, ...linkable)
    refer(`links[${l}].to`, to, ...linkable)
  })
  return problems
}

type Reference = [path: string, id: string | undefined, to: Kind]

/** The ids in a field's value, and what they name. */
function referencesOf(kind: FieldKind, value: unknown): Reference[] {
  const to = referred[kind]
  if (to) return [['', value as string | undefined, to]]
  if (kind === 'entities') return (value as string[]).map((id, n) => [`[${n}]`, id, 'entities'])
  if (kind === 'roles') return (value as Role[]).map(({ entity }, n) => [`[${n}].entity`, entity, 'entities'])
  return kind === 'word' ? [['.statement', (value as { statement?: string }).statement, 'statements']] : []
}

const referred: { readonly [kind in FieldKind]?: Kind } = {
  entity: 'entities',
  time: 'times',
  place: 'places',
  statement: 'statements',
}

function checkWithin({ statements }: NewsRecord): Problem[] {
  const within = new Map(statements.map(({ id, within }) => [id, within]))
  const sound = new Set<string>()
  const problems: Problem[] = []
  statements.forEach(({ id }, s) => {
    const way = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !sound.has(at) && !way.has(at)) {
      way.add(at)
      at = within.get(at)
    }
    if (at === undefined || sound.has(at)) for (const passed of way) sound.add(passed)
    else if (at === id) problems.push(problem('within-cycle', `statements[${s}].within`, [...way, id].join(' within ')))
  })
  return problems
}

function problem(code: Problem['code'], path: string, detail: string): Problem {
  return { code, path, message: `${problemCodes[code]} (${detail})` }
}

function pathOf(parts: readonly PropertyKey[]): string {
  return parts
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}
