import type { Found } from './mention.ts'
import { agree, type EntityKind, type Gender, type Numerus } from './traits.ts'

/** What is known of all the mentions found to be the same so far. */
export interface Cluster {
  /** indices into the mentions, in text order once everything is done */
  mentions: number[]
  kinds: Map<EntityKind, number>
  number: Numerus
  gender: Gender
  /** folded words of its names; of its titles and nominals' heads */
  names: Set<string>
  roles: Set<string>
  /** nations it is said to belong to, ISO codes */
  nations: Set<string>
}

/** Mentions joined step by step: a union-find whose roots hold what is known of the whole. */
export class Clusters {
  private readonly parent: Int32Array
  private readonly known: Cluster[]

  constructor(readonly mentions: readonly Found[]) {
    this.parent = Int32Array.from(mentions, (_, i) => i)
    this.known = mentions.map((mention, i) => ({
      mentions: [i],
      kinds: new Map(mention.kind ? [[mention.kind, mention.form === 'name' ? 3 : 1]] : []),
      number: mention.number,
      gender: mention.gender,
      names: new Set(mention.form === 'name' ? [mention.key] : []),
      roles: new Set(mention.form === 'nominal' ? [mention.key] : []),
      nations: new Set(),
    }))
  }

  root(mention: number): number {
    let top = mention
    while (this.parent[top] !== top) top = this.parent[top]
    for (let m = mention; this.parent[m] !== top; ) {
      const next = this.parent[m]
      this.parent[m] = top
      m = next
    }
    return top
  }

  of(mention: number): Cluster {
    return this.known[this.root(mention)]
  }

  same(a: number, b: number): boolean {
    return this.root(a) === this.root(b)
  }

  /** Joins the clusters of two mentions; the smaller goes into the larger, so that all joins together stay near linear. */
  join(a: number, b: number): void {
    let [into, from] = [this.root(a), this.root(b)]
    if (into === from) return
    if (this.known[into].mentions.length < this.known[from].mentions.length) [into, from] = [from, into]
    const [to, gone] = [this.known[into], this.known[from]]
    this.parent[from] = into
    to.mentions.push(...gone.mentions)
    for (const [kind, weight] of gone.kinds) to.kinds.set(kind, (to.kinds.get(kind) ?? 0) + weight)
    to.number ||= gone.number
    to.gender ||= gone.gender
    for (const name of gone.names) to.names.add(name)
    for (const role of gone.roles) to.roles.add(role)
    for (const nation of gone.nations) to.nations.add(nation)
  }

  /** The kind that most of its mentions have; '' where none has any. */
  kind(mention: number): EntityKind | '' {
    let [best, most]: [EntityKind | '', number] = ['', 0]
    for (const [kind, weight] of this.of(mention).kinds) if (weight > most) [best, most] = [kind, weight]
    return best
  }

  /** Whether number and gender of two clusters do not contradict each other. */
  agrees(a: number, b: number): boolean {
    const [x, y] = [this.of(a), this.of(b)]
    return agree(x.number, y.number) && agree(x.gender, y.gender)
  }

  roots(): number[] {
    return this.mentions.map((_, i) => i).filter((i) => this.parent[i] === i)
  }
}
