/** How like two things are: from below 0 (apart) to above 0 (together), as a logistic regression gives it. */
export interface Likeness {
  a: number
  b: number
  score: number
}

/** What a pair counts for that was not looked at: its two share no rare word. */
const UNLIKE = -8

/**
 * Groups things by average linkage: the two groups whose members are most alike on the whole are joined, while that is above a threshold
 * (Sokal and Michener 1958). Pairs that are not given count as unlike. Grows with the number of pairs given.
 *
 * @returns for each thing, the least number of its group
 */
export function group(count: number, pairs: readonly Likeness[], threshold: number): Int32Array {
  const groupOf = Int32Array.from({ length: count }, (_, at) => at)
  const members = Array.from({ length: count }, (_, at) => [at])
  // for each group, the groups it has pairs with: the sum of (score - UNLIKE) over pairs of members
  const links = Array.from({ length: count }, () => new Map<number, number>())
  const queue: { a: number; b: number; mean: number }[] = []
  const push = (a: number, b: number, sum: number) => {
    const mean = sum / (members[a].length * members[b].length) + UNLIKE
    if (mean > threshold) up(queue, { a, b, mean })
  }
  for (const { a, b, score } of pairs) {
    const worth = Math.min(8, Math.max(UNLIKE, score)) - UNLIKE
    links[a].set(b, worth)
    links[b].set(a, worth)
  }
  for (let a = 0; a < count; a++) for (const [b, sum] of links[a]) if (a < b) push(a, b, sum)
  for (let best = down(queue); best; best = down(queue)) {
    const { a, b, mean } = best
    if (members[a].length === 0 || members[b].length === 0) continue
    const sum = links[a].get(b)
    if (sum === undefined || Math.abs(sum / (members[a].length * members[b].length) + UNLIKE - mean) > 1e-9) continue
    join(Math.min(a, b), Math.max(a, b))
  }
  members.forEach((list, at) => {
    for (const member of list) groupOf[member] = at
  })
  return groupOf

  function join(into: number, from: number): void {
    members[into].push(...members[from])
    members[from] = []
    links[into].delete(from)
    links[from].delete(into)
    for (const [other, sum] of links[from]) {
      links[other].delete(from)
      const joined = (links[into].get(other) ?? 0) + sum
      links[into].set(other, joined)
      links[other].set(into, joined)
    }
    links[from].clear()
    for (const [other, sum] of links[into]) push(into, other, sum)
  }
}

type Queued = { a: number; b: number; mean: number }
const before = (x: Queued, y: Queued) =>
  x.mean > y.mean || (x.mean === y.mean && (x.a < y.a || (x.a === y.a && x.b < y.b)))

/** Puts into a heap whose first is the best. */
function up(heap: Queued[], item: Queued): void {
  let at = heap.push(item) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!before(heap[at], heap[parent])) return
    ;[heap[at], heap[parent]] = [heap[parent], heap[at]]
    at = parent
  }
}

function down(heap: Queued[]): Queued | undefined {
  const best = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || !last) return best
  heap[0] = last
  for (let at = 0; ; ) {
    const left = at * 2 + 1
    let next = at
    if (left < heap.length && before(heap[left], heap[next])) next = left
    if (left + 1 < heap.length && before(heap[left + 1], heap[next])) next = left + 1
    if (next === at) return best
    ;[heap[at], heap[next]] = [heap[next], heap[at]]
    at = next
  }
}
