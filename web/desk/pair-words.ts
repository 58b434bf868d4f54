import type { PairKind } from '../../src/desk/pairs.ts'

/** How one is on another: the verb, the verb turned round, and what a search for a pair of names asks for. */
export interface PairWords {
  title: string
  does: string
  isDone: string
  list: 'events' | 'statements'
  from: string
  to: string
}

export const pairWords: Readonly<Record<PairKind, PairWords>> = {
  acts: {
    title: 'Who acts on whom',
    does: 'acts on',
    isDone: 'acted on by',
    list: 'events',
    from: 'actor',
    to: 'recipient',
  },
  speaks: {
    title: 'Who speaks of whom',
    does: 'speaks of',
    isDone: 'spoken of by',
    list: 'statements',
    from: 'speaker',
    to: 'about',
  },
  tells: { title: 'Who tells whom', does: 'tells', isDone: 'told by', list: 'statements', from: 'speaker', to: 'told' },
}

/** The kind that an address names. */
export const pairKindOf = (name: string | null): PairKind =>
  name !== null && Object.hasOwn(pairWords, name) ? (name as PairKind) : 'acts'
