import type { Brought, Decision } from '../rows/decision.ts'
import { byRow, undoneIn } from '../rows/standing.ts'

/** What one person says of a row, after all that they decided of it. */
export interface Said {
  by: string
  at: string
  /** of the row as the machine read it */
  verdict: 'right' | 'wrong' | 'mended'
  /** the fields that are otherwise than the machine read them */
  mend?: Decision['mend']
  /** what the mend names and the record has not */
  brings?: Brought
  why?: string
}

/** A row that was coded: what each person says of it, and what was settled after they disagreed. */
export interface CodedRow {
  key: string
  said: ReadonlyMap<string, Said>
  /** the last word of those who settle */
  settled?: Said
  /** what counts: the last word of all */
  stands?: Said
}

/**
 * What people say of each row that was decided, by its key; rows that people added are none that the machine read, and left out.
 *
 * @param settling ids of the decisions that settle what coders disagreed on
 */
export function codedRows(decisions: readonly Decision[], settling: ReadonlySet<string>): Map<string, CodedRow> {
  const rows = new Map<string, CodedRow>()
  for (const [key, ofRow] of byRow(decisions))
    if (!ofRow.some(({ verdict }) => verdict === 'added')) rows.set(key, codedRow(key, ofRow, settling))
  return rows
}

/** One row's decisions, oldest first. Who says 'right' of a row that stands mended says so of it as it was mended. */
function codedRow(key: string, decisions: readonly Decision[], settling: ReadonlySet<string>): CodedRow {
  const undone = undoneIn(decisions)
  const said = new Map<string, Said>()
  let settled: Said | undefined
  let stands: Said | undefined
  for (const decision of decisions) {
    const { id, verdict, by, undoes } = decision
    if (undoes !== undefined || (id !== undefined && undone.has(id))) continue
    const settles = id !== undefined && settling.has(id)
    stands = verdict === 'open' ? undefined : wordOf(decision, stands)
    if (settles) settled = stands
    else if (stands) said.set(by, stands)
    else said.delete(by)
  }
  return { key, said, ...(settled && { settled }), ...(stands && { stands }) }
}

function wordOf(decision: Decision, before: Said | undefined): Said {
  const { by, at, verdict, why } = decision
  const { mend, brings } = verdict === 'mended' ? decision : (before ?? {})
  const word = verdict === 'wrong' ? 'wrong' : mend ? 'mended' : 'right'
  return { by, at, verdict: word, ...(mend && { mend }), ...(brings && { brings }), ...(why !== undefined && { why }) }
}

/** Whether two people say the same of a row. */
const sayAlike = (a: Said, b: Said): boolean =>
  a.verdict === b.verdict && (a.verdict !== 'mended' || canonical(a.mend ?? {}) === canonical(b.mend ?? {}))

/** Whether what people said of the row differs. */
export function isDisputed({ said }: CodedRow): boolean {
  const [first, ...others] = said.values()
  return others.some((other) => !sayAlike(first, other))
}

/** A value as text that is equal where the values are: the names of fields in their order, nothing for what is not there. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined && one !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, one]) => `${name}:${canonical(one)}`).join(',')}}`
}
