import type { Record as NewsRecord, Span, Statement } from '../../../src/record/types.ts'
import { wordChain } from '../rows.ts'
import { cutLines } from './segment.ts'

/** How many speakers have a colour of their own; the others share colour 0. */
export const COLOURS = 8

/** A speaker's voice in a report. */
export interface Voice {
  /** the entity's id, or the source's words where no entity answers */
  key: string
  name: string
  colour: number
  /** share of the report's characters that are this speaker's, 0 to 1 */
  share: number
}

export interface Voices {
  /** most first */
  all: readonly Voice[]
  of(statement: Statement): Voice | undefined
  paragraphs: readonly Paragraph[]
}

/** A paragraph as a run of voices in its order; no voice is the report's own. */
export interface Paragraph extends Span {
  runs: { voice?: Voice; length: number }[]
}

/**
 * Whose voice fills a report: who speaks each stretch, and who speaks most. Words within words are the voice of who is
 * quoted by the report itself.
 */
export function voicesOf(record: NewsRecord): Voices {
  const { text } = record.report
  const names = new Map(record.entities.map(({ id, name }) => [id, name]))
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]))
  const keyOf = ({ speaker, source }: Statement) =>
    speaker ?? (source ? text.slice(source.start, source.end).toLowerCase() : undefined)
  const owner = owners(text, record.statements, (statement) => keyOf(wordChain(byId, statement.id).at(-1) ?? statement))
  const voices = new Map<string, Voice>()
  for (const statement of record.statements) {
    const key = keyOf(statement)
    if (key === undefined || voices.has(key)) continue
    const name = names.get(key) ?? (statement.source ? text.slice(statement.source.start, statement.source.end) : key)
    voices.set(key, { key, name, colour: 0, share: (owner.lengths.get(key) ?? 0) / Math.max(1, text.length) })
  }
  const all = [...voices.values()].sort((a, b) => b.share - a.share)
  for (const [index, voice] of all.slice(0, COLOURS).entries()) voice.colour = index + 1
  const paragraphs = cutLines(text).map(({ start, end }) => ({ start, end, runs: owner.runs(start, end, voices) }))
  return { all, of: (statement) => voices.get(keyOf(statement) ?? ''), paragraphs }
}

/** Who owns each character: the statement that holds it and stands within no other. */
function owners(text: string, statements: readonly Statement[], keyOf: (statement: Statement) => string | undefined) {
  const keys: string[] = ['']
  const at = new Uint16Array(text.length)
  for (const statement of statements) {
    const key = keyOf(statement)
    if (key === undefined) continue
    if (!keys.includes(key)) keys.push(key)
    for (const { start, end } of statement.content) at.fill(keys.indexOf(key), start, end)
  }
  const lengths = new Map<string, number>()
  for (const index of at) lengths.set(keys[index], (lengths.get(keys[index]) ?? 0) + 1)
  const runs = (start: number, end: number, voices: ReadonlyMap<string, Voice>) => {
    const found: Paragraph['runs'] = []
    for (let from = start; from < end; ) {
      let to = from + 1
      while (to < end && at[to] === at[from]) to++
      found.push({ voice: voices.get(keys[at[from]]), length: to - from })
      from = to
    }
    return found
  }
  return { lengths, runs }
}
