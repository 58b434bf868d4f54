import { parseTable, type Resources } from '../resources.ts'
import { Clusters } from './clusters.ts'
import { openCodebook } from './codebook.ts'
import type { Context } from './context.ts'
import { openLands } from './context-country.ts'
import { buildEntities } from './entities.ts'
import { codeMentions } from './entity-codes.ts'
import { findNames } from './find-names.ts'
import { findNominals } from './find-nominals.ts'
import { findPronouns } from './find-pronouns.ts'
import { joinNames } from './join-names.ts'
import { joinNominals } from './join-nominals.ts'
import { joinPronouns, readWeights } from './join-pronouns.ts'
import { joinStructure } from './join-structure.ts'
import type { FoundMention } from './mention.ts'
import { openNameWords } from './pieces.ts'
import { quoteSpeakers } from './quote-speakers.ts'
import { openSectors } from './sector-model.ts'
import { settledWords, settlePlaces } from './settle-places.ts'
import type { EntityInput, EntityReading } from './types.ts'

/**
 * Opens the entity stage: mentions, coreference, codes, places. Coreference is a sieve: the surest joins first (names), then what
 * the sentence's build says, then nominals, then pronouns; each step knows what those before it found (Lee et al. 2013,
 * Deterministic coreference resolution based on entity-centric, precision-ranked rules).
 */
export function openEntity(resources: Resources): (input: EntityInput) => EntityReading {
  const find = openMentions(resources)
  const weights = readWeights(parseTable(resources.text('codebook/entity/pronoun-weights.tsv')))
  const tables = { lands: openLands(resources), sectorOf: openSectors(resources.bytes('models/sectors.bin')) }
  return (input) => {
    const context = find(input)
    const codes = joinSure(context)
    joinPronouns(context, weights)
    return buildEntities(context, codes, tables)
  }
}

/** Every step before pronouns. */
export function joinSure(context: Context): ReturnType<typeof codeMentions> {
  joinNames(context)
  const codes = codeMentions(context)
  joinStructure(context)
  joinNominals(context, codes)
  return codes
}

/** Opens the finders: mentions of a report, each a cluster of its own. */
export function openMentions(resources: Resources): (input: EntityInput) => Context {
  const book = openCodebook(resources)
  const wordsOf = openNameWords(book)
  return ({ language, tree, published, title, outlet }) => {
    const words = wordsOf(language.form)
    const names = findNames(language, book, words)
    const taken = new Uint8Array(language.size)
    for (const { from, to, titles } of names) {
      taken.fill(1, from, to)
      for (const title of titles) taken.fill(2, title.from, title.to)
    }
    const found = [
      ...names,
      ...findNominals(language, tree, { book, words, taken }),
      ...findPronouns(language, tree, book),
    ].sort((a, b) => a.head - b.head)
    const mentions: FoundMention[] = found.map((mention) => ({ ...mention, quote: language.quotation[mention.head] }))
    const mentionAt = new Int32Array(language.size).fill(-1)
    mentions.forEach(({ head, heads }, m) => {
      for (const w of [head, ...heads]) mentionAt[w] = m
    })
    const places = settlePlaces({ language, words, book, mentions, wordsOf, outlet })
    const clusters = new Clusters(mentions)
    const known = {
      language,
      tree,
      book,
      words: settledWords(words, places),
      mentions,
      mentionAt,
      clusters,
      places,
      wordsOf,
    }
    const speakers = quoteSpeakers(known)
    const isSayer = new Uint8Array(mentions.length)
    for (const m of speakers) if (m >= 0) isSayer[m] = 1
    return { ...known, speakers, isSayer, published, title, outlet }
  }
}
