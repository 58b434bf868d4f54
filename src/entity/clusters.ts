import type { FoundMention } from './mention.ts'
import { type EntityKind, type Gender, type GrammaticalNumber, mayBeSame } from './traits.ts'

/** What is known of all the mentions found to be the same so far. */
export interface Cluster {
  /** indices into the mentions, in text order once everything is done */
  mentions: number[]
  /** how much speaks for each kind */
  kinds: Record<EntityKind, number>
  number: GrammaticalNumber
  gender: Gender
  /** folded words of its names; of its titles and nominals' heads */
  names: readonly string[]
  roles: readonly string[]
  /** nations it is said to belong to, ISO codes */
  nations: readonly string[]
}

const NONE: readonly string[] = []
const KINDS: readonly EntityKind[] = ['person', 'organization', 'group', 'place', 'facility', 'other']
const MOST = 32

/** Both lists, each value once; no longer than `MOST`. */
function both(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0 || a.length >= MOST) return a
  return a.length === 0 ? b : [...a, ...b.filter((value) => !a.includes(value))]
}

function newCluster({ form, kind, key, number, gender }: FoundMention, m: number): Cluster {
  const kinds = { person: 0, organization: 0, group: 0, place: 0, facility: 0, other: 0 }
  if (kind) kinds[kind] = form === 'name' ? 3 : 1
  const [names, roles] = [form === 'name' ? [key] : NONE, form === 'nominal' ? [key] : NONE]
  return { mentions: [m], kinds, number, gender, names, roles, nations: NONE }
}

/** Mentions joined step by step: a union-find whose roots hold what is known of the whole. */
export class Clusters {
  private readonly parent: Int32Array
  private readonly known: Cluster[]

  constructor(readonly mentions: readonly FoundMention[]) {
    this.parent = Int32Array.from(mentions, (_, i) => i)
    this.known = mentions.map(newCluster)
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
    for (const mention of gone.mentions) to.mentions.push(mention)
    for (const kind of KINDS) to.kinds[kind] += gone.kinds[kind]
    to.number ||= gone.number
    to.gender ||= gone.gender
    to.names = both(to.names, gone.names)
    to.roles = both(to.roles, gone.roles)
    to.nations = both(to.nations, gone.nations)
  }

  addNation(mention: number, nation: string): void {
    const cluster = this.of(mention)
    cluster.nations = both(cluster.nations, [nation])
  }

  /** The kind that most of its mentions have; '' where none has any. */
  kind(mention: number): EntityKind | '' {
    let best: EntityKind | '' = ''
    let most = 0
    const { kinds } = this.of(mention)
    for (const kind of KINDS)
      if (kinds[kind] > most) {
        best = kind
        most = kinds[kind]
      }
    return best
  }

  /** Whether number and gender of two clusters do not contradict each other. */
  agrees(a: number, b: number): boolean {
    const [x, y] = [this.of(a), this.of(b)]
    return mayBeSame(x.number, y.number) && mayBeSame(x.gender, y.gender)
  }

  roots(): number[] {
    return this.mentions.map((_, i) => i).filter((i) => this.parent[i] === i)
  }
}
