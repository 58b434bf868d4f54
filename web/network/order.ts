/** How often one is on another, by their places among the names. */
export interface Tie {
  from: number
  to: number
  count: number
}

/** Rounds after which the order is taken as it is. */
const ROUNDS = 20

/**
 * An order on a rim for names, so that lines are short: it is better for every swap of two that shortens them, each line as often as it counts.
 * The same lines give the same order.
 *
 * @returns for each place on the rim, the name that stands there
 */
export function shortOrder(size: number, lines: readonly Tie[]): number[] {
  const order = Array.from({ length: size }, (_, index) => index)
  const place = [...order]
  const swap = (i: number, j: number) => {
    ;[order[i], order[j]] = [order[j], order[i]]
    place[order[i]] = i
    place[order[j]] = j
  }
  const lengthOf = (a: number, b: number) => {
    const touched = lines.filter(({ from, to }) => from === a || to === a || from === b || to === b)
    return touched.reduce((sum, { from, to, count }) => sum + count * apart(place[from], place[to], size), 0)
  }
  const improve = (i: number, j: number): boolean => {
    const [a, b] = [order[i], order[j]]
    const before = lengthOf(a, b)
    swap(i, j)
    if (lengthOf(a, b) < before) return true
    swap(i, j)
    return false
  }
  for (let round = 0, better = true; better && round < ROUNDS; round++) {
    better = false
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) better = improve(i, j) || better
  }
  return order
}

/** Places between two on a rim, the shorter way round. */
const apart = (a: number, b: number, size: number) => Math.min(Math.abs(a - b), size - Math.abs(a - b))
