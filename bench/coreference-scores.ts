/** Coreference scores over clusters of mentions, each mention a number: MUC, B cubed, CEAF-e, and their average (CoNLL). */
export type Partition = readonly (readonly number[])[]

export interface Score {
  precision: number
  recall: number
  f1: number
}

/** Sums over documents, from which scores are made at the end. */
export class Tally {
  private readonly sums = new Map<string, [number, number, number, number]>()

  add(gold: Partition, found: Partition): void {
    this.count('muc', [...muc(gold, found), ...muc(found, gold)])
    this.count('b3', [...bCubed(gold, found), ...bCubed(found, gold)])
    const same = ceaf(gold, found)
    this.count('ceafe', [same, gold.length, same, found.length])
  }

  private count(name: string, [a, b, c, d]: number[]): void {
    const sum = this.sums.get(name) ?? [0, 0, 0, 0]
    this.sums.set(name, [sum[0] + a, sum[1] + b, sum[2] + c, sum[3] + d])
  }

  score(name: 'muc' | 'b3' | 'ceafe'): Score {
    const [right, gold, hit, found] = this.sums.get(name) ?? [0, 0, 0, 0]
    const [recall, precision] = [right / (gold || 1), hit / (found || 1)]
    return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 }
  }

  conll(): number {
    return (this.score('muc').f1 + this.score('b3').f1 + this.score('ceafe').f1) / 3
  }
}

const indexOf = (partition: Partition) =>
  new Map(partition.flatMap((cluster, i) => cluster.map((m) => [m, i] as const)))

/** Links of `key` that `other` has: [right, all]. Vilain et al. 1995. */
function muc(key: Partition, other: Partition): [number, number] {
  const index = indexOf(other)
  let [right, all] = [0, 0]
  for (const cluster of key) {
    const parts = new Set(cluster.map((m) => index.get(m) ?? `alone ${m}`))
    right += cluster.length - parts.size
    all += cluster.length - 1
  }
  return [right, all]
}

/** Bagga and Baldwin 1998. */
function bCubed(key: Partition, other: Partition): [number, number] {
  const index = indexOf(other)
  let [right, all] = [0, 0]
  for (const cluster of key) {
    const shares = new Map<number, number>()
    for (const m of cluster) {
      const i = index.get(m)
      if (i !== undefined) shares.set(i, (shares.get(i) ?? 0) + 1)
    }
    for (const share of shares.values()) right += (share * share) / cluster.length
    all += cluster.length
  }
  return [right, all]
}

/** Sum of similarities of the best one-to-one alignment, taken greedily (Luo 2005, entity-based). */
function ceaf(gold: Partition, found: Partition): number {
  const index = indexOf(found)
  const pairs: { similarity: number; g: number; f: number }[] = []
  gold.forEach((cluster, g) => {
    const shares = new Map<number, number>()
    for (const m of cluster) {
      const f = index.get(m)
      if (f !== undefined) shares.set(f, (shares.get(f) ?? 0) + 1)
    }
    for (const [f, share] of shares) pairs.push({ similarity: (2 * share) / (cluster.length + found[f].length), g, f })
  })
  pairs.sort((a, b) => b.similarity - a.similarity)
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()]
  let sum = 0
  for (const { similarity, g, f } of pairs) {
    if (usedGold.has(g) || usedFound.has(f)) continue
    usedGold.add(g)
    usedFound.add(f)
    sum += similarity
  }
  return sum
}
