import type { Event, Record as NewsRecord, Statement } from '../../src/record/types.ts'

/** A statement or an event as the page lists it: in the text's order, each under the statement that it stands within. */
export type ListedRow = { id: string; depth: number; start: number } & (
  | { kind: 'statement'; statement: Statement }
  | { kind: 'event'; event: Event }
)

/** Rows deeper than this are not set in further. */
export const DEEPEST = 4

type Bare = Omit<ListedRow, 'depth'> & { under?: string }

/** Every statement and event once: those that stand on no other row in the text's order, what stands on them below them. */
export function listedRows({ statements, events }: NewsRecord): ListedRow[] {
  const known = new Set(statements.map(({ id }) => id))
  const rows: Bare[] = [
    ...statements.map((statement) => ({
      id: statement.id,
      kind: 'statement' as const,
      statement,
      start: statementStart(statement),
      under: statement.within,
    })),
    ...events.map((event) => ({
      id: event.id,
      kind: 'event' as const,
      event,
      start: event.trigger.start,
      under: event.word.statement,
    })),
  ].sort((a, b) => a.start - b.start)
  const below = new Map<string | undefined, Bare[]>()
  for (const row of rows) {
    const under = row.under !== undefined && known.has(row.under) ? row.under : undefined
    const list = below.get(under)
    if (list) list.push(row)
    else below.set(under, [row])
  }
  return hang(rows, below)
}

function hang(rows: readonly Bare[], below: ReadonlyMap<string | undefined, readonly Bare[]>): ListedRow[] {
  const listed = new Map<string, ListedRow>()
  const walk = (row: Bare, depth: number) => {
    if (listed.has(row.id)) return
    const { under: _, ...rest } = row
    listed.set(row.id, { ...rest, depth: Math.min(depth, DEEPEST) } as ListedRow)
    for (const child of below.get(row.id) ?? []) walk(child, depth + 1)
  }
  for (const row of below.get(undefined) ?? []) walk(row, 0)
  // statements that stand within each other in a circle are reached from no top row
  for (const row of rows) walk(row, 0)
  return [...listed.values()]
}

/** Where a statement's first words stand. */
export function statementStart({ source, cue, content }: Statement): number {
  return Math.min(...[source, cue, ...content].filter((span) => span !== null).map(({ start }) => start))
}

/** The statements that an event or a statement stands on, innermost first. */
export function wordChain(byId: ReadonlyMap<string, Statement>, first: string | undefined): Statement[] {
  const chain: Statement[] = []
  for (
    let at = first === undefined ? undefined : byId.get(first);
    at && !chain.includes(at);
    at = at.within === undefined ? undefined : byId.get(at.within)
  )
    chain.push(at)
  return chain
}
