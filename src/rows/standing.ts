import type { Event, Record as NewsRecord, Statement } from '../record/types.ts'
import type { Brought, Decision } from './decision.ts'

/** What stands decided of a row. */
export interface Standing {
  verdict: Exclude<Decision['verdict'], 'open'>
  /** the decision that gave the verdict */
  by: string
  at: string
  why?: string
  /** the decision that added the row, which the reader missed */
  added?: Decision
  /** the decision whose mend stands */
  mended?: Decision
}

/**
 * What stands of a row after all decisions on it, oldest first; undefined where nothing does.
 *
 * @example standingOf([{ verdict: 'mended', mend: { act: 'deny' }, ...a }, { verdict: 'right', ...b }])?.mended // the first: 'right' is said of the row as it was mended
 */
export function standingOf(decisions: readonly Decision[]): Standing | undefined {
  const undone = undoneIn(decisions)
  let standing: Standing | undefined
  for (const decision of decisions) {
    const { id, verdict, by, at, why, undoes } = decision
    if (undoes !== undefined || (id !== undefined && undone.has(id))) continue
    if (verdict === 'open') standing = undefined
    else {
      const told = { verdict, by, at, ...(why !== undefined && { why }) }
      if (verdict === 'added') standing = { ...told, added: decision }
      else {
        const { added, mended } = standing ?? {}
        const mend = verdict === 'mended' ? decision : mended
        standing = { ...told, ...(added && { added }), ...(mend && { mended: mend }) }
      }
    }
  }
  return standing
}

/** Ids of decisions that were taken back one by one; who takes back a taking back brings the decision in again. */
export function undoneIn(decisions: readonly Decision[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { id, undoes } of decisions.toReversed())
    if (undoes !== undefined && !(id !== undefined && undone.has(id))) undone.add(undoes)
  return undone
}

/** Decisions by the key of the row that they were made on, in their order. */
export function byRow(decisions: readonly Decision[]): Map<string, Decision[]> {
  const found = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const before = found.get(decision.key)
    if (before) before.push(decision)
    else found.set(decision.key, [decision])
  }
  return found
}

/** What stands of every row that decisions were made on, by the row's key. */
export function standings(decisions: readonly Decision[]): Map<string, Standing> {
  const found = new Map<string, Standing>()
  for (const [key, ofRow] of byRow(decisions)) {
    const standing = standingOf(ofRow)
    if (standing) found.set(key, standing)
  }
  return found
}

/** The list that an added row is of, by what it must have; undefined where it has neither. */
export function listOfAdded(mend: Decision['mend']): 'statements' | 'events' | undefined {
  if (mend && 'content' in mend) return 'statements'
  return mend && 'trigger' in mend ? 'events' : undefined
}

/** A field mended to null is taken away, unless null is one of its values. */
export function withMend<Row extends object>(row: Row, mend: Decision['mend']): Row {
  const mended: globalThis.Record<string, unknown> = { ...row, ...mend }
  for (const [field, value] of Object.entries(mend ?? {}))
    if (value === null && field !== 'source' && field !== 'cue') delete mended[field]
  return mended as Row
}

const BARE_STATEMENT = { source: null, cue: null, quotation: 'indirect', act: 'state', negated: false, to: [] } as const
const BARE_EVENT = { contexts: [], actors: [], recipients: [], status: 'happened', word: {}, why: 'a person' } as const

/** A row that a person added, with what they left out. A person is sure. */
export function addedRow(id: string, { mend }: Decision): Statement | Event {
  const bare = listOfAdded(mend) === 'statements' ? BARE_STATEMENT : BARE_EVENT
  return withMend({ ...bare, confidence: 1, id }, mend) as unknown as Statement | Event
}

/**
 * The record as people decided: rows mended where they mended them, with those that they added; of rows decided wrong nothing changes. Rows that nobody
 * mended are the very same objects.
 *
 * @param of what stands of a row, by its id
 * @param rows ids of rows that something stands of
 */
export function decidedRecord(record: NewsRecord, decided: ReadonlyMap<string, Standing>): NewsRecord {
  if (![...decided.values()].some(({ added, mended }) => added ?? mended)) return record
  const added: { statements: Statement[]; events: Event[] } = { statements: [], events: [] }
  for (const [id, { added: by }] of decided) {
    const list = by && listOfAdded(by.mend)
    if (by && list) added[list].push(addedRow(id, by) as never)
  }
  const lay = <Row extends { id: string }>(read: readonly Row[], own: readonly Row[]): Row[] => {
    const taken = new Set(own.map(({ id }) => id))
    // a row that was added, and is read by a later reader too, is the person's
    return [...read.filter(({ id }) => !taken.has(id)), ...own].map((row) => {
      const mend = decided.get(row.id)?.mended?.mend
      return mend ? withMend(row, mend) : row
    })
  }
  return {
    ...withBrought(
      record,
      [...decided.values()].flatMap(({ added, mended }) => [added?.brings, mended?.brings]),
    ),
    statements: lay(record.statements, added.statements),
    events: lay(record.events, added.events),
  }
}

/**
 * The record without rows that people decided are wrong. A statement that an event rests on stays with the event: nothing that somebody says
 * becomes the report's own word.
 */
export function withoutWrong(record: NewsRecord, wrong: ReadonlySet<string>): NewsRecord {
  if (wrong.size === 0) return record
  const events = record.events.filter(({ id }) => !wrong.has(id))
  const within = new Map(record.statements.map(({ id, within }) => [id, within]))
  const needed = new Set<string>()
  const need = (id: string | undefined) => {
    for (let at = id; at !== undefined && !needed.has(at); at = within.get(at)) needed.add(at)
  }
  for (const { word } of events) need(word.statement)
  for (const { id, within } of record.statements) if (!wrong.has(id)) need(within)
  const statements = record.statements.filter(({ id }) => !wrong.has(id) || needed.has(id))
  const left = new Set([...statements, ...events, ...record.entities].map(({ id }) => id))
  return { ...record, statements, events, links: record.links.filter(({ from, to }) => left.has(from) && left.has(to)) }
}

/** The record with what people brought in and it has not. */
export function withBrought(record: NewsRecord, brought: readonly (Brought | undefined)[]): NewsRecord {
  const join = <Row extends { id: string }>(read: Row[], field: keyof Brought): Row[] => {
    const known = new Set(read.map(({ id }) => id))
    const further: Row[] = []
    for (const row of brought.flatMap((rows) => (rows?.[field] ?? []) as unknown as Row[])) {
      if (known.has(row.id)) continue
      known.add(row.id)
      further.push(row)
    }
    return further.length === 0 ? read : [...read, ...further]
  }
  return {
    ...record,
    entities: join(record.entities, 'entities'),
    times: join(record.times, 'times'),
    places: join(record.places, 'places'),
  }
}
