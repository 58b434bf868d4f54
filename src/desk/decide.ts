import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import { codebookTable, meaningsOf } from '../codes/meanings.ts'
import { checkRecord } from '../record/check.ts'
import { Failure } from '../record/failure.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { wellFormedJson } from '../record/well-formed.ts'
import type { Brought, Decision } from '../rows/decision.ts'
import type { Decided } from '../rows/rows.ts'
import { decidedRecord, listOfAdded, type Standing, standingOf } from '../rows/standing.ts'
import { deskFailure } from './failure.ts'
import { type Laying, openLaying, openStanding } from './lay.ts'
import type { Rebuild } from './rebuild.ts'

/** Decisions of a desk: taken down, listed, and applied to rows. */
export interface DecisionsOf {
  list(of: { report?: string; key?: string }): Decision[]
  decide(decisions: readonly Decision[]): void
  /** whether anything stands decided in the desk: where nothing does, rows need not be looked up one by one */
  any(): boolean
  /** the row with what was decided of it; what was mended stands in it already */
  applied<R extends { id: string }>(report: number, row: R): R
}

interface Kept {
  decision: number
  id: string
  key: string
  verdict: Decision['verdict']
  by: string
  at: string
  why: string | null
  mend: string | null
  brings: string | null
  undoes: string | null
}

const COLUMNS = 'd.decision, d.id, d.key, d.verdict, d.by, d.at, d.why, d.mend, d.brings, d.undoes'

export function openDecisions(db: Database.Database, rebuild: Rebuild): DecisionsOf {
  const ofReport = db.prepare<[string], Kept>(
    `SELECT ${COLUMNS} FROM decisions d JOIN reports r USING (report) WHERE r.id = ? ORDER BY decision`,
  )
  const ofKey = db.prepare<[string], Kept>(`SELECT ${COLUMNS} FROM decisions d WHERE key = ? ORDER BY decision`)
  const every = db.prepare<[], Kept>(`SELECT ${COLUMNS} FROM decisions d ORDER BY decision`)
  const standing = db.prepare<[number, string], Stood>(
    `SELECT s.verdict, s.by, s.at, s.why, a.by AS addedBy, a.at AS addedAt FROM standing s
     LEFT JOIN decisions a ON a.decision = s.added WHERE s.report = ? AND s.row = ?`,
  )
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM standing)').pluck()
  let taking: ReturnType<typeof openTaking> | undefined
  return {
    list: ({ report, key }) =>
      (key !== undefined ? ofKey.all(key) : report !== undefined ? ofReport.all(report) : every.all()).map(decisionOf),
    any: () => any.get() === 1,
    decide(decisions) {
      taking ??= openTaking(db, rebuild)
      const { take, settle } = taking
      try {
        db.transaction(() => {
          const reports = new Set(decisions.map(take).filter((report) => report !== undefined))
          for (const report of reports) settle(report)
        }).immediate()
      } catch (error) {
        throw deskFailure(error, db.name)
      }
    },
    applied(report, row) {
      const found = standing.get(report, row.id)
      if (!found) return row
      const { verdict, by, at, why, addedBy, addedAt } = found
      const decided: Decided = { verdict, by, at, ...(why !== null && { why }) }
      return { ...row, decided, ...(addedBy !== null && addedAt !== null && { added: { by: addedBy, at: addedAt } }) }
    },
  }
}

interface Stood {
  verdict: Standing['verdict']
  by: string
  at: string
  why: string | null
  addedBy: string | null
  addedAt: string | null
}

/** Takes decisions down one by one; of each, the number of its report where what the report's rows say changes. */
function openTaking(db: Database.Database, rebuild: Rebuild) {
  const insert = db.prepare(
    'INSERT INTO decisions (id, key, report, row, verdict, by, at, why, mend, taken_at, brings, named, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const ofId = db.prepare<[string], Kept>(`SELECT ${COLUMNS} FROM decisions d WHERE id = ?`)
  const numberOf = db.prepare<[string], number>('SELECT report FROM reports WHERE id = ?').pluck()
  const isDecided = db.prepare('SELECT 1 FROM decisions WHERE report = ? AND row = ?').pluck()
  const laying = openLaying(db, rebuild)
  const stand = openStand(db)
  const standingIn = openStanding(db)
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

  /** Whether it was sent before. @throws Failure where its id is another's */
  const isThere = ({ id, ...decision }: Decision): boolean => {
    const there = id === undefined ? undefined : ofId.get(id)
    if (!there) return false
    const { id: _, ...known } = decisionOf(there)
    if (isDeepStrictEqual(known, JSON.parse(JSON.stringify(decision)))) return true
    throw new Failure('decision-taken', `the desk has another decision with the id '${id}'; give each an id of its own`)
  }

  const take = (given: Decision): number | undefined => {
    const decision = wellFormedJson({ ...given })
    if (isThere(decision)) return undefined
    const { key, verdict, by, at, why, mend, brings, undoes } = decision
    const { report, row } = splitKey(key)
    const number = numberOf.get(report)
    const record = rebuild.byId(report)
    const unknown = new Failure('row-unknown', `no row has the key '${key}'; take keys from onrecord find --json`)
    if (number === undefined) throw unknown
    // the machine's record is enough, unless somebody added or mended rows
    const decided = record && decidedRecord(record, standingIn(number))
    const isRow = decided !== undefined && rowIn(decided, row)
    if (verdict === 'added') checkAddition(record, isRow, decision)
    else if (!(isRow || (verdict === 'open' && isDecided.get(number, row)))) throw unknown
    if (undoes !== undefined) checkUndoing(decision, ofId.get(undoes))
    const isMend = verdict === 'mended' || verdict === 'added'
    if (isMend && record && decided) checkMend(record, decided, decision, isHeld)
    else if (mend ?? brings)
      throw new Failure('mend-unfit', `the verdict ${verdict} takes no mend; say mended, or leave mend out`)
    const named = isMend && decided ? namedIn(decided, mend) : undefined
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
      brings ? JSON.stringify(brings) : null,
      named ? JSON.stringify(named) : null,
      undoes ?? null,
    )
    return stand(number, row) ? number : undefined
  }
  return { take, settle: laying.lay }
}

/** Works out anew what stands of a row; whether its words changed, and not only what is said of it. */
function openStand(db: Database.Database): (report: number, row: string) => boolean {
  const ofRow = db.prepare<[number, string], Kept>(
    `SELECT ${COLUMNS} FROM decisions d WHERE report = ? AND row = ? ORDER BY decision`,
  )
  const before = db.prepare<[number, string], { added: number | null; mended: number | null }>(
    'SELECT added, mended FROM standing WHERE report = ? AND row = ?',
  )
  const remove = db.prepare('DELETE FROM standing WHERE report = ? AND row = ?')
  const put = db.prepare(
    'INSERT INTO standing (report, row, verdict, by, at, why, added, mended) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  return (report, row) => {
    const kept = ofRow.all(report, row)
    const decisions = kept.map(decisionOf)
    const numberOf = (decision: Decision | undefined) =>
      decision === undefined ? null : kept[decisions.indexOf(decision)].decision
    const was = before.get(report, row) ?? { added: null, mended: null }
    const standing = standingOf(decisions)
    remove.run(report, row)
    const added = numberOf(standing?.added)
    const mended = numberOf(standing?.mended)
    if (standing) {
      const { verdict, by, at, why } = standing
      put.run(report, row, verdict, by, at, why ?? null, added, mended)
    }
    return added !== was.added || mended !== was.mended
  }
}

/** Brings all that stands of a desk's reports up to their decisions: after decisions were put in as they are. */
export function settleAll(db: Database.Database, { lay }: Laying): void {
  const stand = openStand(db)
  const rows = db.prepare<[], { report: number; row: string }>('SELECT DISTINCT report, row FROM decisions').all()
  for (const { report, row } of rows) stand(report, row)
  layAll(db, { lay })
}

/** Lays what stands of a desk's reports over their readings. */
export function layAll(db: Database.Database, { lay }: Pick<Laying, 'lay'>): void {
  const reports = db.prepare<[], number>(
    'SELECT DISTINCT report FROM standing WHERE added IS NOT NULL OR mended IS NOT NULL',
  )
  for (const report of reports.pluck().all()) lay(report)
}

function decisionOf({ decision: _, why, mend, brings, undoes, ...rest }: Kept): Decision {
  return {
    ...rest,
    ...(why !== null && { why }),
    ...(mend !== null && { mend: JSON.parse(mend) }),
    ...(brings !== null && { brings: JSON.parse(brings) }),
    ...(undoes !== null && { undoes }),
  }
}

/** The report's id and the row's id of a key. */
export function splitKey(key: string): { report: string; row: string } {
  const at = key.lastIndexOf('#')
  return { report: key.slice(0, Math.max(0, at)), row: key.slice(at + 1) }
}

function rowIn({ statements, events }: NewsRecord, id: string): boolean {
  return statements.some((row) => row.id === id) || events.some((row) => row.id === id)
}

/** @throws Failure where a row is added that is there, or that is neither a statement nor an event */
function checkAddition(record: NewsRecord | undefined, isThere: boolean, { key, mend }: Decision): void {
  if (!record) throw new Failure('row-unknown', `the desk has no record of the report that '${key}' belongs to`)
  if (isThere) throw new Failure('mend-unfit', `the row '${key}' exists already; mend it instead of adding it`)
  if (!ROW_ID.test(splitKey(key).row))
    throw new Failure(
      'mend-unfit',
      `'${key}' cannot be the key of an added row: its id may hold only letters, digits and -`,
    )
  if (!listOfAdded(mend))
    throw new Failure('mend-unfit', 'an added row needs the content of a statement, or the trigger of an event')
}

const ROW_ID = /^[A-Za-z][A-Za-z0-9-]{0,63}$/

/** @throws Failure where a taking back names no decision on the same row, or is none */
function checkUndoing({ key, verdict, undoes }: Decision, undone: Kept | undefined): void {
  if (verdict !== 'open') throw new Failure('mend-unfit', `the verdict ${verdict} cannot undo a decision; say open`)
  if (undone?.key !== key) throw new Failure('row-unknown', `no decision on '${key}' has the id '${undoes}'`)
}

/** Whether rows of the desk have a code of a set; a mode's comes behind its type. */
type Held = (set: 'act' | 'type' | 'mode' | 'context', code: string) => boolean

function checkMend(record: NewsRecord, decided: NewsRecord, decision: Decision, isHeld: Held): void {
  const { key, verdict, mend } = decision
  const { row } = splitKey(key)
  if (!mend || Object.keys(mend).length === 0)
    throw new Failure('mend-unfit', "a mended row needs the fields that change, such as { act: 'deny' }")
  if ('id' in mend) throw new Failure('mend-unfit', 'the id of a row cannot be mended')
  const twice = overlapIn(mend)
  if (twice) throw new Failure('mend-unfit', `${twice}: two stretches of it overlap; give each once, in their order`)
  const standing = { verdict, [verdict]: decision } as unknown as Standing
  // what was mended before is no part of a further mend: the record as read, or the row as it was added, is what it changes
  const base = verdict === 'mended' && !rowIn(record, row) ? decided : asRead(record, decided)
  const after = decidedRecord(base, new Map([[row, standing]]))
  const uncoded = uncodedOf(after, row, isHeld)
  if (uncoded) throw new Failure('mend-unfit', `the codebook has no ${uncoded}, nor has any row of the desk`)
  const [problem] = checkRecord(after, { strict: true })
  if (problem) throw new Failure('mend-unfit', `${problem.path}: ${problem.message} (${problem.code})`)
}

/** The machine's rows with what people brought in and added: a mend may name those too. */
function asRead(record: NewsRecord, decided: NewsRecord): NewsRecord {
  const read = new Map([...record.statements, ...record.events].map((row) => [row.id, row]))
  const own = <Row extends { id: string }>(rows: Row[]): Row[] =>
    rows.map((row) => (read.get(row.id) as Row | undefined) ?? row)
  return { ...decided, statements: own(decided.statements), events: own(decided.events) }
}

/** The entities, times and places of the record that a mend names: kept with it, so that it still fits where a later reading has not the like. */
function namedIn(record: NewsRecord, mend: Decision['mend']): Brought | undefined {
  const ids = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string') ids.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(mend)
  const places = record.places.filter(({ id }) => ids.has(id))
  for (const { entity } of places) if (entity !== undefined) ids.add(entity)
  const times = record.times.filter(({ id }) => ids.has(id)).map(({ anchor: _, ...time }) => time)
  const entities = record.entities.filter(({ id }) => ids.has(id))
  return entities.length + times.length + places.length > 0 ? { entities, times, places } : undefined
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
