import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Clusters } from './clusters.ts'
import type { EntityCodebook } from './codebook.ts'
import type { FoundMention } from './mention.ts'
import type { PhraseWords } from './pieces.ts'
import type { Settlement } from './settle-places.ts'

/** What every step of coreference sees of one report. */
export interface Context {
  language: Language
  tree: Tree
  book: EntityCodebook
  words: PhraseWords
  /** mentions in the order of their heads */
  mentions: readonly FoundMention[]
  /** for every word, the mention it is a head of, or -1 */
  mentionAt: Int32Array
  clusters: Clusters
  /** for every quotation, the mention of who says it, or -1 */
  speakers: Int32Array
  /** for every mention, whether it is who says a quotation */
  isSayer: Uint8Array
  /** prepares words that are none of the report's for look-ups */
  wordsOf: (form: readonly string[]) => PhraseWords
  places: Settlement
  published?: string
  title?: string
  outlet?: string
}
