import type { Code } from '../record/types.ts'
import type { Context } from './context.ts'
import { inside, nationsFit, rolesOf, together } from './join-nominals.ts'

const FARTHEST_SENTENCE = 3
const MOST_LOOKED = 60

/**
 * Who is meant by a noun that was not used of them before ('the premier' of a prime minister, 'the veteran politician'), by the table of what may be
 * called otherwise: the only one of the last sentences whose nouns, titles or sectors it may stand for; or -1. Adjectives say nothing against
 * it; another noun before the noun ('the port official') must stand in the name, titles or nouns of who is meant.
 */
export function calledOtherwise(context: Context, m: number, codes: readonly (Code | undefined)[]): number {
  const { mentions, clusters, language, book } = context
  const { key, kind, head, to, number } = mentions[m]
  const other = number === 'p' && kind !== 'organization' ? undefined : book.alsoCalled.get(key)
  // 'the judge of the lower court' says itself who is meant
  if (!other || to > head + 1) return -1
  const here = language.sentence[head]
  const stands = (c: number) =>
    clusters
      .of(c)
      .mentions.some(
        (o) =>
          o < m &&
          (rolesOf(context, mentions[o]).some((role) => other.nouns.has(role)) ||
            codes[o]?.sectors.some((sector) => other.sectors.has(sector))),
      )
  const own = ownNouns(context, m)
  const seen = new Set<number>()
  let found = -1
  for (let c = m - 1, looked = 0; c >= 0 && looked < MOST_LOOKED; c--, looked++) {
    if (here - language.sentence[mentions[c].head] > FARTHEST_SENTENCE) break
    const root = clusters.root(c)
    if (seen.has(root)) continue
    seen.add(root)
    if (clusters.kind(c) !== kind || !clusters.agrees(c, m) || !nationsFit(context, c, m)) continue
    if (!stands(c)) continue
    if (inside(mentions[c], mentions[m]) || together(context, c, m)) return -1
    if (found >= 0) return -1
    found = c
  }
  return found >= 0 && own.every((word) => isTold(context, found, word)) ? found : -1
}

/** Nouns before the head that belong to it: 'port' in 'the port official'. */
function ownNouns({ mentions, tree, language, words, book }: Context, m: number): string[] {
  const { head, key } = mentions[m]
  return tree
    .children(head)
    .filter((c) => c < head && language.relation[c] === 'compound' && !key.includes(words.folded[c]))
    .map((c) => words.folded[c])
    .filter((word) => !book.adjectives.get(word) && !book.actors.get(word)?.some(({ as }) => as === 'country'))
}

/** Whether a word stands in a mention of the cluster, or in its titles. */
function isTold({ mentions, clusters, words }: Context, c: number, word: string): boolean {
  return clusters.of(c).mentions.some((o) => {
    const { from, to, titles, form } = mentions[o]
    if (form === 'pronoun') return false
    return [{ from, to }, ...titles].some((part) => {
      for (let w = part.from; w < part.to; w++) if (words.folded[w] === word) return true
      return false
    })
  })
}
