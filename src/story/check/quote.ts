import type { Span } from '../../record/types.ts'
import { findPiece, soughtQuotation } from './find-words.ts'
import type { Sources } from './sources.ts'

/** A verbatim quotation: the source's own characters, where they stand and who says them. */
export interface Quote extends Span {
  report: string
  text: string
  /** whether the source has it in quotation marks */
  quoted: boolean
  speaker?: string
  /** whether the words asked for are the source's, word for word */
  exact: boolean
}

/** Largest share of the words asked for that may differ from the source's. */
const NEAR = 0.4

/**
 * The source's own words for words that somebody remembers: never longer than what stands there.
 *
 * @param speaker prefers places where this name speaks
 */
export function quoteOf(words: string, sources: Sources, speaker?: string): Quote | undefined {
  const quoted = soughtQuotation(words, 0, words.length)
  if (quoted.pieces.length === 0) return undefined
  const [{ keys }] = quoted.pieces.length === 1 ? quoted.pieces : [{ keys: quoted.keys }]
  const wanted = ({ saying }: { saying?: { quoted: boolean; speaker?: { name: string } } }) =>
    (saying?.quoted ? 1 : 0) + (speaker && saying?.speaker?.name.includes(speaker) ? 4 : 0)
  let best: { quote: Quote; worth: number } | undefined
  for (const source of sources.candidates(quoted.keys)) {
    const found = findPiece(keys, source, wanted)
    if (!found || found.alignment.differences > keys.length * NEAR || found.alignment.to <= found.alignment.from)
      continue
    const worth = wanted(found) - found.alignment.differences * 10
    if (best && worth <= best.worth) continue
    const { report } = source.record
    const start = source.words.start[found.alignment.from]
    const end = source.words.end[found.alignment.to - 1]
    const quote: Quote = {
      report: report.id,
      start,
      end,
      text: report.text.slice(start, end),
      quoted: found.saying?.quoted ?? false,
      ...(found.saying?.speaker && { speaker: found.saying.speaker.name }),
      exact: found.alignment.differences === 0,
    }
    best = { quote, worth }
  }
  return best?.quote
}
