import type { Language } from './types.ts'

/**
 * Walks over dependency trees. `Tree` holds, for one `Language`, the children of every word in text order, so that
 * stages can ask for children and subtrees without searching. Build it once a report.
 */
export interface Tree {
  /** by word: its first child and its next sibling in text order, or -1; for loops that must not allocate */
  firstChild: Int32Array
  nextSibling: Int32Array
  /** words whose head is w, in text order */
  children(w: number): readonly number[]
  /** the first child of w with one of these relations (exact, or before ':'), or -1 */
  child(w: number, ...relations: string[]): number
  /** leftmost and rightmost+1 word of w's subtree */
  left(w: number): number
  right(w: number): number
  /** whether `ancestor` is w or above w */
  above(ancestor: number, w: number): boolean
  /** root word of sentence s (the first, if the tree has several), or -1 */
  root(s: number): number
}

export function buildTree(language: Language): Tree {
  const { size, head, relation, sentences } = language
  const first = new Int32Array(size).fill(-1)
  const next = new Int32Array(size).fill(-1)
  for (let w = size - 1; w >= 0; w--) {
    const h = head[w]
    if (h < 0) continue
    next[w] = first[h]
    first[h] = w
  }
  const leftmost = new Int32Array(size)
  const rightmost = new Int32Array(size)
  for (let w = 0; w < size; w++) leftmost[w] = rightmost[w] = w
  for (const { from, to } of sentences) {
    for (let w = from; w < to; w++) {
      for (let h = head[w], steps = 0; h >= 0 && steps < to - from; h = head[h], steps++) {
        if (leftmost[w] < leftmost[h]) leftmost[h] = leftmost[w]
        if (rightmost[w] > rightmost[h]) rightmost[h] = rightmost[w]
        if (w > leftmost[h] && w < rightmost[h]) break
      }
    }
  }
  const cache: (readonly number[] | undefined)[] = new Array(size)
  const children = (w: number): readonly number[] => {
    const known = cache[w]
    if (known) return known
    const list: number[] = []
    for (let c = first[w]; c >= 0; c = next[c]) list.push(c)
    cache[w] = list
    return list
  }
  return {
    firstChild: first,
    nextSibling: next,
    children,
    child(w, ...relations) {
      for (let c = first[w]; c >= 0; c = next[c]) if (relations.some((r) => sameRelation(relation[c], r))) return c
      return -1
    },
    left: (w) => leftmost[w],
    right: (w) => rightmost[w] + 1,
    above(ancestor, w) {
      for (let x = w, steps = 0; x >= 0 && steps <= size; x = head[x], steps++) if (x === ancestor) return true
      return false
    },
    root(s) {
      for (let w = sentences[s].from; w < sentences[s].to; w++) if (head[w] < 0) return w
      return -1
    },
  }
}

/** 'nsubj:pass' is both 'nsubj:pass' and 'nsubj'. */
export function sameRelation(relation: string, wanted: string): boolean {
  return (
    relation === wanted ||
    (relation.length > wanted.length && relation.startsWith(wanted) && relation[wanted.length] === ':')
  )
}
