/** Pairs as a table: who, to whom, how often. */
export interface PairMatrix {
  from: string[]
  to: string[]
  /** by row, then by column */
  counts: number[][]
  most: number
}

export interface PairCount {
  from: string
  to: string
  count: number
}

/** The rows and columns with the most, largest first; none of them is empty. */
export function pairMatrixOf(pairs: readonly PairCount[], rows: number, columns: number): PairMatrix {
  const columnsOf = (rows: readonly string[], most: number) =>
    ranked(
      pairs.filter(({ from }) => rows.includes(from)),
      ({ to }) => to,
    ).slice(0, most)
  const withCells = (rows: string[], most: number): string[] => {
    const to = new Set(columnsOf(rows, most))
    const left = rows.filter((row) => pairs.some((pair) => pair.from === row && to.has(pair.to)))
    return left.length === rows.length ? rows : withCells(left, most)
  }
  const from = withCells(ranked(pairs, ({ from }) => from).slice(0, rows), columns)
  const to = columnsOf(from, columns)
  const counts = from.map(() => to.map(() => 0))
  let most = 0
  for (const pair of pairs) {
    const r = from.indexOf(pair.from)
    const c = to.indexOf(pair.to)
    if (r < 0 || c < 0) continue
    counts[r][c] += pair.count
    most = Math.max(most, counts[r][c])
  }
  return { from, to, counts, most }
}

function ranked(pairs: readonly PairCount[], side: (pair: PairCount) => string): string[] {
  const totals = new Map<string, number>()
  for (const pair of pairs) totals.set(side(pair), (totals.get(side(pair)) ?? 0) + pair.count)
  return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
}
