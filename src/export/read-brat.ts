import { Failure } from '../record/failure.ts'
import type { Span } from '../record/types.ts'
import { isLineBreak } from './brat.ts'
import { offsetsOf } from './offsets.ts'

/** What a .ann file holds, with spans of the text in UTF-16 code units. */
export interface Standoff {
  texts: Map<string, { type: string; spans: Span[] }>
  events: Map<string, { type: string; trigger: string; roles: [role: string, id: string][] }>
  relations: Map<string, { type: string; roles: [role: string, id: string][] }>
  attributes: { name: string; of: string; value?: string }[]
  notes: { of: string; text: string }[]
  same: string[][]
}

/** A statement that was marked by people or by us. */
export interface MarkedStatement {
  id: string
  source?: Span[]
  cue?: Span[]
  content?: Span[]
  act?: string
}

/**
 * Reads brat's standoff annotations of a text. Pieces of one annotation that only a line break parts are joined again.
 *
 * @throws Failure `not-of-format` with the line's number, where a line is no annotation or lies outside the text
 */
export function readBrat(text: string, ann: string): Standoff {
  const points = offsetsOf(text, 'code-points')
  const found: Standoff = {
    texts: new Map(),
    events: new Map(),
    relations: new Map(),
    attributes: [],
    notes: [],
    same: [],
  }
  ann.split(/\r?\n/).forEach((line, at) => {
    if (line === '') return
    try {
      readLine(found, line, (pieces) =>
        joined(
          text,
          pieces.map(({ start, end }) => spanOf(points.from(start), points.from(end))),
        ),
      )
    } catch (error) {
      throw new Failure('not-of-format', `line ${at + 1} of the annotations, '${line}': ${(error as Error).message}`)
    }
  })
  return found
}

/** The statements of annotations: Attribution events with their Source, Cue and Content. */
export function statementsOf({ events, texts, attributes }: Standoff): MarkedStatement[] {
  const acts = new Map(attributes.filter(({ name }) => name === 'Act').map(({ of, value }) => [of, value]))
  return [...events].flatMap(([id, { type, roles }]) => {
    if (type !== 'Attribution') return []
    const part = (role: string) => {
      const spans = roles
        .filter(([name]) => name.replace(/\d+$/, '') === role)
        .flatMap(([, of]) => texts.get(of)?.spans ?? [])
      return spans.length > 0 ? spans : undefined
    }
    const marked = { id, source: part('Source'), cue: part('Cue'), content: part('Content'), act: acts.get(id) }
    return [
      Object.fromEntries(Object.entries(marked).filter(([, value]) => value !== undefined)) as MarkedStatement & object,
    ]
  })
}

function readLine(found: Standoff, line: string, spansOf: (pieces: Span[]) => Span[]): void {
  const [id, what = '', rest = ''] = line.split('\t')
  const [type, ...words] = what.split(' ')
  if (type === '') throw new Error('a tab and a type must follow the id')
  if (id[0] === 'T') {
    const pieces = words.join(' ').split(';').map(pieceOf)
    found.texts.set(id, { type, spans: spansOf(pieces) })
  } else if (id[0] === 'E') {
    const [name, trigger] = type.split(':')
    if (!trigger) throw new Error('an event needs a trigger')
    found.events.set(id, { type: name, trigger, roles: words.filter(Boolean).map(roleOf) })
  } else if (id[0] === 'R') found.relations.set(id, { type, roles: words.filter(Boolean).map(roleOf) })
  else if (id[0] === 'A' || id[0] === 'M') {
    const [of, value] = words
    found.attributes.push({ name: type, of, ...(value !== undefined && { value }) })
  } else if (id[0] === '#') found.notes.push({ of: words[0] ?? '', text: rest })
  else if (id[0] === '*') found.same.push(words)
  else throw new Error('an annotation begins with T, E, R, A, M, # or *')
}

function roleOf(word: string): [string, string] {
  const [role, id] = word.split(':')
  if (!id) throw new Error(`'${word}' is not a role`)
  return [role, id]
}

function pieceOf(piece: string): Span {
  const [start, end] = piece.split(' ').map(Number)
  return spanOf(start, end)
}

function spanOf(start: number, end: number): Span {
  if (!(start < end)) throw new Error(`${start} to ${end} is not a span`)
  return { start, end }
}

/** Pieces between which stands nothing but white space with a line break are one span. */
function joined(text: string, pieces: Span[]): Span[] {
  const spans: Span[] = []
  for (const { start, end } of pieces) {
    const last = spans.at(-1)
    if (last && isLineBreak(text, last.end, start)) last.end = end
    else spans.push({ start, end })
  }
  return spans
}
