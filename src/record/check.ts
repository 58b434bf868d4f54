import { problemCodes } from './codes.ts'
import { recordSchema } from './schema.ts'
import type { Record as NewsRecord, Span } from './types.ts'

/** Something wrong with a record: a code of `problemCodes`, where it stands, and a sentence. */
export interface Problem {
  code: keyof typeof problemCodes
  /** where in the record, such as 'statements[2].content[0]' */
  path: string
  message: string
}

/**
 * Checks that a record holds together: its shape (no field outside the schema), every span inside the text, not empty and
 * not splitting a character, every id unique and every reference resolved, no statement within itself.
 *
 * @returns what is wrong, in the order of the record; an empty list where nothing is. Never throws.
 * @example checkRecord(reader.read({ id: '1', text: 'Rain fell.' })) // []
 */
export function checkRecord(record: unknown): Problem[] {
  const parsed = recordSchema.safeParse(record)
  if (!parsed.success) return parsed.error.issues.map((issue) => problem('shape', pathOf(issue.path), issue.message))
  return [...checkSpans(parsed.data), ...checkIds(parsed.data), ...checkWithin(parsed.data)]
}

function checkSpans({ report: { text, dateline }, ...record }: NewsRecord): Problem[] {
  const problems: Problem[] = []
  const check = (path: string, span: Partial<Span> | null | undefined) => {
    const code = span && spanProblem(text, span)
    if (code) problems.push(problem(code, path, `[${span.start}, ${span.end}) in a text of ${text.length}`))
  }
  check('report.dateline', dateline)
  check('report.dateline.place', dateline?.place)
  record.entities.forEach((entity, e) => {
    entity.mentions.forEach((mention, m) => {
      check(`entities[${e}].mentions[${m}]`, mention)
    })
    entity.titles.forEach((title, t) => {
      check(`entities[${e}].titles[${t}]`, title)
    })
  })
  record.times.forEach((time, t) => {
    check(`times[${t}]`, time)
  })
  record.places.forEach((place, p) => {
    check(`places[${p}]`, place)
  })
  record.statements.forEach((statement, s) => {
    check(`statements[${s}].source`, statement.source)
    check(`statements[${s}].cue`, statement.cue)
    for (const field of ['content', 'quoted'] as const)
      statement[field]?.forEach((span, c) => {
        check(`statements[${s}].${field}[${c}]`, span)
      })
    check(`statements[${s}].occasion`, statement.occasion)
  })
  record.events.forEach((event, v) => {
    check(`events[${v}].trigger`, event.trigger)
    for (const role of ['actors', 'recipients'] as const)
      event[role].forEach((span, r) => {
        check(`events[${v}].${role}[${r}]`, span)
      })
    for (const count of ['killed', 'injured', 'arrested', 'size'] as const) check(`events[${v}].${count}`, event[count])
  })
  record.notes.forEach((note, n) => {
    if (note.start !== undefined || note.end !== undefined) check(`notes[${n}]`, note)
  })
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
  record.statements.forEach((statement, s) => {
    refer(`statements[${s}].speaker`, statement.speaker, 'entities')
    statement.to.forEach((id, t) => {
      refer(`statements[${s}].to[${t}]`, id, 'entities')
    })
    refer(`statements[${s}].when`, statement.when, 'times')
    refer(`statements[${s}].where`, statement.where, 'places')
    refer(`statements[${s}].within`, statement.within, 'statements')
  })
  record.events.forEach((event, v) => {
    for (const role of ['actors', 'recipients'] as const)
      event[role].forEach(({ entity }, r) => {
        refer(`events[${v}].${role}[${r}].entity`, entity, 'entities')
      })
    refer(`events[${v}].when`, event.when, 'times')
    refer(`events[${v}].where`, event.where, 'places')
    refer(`events[${v}].word.statement`, event.word.statement, 'statements')
  })
  record.links.forEach(({ from, to }, l) => {
    refer(`links[${l}].from`, from, ...linkable)
    refer(`links[${l}].to`, to, ...linkable)
  })
  return problems
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
