/**
 * The highest-scoring tree with one root (Chu and Liu 1965, Edmonds 1967; McDonald et al. 2005 for parsing). Takes time
 * in the square of the words at most (Tarjan 1977, for dense graphs), whatever the scores are.
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
  greedy(scores, at, stride, n, heads)
  if (hasCycle(heads, n)) edmonds(graphOf(scores, at, stride, n), heads)
}

/**
 * Every word's best head but the root, and as the root the word that gains most by it. No tree with one root can score
 * higher, so where this is a tree it is the best one.
 */
function greedy(scores: Float32Array, at: number, stride: number, n: number, heads: Int32Array): void {
  let root = 0
  let mostGain = -Infinity
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
    if (scores[row] - most > mostGain) {
      mostGain = scores[row] - most
      root = i
    }
  }
  heads[root] = 0
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

/** A dense graph whose nodes are joined as cycles are found in it; node 0 is the root. */
interface Graph {
  size: number
  /** [d * size + h]: score of head h for dependent d, less what entering d's cycles undoes */
  score: Float64Array
  /** [d * size + h]: the words that the best arc from h into d joins, as dependent * size + head */
  arc: Int32Array
}

/**
 * The scores as a graph. Every arc of the root costs so much more that no tree with two of them can be the best:
 * one search then finds the best tree with one root.
 */
function graphOf(scores: Float32Array, at: number, stride: number, n: number): Graph {
  const size = n + 1
  const score = new Float64Array(size * size)
  const arc = new Int32Array(size * size)
  let low = Infinity
  let high = -Infinity
  for (let d = 1; d < size; d++) {
    const from = at + (d - 1) * stride
    for (let h = 0; h < size; h++) {
      const cell = d * size + h
      const s = scores[from + h]
      arc[cell] = cell
      score[cell] = s
      if (h === d) continue
      if (s < low) low = s
      if (s > high) high = s
    }
  }
  const cost = (high - low + 1) * size
  for (let d = 1; d < size; d++) score[d * size] -= cost
  return { size, score, arc }
}

/**
 * Follows every node's best head until the root or a settled node is met. A cycle on the way is joined to one node,
 * under the name of one of its own, and the way goes on from there. In the end cycles are opened from the last to the first:
 * the arc that enters one takes the place of that which closed it.
 */
function edmonds(graph: Graph, heads: Int32Array): void {
  const { size, arc } = graph
  /** by node, names of joined cycles from `size` on: the cycle that it is joined in */
  const within = new Int32Array(2 * size)
  /** by node: the arc that enters it */
  const entered = new Int32Array(2 * size)
  /** by name in the graph: the node that stands under it now, or -1 where another's name is used */
  const nodeAt = Int32Array.from({ length: size }, (_, i) => i)
  const best = new Int32Array(size)
  const state = new Uint8Array(size)
  const way: number[] = []
  let nodes = size
  state[0] = SETTLED
  for (let start = 1; start < size; start++) {
    if (nodeAt[start] < 0 || state[start] === SETTLED) continue
    let at = start
    for (;;) {
      state[at] = ON_THE_WAY
      way.push(at)
      const head = bestHead(graph, nodeAt, at)
      best[at] = head
      entered[nodeAt[at]] = arc[at * size + head]
      if (state[head] === SETTLED) break
      if (state[head] !== ON_THE_WAY) {
        at = head
        continue
      }
      const cycle = way.splice(way.indexOf(head))
      for (const w of cycle) {
        within[nodeAt[w]] = nodes
        if (w !== head) nodeAt[w] = -1
      }
      nodeAt[head] = nodes++
      join(graph, nodeAt, cycle, best)
      at = head
    }
    for (const w of way) state[w] = SETTLED
    way.length = 0
  }
  for (let node = nodes - 1; node >= size; node--) {
    let inner = Math.floor(entered[node] / size)
    while (within[inner] !== node) inner = within[inner]
    entered[inner] = entered[node]
  }
  for (let d = 1; d < size; d++) heads[d - 1] = entered[d] % size
}

const ON_THE_WAY = 1
const SETTLED = 2

function bestHead({ size, score }: Graph, nodeAt: Int32Array, d: number): number {
  const row = d * size
  let best = 0
  for (let h = 1; h < size; h++) if (h !== d && nodeAt[h] >= 0 && score[row + h] > score[row + best]) best = h
  return best
}

/** Joins a cycle under its first node's name: the best arc that leaves it, and that which enters it at the least loss. */
function join({ size, score, arc }: Graph, nodeAt: Int32Array, cycle: readonly number[], best: Int32Array): void {
  const [name] = cycle
  const lost = cycle.map((w) => score[w * size + best[w]])
  for (let x = 0; x < size; x++) {
    if (x === name || nodeAt[x] < 0) continue
    let into = -Infinity
    let out = -Infinity
    let intoArc = 0
    let outArc = 0
    for (let k = 0; k < cycle.length; k++) {
      const w = cycle[k]
      const gain = score[w * size + x] - lost[k]
      if (gain > into) {
        into = gain
        intoArc = arc[w * size + x]
      }
      if (score[x * size + w] > out) {
        out = score[x * size + w]
        outArc = arc[x * size + w]
      }
    }
    score[name * size + x] = into
    arc[name * size + x] = intoArc
    score[x * size + name] = out
    arc[x * size + name] = outArc
  }
}
