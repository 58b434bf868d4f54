import { findersFor } from './finders/index.ts'
import { matches } from './finders/phrase.ts'
import type { Trigger } from './lexicon.ts'
import type { ProposedTime } from './meaning.ts'
import type { Line, Piece } from './pieces.ts'

/** All that the finders propose for a line, the longest first, without overlaps, in text order. */
export function findIn(line: Line): ProposedTime[] {
  const proposals: { found: ProposedTime; order: number }[] = []
  const { pieces } = line
  const blocked = blockedPieces(line)
  for (let i = 0; i < pieces.length; i++) {
    const triggers = triggersAt(pieces[i])
    if (triggers.length === 0 || blocked?.[i]) continue
    for (const trigger of triggers) {
      for (const finder of findersFor(trigger)) {
        const found = finder.find(line, i)
        if (found && !isBlocked(blocked, found)) {
          proposals.push({ found: { rule: finder.name, ...found }, order: proposals.length })
        }
      }
    }
  }
  return select(proposals, pieces.length)
}

const NONE: readonly Trigger[] = []
const YEAR: readonly Trigger[] = ['year']
const DIGITS: readonly Trigger[] = ['digits']

function triggersAt({ entry, digits, text }: Piece): readonly Trigger[] {
  if (digits >= 0) return text.length === 4 ? YEAR : text.length < 3 ? DIGITS : NONE
  if (entry) return entry.triggers
  const c = text.charCodeAt(0)
  if (c === 102 && text.length === 6 && text.charCodeAt(1) === 121) return YEAR
  return text.length > 1 && ((c >= 48 && c <= 57) || c === 39) ? DIGITS : NONE
}

/** Pieces inside a name that holds a word for a time and is none ('Black Friday'). */
function blockedPieces(line: Line): Uint8Array | undefined {
  let blocked: Uint8Array | undefined
  for (let i = 0; i < line.pieces.length; i++) {
    const phrases = line.pieces[i].entry?.phrases
    const phrase = phrases?.find((known) => known.negative && matches(line, i - known.key, known))
    if (!phrase) continue
    blocked ??= new Uint8Array(line.pieces.length)
    blocked.fill(1, i - phrase.key, i - phrase.key + phrase.words.length)
  }
  return blocked
}

function isBlocked(blocked: Uint8Array | undefined, { from, to }: Pick<ProposedTime, 'from' | 'to'>): boolean {
  if (!blocked) return false
  for (let i = from; i < to; i++) if (blocked[i]) return true
  return false
}

function select(proposals: { found: ProposedTime; order: number }[], size: number): ProposedTime[] {
  if (proposals.length < 2) return proposals.map(({ found }) => found)
  const taken = new Uint8Array(size)
  const kept: ProposedTime[] = []
  proposals.sort((a, b) => b.found.to - b.found.from - (a.found.to - a.found.from) || a.order - b.order)
  for (const { found } of proposals) {
    if (isBlocked(taken, found)) continue
    taken.fill(1, found.from, found.to)
    kept.push(found)
  }
  return kept.sort((a, b) => a.from - b.from)
}
