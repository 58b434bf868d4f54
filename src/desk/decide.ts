import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import { codebookTable, meaningsOf } from '../codes/meanings.ts'
import { checkRecord } from '../record/check.ts'
import { Failure } from '../record/failure.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { wellFormedJson } from '../record/well-formed.ts'
import type { Decision } from '../rows/decision.ts'
import type { Decided } from '../rows/rows.ts'
import { rowsOf } from '../rows/rows-of.ts'
import { deskFailure } from './failure.ts'
import type { Rebuild } from './rebuild.ts'

/** Decisions of a desk: taken down, listed, and applied to rows. */
export interface DecisionsOf {
  list(of: { report?: string; key?: string }): Decision[]
  decide(decisions: readonly Decision[]): void
  /** whether anything was ever decided in the desk: where nothing was, rows need not be looked up one by one */
  any(): boolean
  /** the row as people decided: mended where they mended it, with what was decided */
  applied<R extends { id: string }>(report: number, row: R): R
}

interface Kept {
  id: string
  key: string
  verdict: Decision['verdict']
  by: string
  at: string
  why: string | null
  mend: string | null
}

export function openDecisions(db: Database.Database, rebuild: Rebuild): DecisionsOf {
  const columns = 'd.id, d.key, d.verdict, d.by, d.at, d.why, d.mend'
  const ofReport = db.prepare<[string], Kept>(
    `SELECT ${columns} FROM decisions d JOIN reports r USING (report) WHERE r.id = ? ORDER BY decision`,
  )
  const ofKey = db.prepare<[string], Kept>(`SELECT ${columns} FROM decisions d WHERE key = ? ORDER BY decision`)
  const every = db.prepare<[], Kept>(`SELECT ${columns} FROM decisions d ORDER BY decision`)
  const latest = db.prepare<[number, string], Kept>(
    `SELECT ${columns} FROM decisions d WHERE report = ? AND row = ? ORDER BY decision DESC LIMIT 1`,
  )
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM decisions)').pluck()
  const insert = db.prepare(
    'INSERT INTO decisions (id, key, report, row, verdict, by, at, why, mend, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const ofId = db.prepare<[string], Kept>(`SELECT ${columns} FROM decisions d WHERE id = ?`)
  /** Whether it was sent before. @throws Failure where its id is another's */
  const isThere = ({ id, ...decision }: Decision): boolean => {
    const there = id === undefined ? undefined : ofId.get(id)
    if (!there) return false
    const { id: _, ...known } = decisionOf(there)
    if (isDeepStrictEqual(known, JSON.parse(JSON.stringify(decision)))) return true
    throw new Failure('decision-taken', `the desk has another decision with the id '${id}'; give each an id of its own`)
  }
  const numberOf = db.prepare<[string], number>('SELECT report FROM reports WHERE id = ?').pluck()
  const idOf = db.prepare<[number], string>('SELECT id FROM reports WHERE report = ?').pluck()
  // what was read by a codebook of its own has codes that the package's has not
  const ofRows = {
    act: db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM statements WHERE act = ?)').pluck(),
    type: db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM events WHERE type = ?)').pluck(),
    mode: db.prepare<[string], number>("SELECT EXISTS (SELECT 1 FROM events WHERE type || ' ' || mode = ?)").pluck(),
    context: db
      .prepare<[string], number>(
        "SELECT EXISTS (SELECT 1 FROM events e, json_each(e.contexts) c WHERE e.contexts <> '[]' AND c.value = ?)",
      )
      .pluck(),
  }
  const isHeld: Held = (set, code) => ofRows[set].get(code) === 1
  const fixed = new WeakMap<NewsRecord, Map<string, object>>()

  const take = (given: Decision): void => {
    const decision = wellFormedJson({ ...given })
    if (isThere(decision)) return
    const { key, verdict, by, at, why, mend } = decision
    const { report, row } = partsOf(key)
    const number = numberOf.get(report)
    const record = rebuild.byId(report)
    const lost = verdict === 'open' && ofKey.all(key).length > 0
    if (number === undefined || !((record && rowIn(record, row)) || lost))
      throw new Failure('row-unknown', `no row has the key '${key}'; take keys from onrecord find --json`)
    if (verdict === 'mended' && record) checkMend(record, row, mend, isHeld)
    else if (mend)
      throw new Failure('mend-unfit', `a row that is ${verdict} is not mended; say mended, or leave mend out`)
    insert.run(
      decision.id ?? randomUUID(),
      key,
      number,
      row,
      verdict,
      by,
      at,
      why ?? null,
      mend ? JSON.stringify(mend) : null,
      new Date().toISOString(),
    )
  }
  const mendedRow = (report: number, row: string, mend: string): object | undefined => {
    const record = rebuild.byId(idOf.get(report) as string)
    if (!record) return undefined
    const known = fixed.get(record) ?? new Map<string, object>()
    fixed.set(record, known)
    let made = known.get(row + mend)
    if (!made) {
      const { statements, events } = rowsOf(mended(record, row, JSON.parse(mend)))
      made = [...statements, ...events].find(({ id }) => id === row)
      if (made) known.set(row + mend, made)
    }
    return made
  }
  return {
    list: ({ report, key }) =>
      (key !== undefined ? ofKey.all(key) : report !== undefined ? ofReport.all(report) : every.all()).map(decisionOf),
    any: () => any.get() === 1,
    decide(decisions) {
      try {
        db.transaction(() => decisions.forEach(take)).immediate()
      } catch (error) {
        throw deskFailure(error, db.name)
      }
    },
    applied(report, row) {
      const decision = latest.get(report, row.id)
      if (!decision || decision.verdict === 'open') return row
      const { verdict, by, at, why, mend } = decision
      const decided: Decided = { verdict, by, at, ...(why === null ? {} : { why }) }
      return { ...row, ...(mend === null ? {} : mendedRow(report, row.id, mend)), decided }
    },
  }
}

function decisionOf({ why, mend, ...rest }: Kept): Decision {
  return { ...rest, ...(why === null ? {} : { why }), ...(mend === null ? {} : { mend: JSON.parse(mend) }) }
}

/** The report's id and the row's id of a key. */
export function partsOf(key: string): { report: string; row: string } {
  const at = key.lastIndexOf('#')
  return { report: key.slice(0, Math.max(0, at)), row: key.slice(at + 1) }
}

function rowIn({ statements, events }: NewsRecord, id: string): boolean {
  return statements.some((row) => row.id === id) || events.some((row) => row.id === id)
}

/** The record with one row's fields replaced; null takes a field away. */
function mended(record: NewsRecord, id: string, mend: { [field: string]: unknown }): NewsRecord {
  const patch = <R extends { id: string }>(rows: R[]): R[] =>
    rows.map((row) =>
      row.id === id
        ? (Object.fromEntries(
            Object.entries({ ...row, ...mend }).filter(
              ([field, value]) => value !== null || field === 'source' || field === 'cue',
            ),
          ) as unknown as R)
        : row,
    )
  return { ...record, statements: patch(record.statements), events: patch(record.events) }
}

/** Whether rows of the desk have a code of a set; a mode's comes behind its type. */
type Held = (set: 'act' | 'type' | 'mode' | 'context', code: string) => boolean

function checkMend(record: NewsRecord, row: string, mend: Decision['mend'], isHeld: Held): void {
  if (!mend || Object.keys(mend).length === 0)
    throw new Failure('mend-unfit', "a mended row needs the fields that change, such as { act: 'deny' }")
  if ('id' in mend) throw new Failure('mend-unfit', 'the id of a row cannot be mended')
  const after = mended(record, row, { ...mend })
  const twice = overlapIn(mend)
  if (twice) throw new Failure('mend-unfit', `${twice}: two stretches of it overlap; give each once, in their order`)
  const uncoded = uncodedOf(after, row, isHeld)
  if (uncoded) throw new Failure('mend-unfit', `the codebook has no ${uncoded}, nor has any row of the desk`)
  const [problem] = checkRecord(after, { strict: true })
  if (problem) throw new Failure('mend-unfit', `${problem.path}: ${problem.message} (${problem.code})`)
}

/** The first field of a mend whose stretches repeat or overlap: content is a list of stretches one after the other, roles of different words. */
function overlapIn(mend: NonNullable<Decision['mend']>): string | undefined {
  const [found] =
    Object.entries(mend).find(([field, value]) => LISTS.has(field) && Array.isArray(value) && overlaps(value, field)) ??
    []
  return found
}

const LISTS = new Set(['content', 'quoted', 'also', 'actors', 'recipients'])

function overlaps(spans: readonly unknown[], field: string): boolean {
  const list = (spans as { start: number; end: number }[]).filter((span) => typeof span === 'object' && span !== null)
  if (field !== 'content') return new Set(list.map(({ start, end }) => `${start} ${end}`)).size < list.length
  return list.some(({ start }, i) => i > 0 && start < list[i - 1].end)
}

/** The first code of a row that neither the package's codebook nor the desk has. */
function uncodedOf({ statements, events }: NewsRecord, row: string, isHeld: Held): string | undefined {
  const codes = (codebook ??= openCodebook())
  const isKnown: Held = (set, code) => codes[set].has(code) || isHeld(set, code)
  const statement = statements.find(({ id }) => id === row)
  if (statement) return isKnown('act', statement.act) ? undefined : `act '${statement.act}'`
  const event = events.find(({ id }) => id === row)
  if (!event) return undefined
  const { type, mode, contexts } = event
  if (!isKnown('type', type)) return `type '${type}'`
  if (mode !== undefined && !isKnown('mode', `${type} ${mode}`)) return `mode '${mode}' of ${type}`
  const context = Array.isArray(contexts) ? contexts.find((context) => !isKnown('context', context)) : undefined
  return context === undefined ? undefined : `context '${context}'`
}

/** Read when the first row is mended. */
let codebook: ReturnType<typeof openCodebook> | undefined

function openCodebook() {
  const codes = (set: 'act' | 'type' | 'context') => new Set(meaningsOf(set).map(({ code }) => code))
  const modes = codebookTable('event/modes.tsv').map(([type, mode]) => `${type} ${mode}`)
  return { act: codes('act'), type: codes('type'), context: codes('context'), mode: new Set(modes) }
}
