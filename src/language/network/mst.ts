/**
 * The highest-scoring tree with one root (Chu and Liu 1965, Edmonds 1967; McDonald et al. 2005 for parsing).
 *
 * @param scores row i holds, for word i, the scores of its heads: column 0 the root, column j + 1 word j
 * @param at index of the first score
 * @param stride floats from one row to the next
 * @param n number of words
 * @param heads receives n heads: 0 the root, else 1 + the head's index
 */
export function bestTree(scores: Float32Array, at: number, stride: number, n: number, heads: Int32Array): void {
  if (n === 1) {
    heads[0] = 0
    return
  }
  const gain = new Float64Array(n)
  const bound = greedy(scores, at, stride, n, heads, gain)
  if (!hasCycle(heads, n)) return
  const size = n + 1
  const matrix = new Float64Array(size * size)
  let bestTotal = -Infinity
  for (;;) {
    const root = indexOfMost(gain)
    // no tree with this root, or one of those that are left, can be better
    if (bound + gain[root] <= bestTotal) return
    gain[root] = -Infinity
    fillMatrix(matrix, { scores, at, stride, n, root })
    const found = edmonds(matrix, size)
    let total = 0
    for (let i = 1; i <= n; i++) total += matrix[i * size + found[i]]
    if (total > bestTotal) {
      bestTotal = total
      for (let i = 0; i < n; i++) heads[i] = found[i + 1]
    }
  }
}

/**
 * Every word's best head but the root, and as the root the word that gains most by it. No tree with one root can score
 * higher, so where this is a tree it is the best one. `gain` receives what every word gains by being the root; returned
 * is the score without any root: with a word's gain it bounds the trees with that root.
 */
function greedy(
  scores: Float32Array,
  at: number,
  stride: number,
  n: number,
  heads: Int32Array,
  gain: Float64Array,
): number {
  let sum = 0
  for (let i = 0; i < n; i++) {
    const row = at + i * stride
    let best = 0
    let most = -Infinity
    for (let j = 1; j <= n; j++) {
      if (scores[row + j] > most && j !== i + 1) {
        most = scores[row + j]
        best = j
      }
    }
    heads[i] = best
    sum += most
    gain[i] = scores[row] - most
  }
  heads[indexOfMost(gain)] = 0
  return sum
}

function indexOfMost(values: Float64Array): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i
  return best
}

/** Scores as `edmonds` reads them, with one word that may be the root. */
function fillMatrix(
  matrix: Float64Array,
  { scores, at, stride, n, root }: { scores: Float32Array; at: number; stride: number; n: number; root: number },
): void {
  const size = n + 1
  for (let i = 0; i < n; i++) {
    const row = (i + 1) * size
    for (let j = 0; j <= n; j++) matrix[row + j] = scores[at + i * stride + j]
    matrix[row + i + 1] = -Infinity
    if (i !== root) matrix[row] = -Infinity
  }
}

function hasCycle(heads: Int32Array, n: number): boolean {
  const mark = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    let w = i
    while (w > 0 && mark[w] === 0) {
      mark[w] = i
      w = heads[w - 1]
    }
    if (w > 0 && mark[w] === i) return true
  }
  return false
}

/** matrix[d * size + h]: score of head h for dependent d; node 0 is the root. Returns each node's head. */
function edmonds(matrix: Float64Array, size: number): Int32Array {
  const head = new Int32Array(size).fill(-1)
  for (let d = 1; d < size; d++) {
    let best = 0
    for (let h = 1; h < size; h++) if (h !== d && matrix[d * size + h] > matrix[d * size + best]) best = h
    head[d] = best
  }
  const cycle = findCycle(head, size)
  if (!cycle) return head
  const inCycle = new Uint8Array(size)
  for (const w of cycle) inCycle[w] = 1
  // contract the cycle into one node, the last of a smaller graph
  const outside: number[] = []
  for (let w = 0; w < size; w++) if (!inCycle[w]) outside.push(w)
  const small = outside.length + 1
  const c = small - 1
  const contracted = new Float64Array(small * small).fill(-Infinity)
  const entersAt = new Int32Array(small)
  const leavesFrom = new Int32Array(small)
  for (let a = 0; a < outside.length; a++) {
    const x = outside[a]
    for (let b = 0; b < outside.length; b++) contracted[a * small + b] = matrix[x * size + outside[b]]
    for (const w of cycle) {
      if (matrix[x * size + w] > contracted[a * small + c]) {
        contracted[a * small + c] = matrix[x * size + w]
        leavesFrom[a] = w
      }
      const gain = matrix[w * size + x] - matrix[w * size + head[w]]
      if (gain > contracted[c * small + a]) {
        contracted[c * small + a] = gain
        entersAt[a] = w
      }
    }
  }
  const solved = edmonds(contracted, small)
  const result = new Int32Array(size).fill(-1)
  for (const w of cycle) result[w] = head[w]
  for (let a = 1; a < outside.length; a++) result[outside[a]] = solved[a] === c ? leavesFrom[a] : outside[solved[a]]
  const entry = solved[c]
  result[entersAt[entry]] = outside[entry]
  return result
}

function findCycle(head: Int32Array, size: number): number[] | undefined {
  const mark = new Int32Array(size)
  for (let i = 1; i < size; i++) {
    let w = i
    while (w > 0 && mark[w] === 0) {
      mark[w] = i
      w = head[w]
    }
    if (w > 0 && mark[w] === i) {
      const cycle = [w]
      for (let x = head[w]; x !== w; x = head[x]) cycle.push(x)
      return cycle
    }
  }
  return undefined
}
