import type { Grammar } from '../language/clause/grammar.ts'
import { inFieldOrder } from '../record/fields.ts'
import { stableId } from '../record/id.ts'
import type { Note, Span, Statement } from '../record/types.ts'
import type { openActModel } from './act-model.ts'
import type { openActs } from './acts.ts'
import { type Alone, findAlone } from './alone.ts'
import { findOccasion, findTold, findWhere } from './circumstances.ts'
import type { StatementBook } from './codebook.ts'
import type { Range } from './extend.ts'
import { ownSource } from './own-source.ts'
import { quotationOf, quotedStretches, toSpan } from './quoted.ts'
import type { ResolvedProposal } from './resolve.ts'
import { findSpeaker } from './speaker.ts'
import { confidenceOf } from './trust.ts'
import type { StatementDetail, StatementInput, StatementReading } from './types.ts'
import type { View } from './view.ts'
import { giveTimes } from './when.ts'

/** What `assemble` goes by, beside the text. */
export interface Assembly {
  resolved: readonly ResolvedProposal[]
  acts: ReturnType<typeof openActs>
  book: StatementBook
  grammar: Grammar
  /** tells the act of a statement from its cue and its content */
  actOf: ReturnType<typeof openActModel>
  calibration: Float32Array
}

interface Row {
  first: number
  statement: Statement
  detail: StatementDetail
}

/** A quotation that stands alone is nearly always somebody's words; whose is a guess. */
const ALONE_CONFIDENCE = 0.6

/** Turns what stands into rows of the record, and adds quotations that stand alone. */
export function assemble(input: StatementInput, view: View, assembly: Assembly): StatementReading {
  const notes: Note[] = []
  const taken = new Set<string>()
  const ids = new Map<ResolvedProposal, string>()
  const idOf = (statement: ResolvedProposal): string => {
    const known = ids.get(statement)
    if (known) return known
    const { start, end } = toSpan(view, statement.cue)
    const id = stableId('s', ['cue', start, end], taken)
    ids.set(statement, id)
    return id
  }
  const rows = assembly.resolved.map((resolved) => {
    const row = makeRow(input, view, assembly, resolved)
    row.statement.id = idOf(resolved)
    if (resolved.within) row.statement.within = idOf(resolved.within)
    if (resolved.rival) notes.push(rivalNote(toSpan(view, resolved.rival)))
    return row
  })
  for (const row of aloneRows(input, view, rows, taken, notes)) rows.push(row)
  rows.sort((a, b) => a.first - b.first)
  giveTimes(input, rows)
  return {
    statements: rows.map(({ statement }) => inFieldOrder('statements', statement)),
    details: rows.map(({ detail }) => detail),
    innermost: innermost(input.language.size, rows),
    notes: notes.concat(unclosedNotes(view)),
  }
}

function makeRow(
  input: StatementInput,
  view: View,
  { acts, actOf, book, grammar, calibration }: Assembly,
  resolved: ResolvedProposal,
): Row {
  const { head, cue, content, trust } = resolved
  const source = ownSource(view, resolved) ?? resolved.source
  const { entities } = input
  const { negated, ...row } = acts(view, head)
  const settled = resolved.byRule || resolved.forced || !actOf.acts.includes(row.act)
  const act = settled ? row.act : actOf.tell(view, { head, source, cue, content, ...row })
  const speaker = findSpeaker(view, entities, { head, source }, { lists: book.lists, grammar })
  const quoted = quotedStretches(view, content, head)
  const statement: Statement = {
    id: '',
    source: source ? toSpan(view, source) : null,
    cue: toSpan(view, cue),
    content: content.map((range) => toSpan(view, range)),
    quotation: quotationOf(view, content, head),
    act,
    negated,
    to: findTold(view, entities, { ...resolved, act }, book).filter(
      (id) => id !== entities.entities[speaker.entity]?.id,
    ),
    confidence: Math.round((resolved.byRule ? trust : confidenceOf(trust, calibration)) * 1000) / 1000,
  }
  if (speaker.entity >= 0) {
    const { id } = entities.entities[speaker.entity]
    statement.speaker = id
    // nobody is told his own words
    statement.to = statement.to.filter((told) => told !== id)
  }
  const where = findWhere(view, entities, resolved, book.lists)
  if (where) statement.where = where
  const occasion = findOccasion(view, resolved, book)
  if (occasion) statement.occasion = occasion
  if (statement.quotation === 'mixed') statement.quoted = quoted
  const first = Math.min(cue.from, content[0].from, source ? source.from : cue.from)
  return { first, statement, detail: { head, source, cue, content, quoted, occasion } }
}

/** Rows for quotations that stand alone, with the speaker of the paragraph before where there is one. */
function aloneRows(input: StatementInput, view: View, rows: readonly Row[], ids: Set<string>, notes: Note[]): Row[] {
  const covered = new Uint8Array(input.language.size)
  for (const { detail } of rows) for (const { from, to } of detail.content) covered.fill(1, from, to)
  return findAlone(view, covered).map((pieces) => {
    const content = pieces.map((piece) => toSpan(view, piece))
    const statement: Statement = {
      id: stableId('s', ['alone', content[0].start, content[content.length - 1].end], ids),
      source: null,
      cue: null,
      content,
      quotation: 'direct',
      act: 'state',
      negated: false,
      to: [],
      confidence: ALONE_CONFIDENCE,
    }
    const speaker = speakerAfter(view, rows, pieces) ?? speakerBefore(view, rows, pieces)
    const { start, end } = { start: content[0].start, end: content[content.length - 1].end }
    if (speaker) {
      statement.speaker = speaker
      notes.push({
        code: 'speaker-inferred',
        message: 'No source stands with this quotation; its speaker is taken from the statement beside it.',
        start,
        end,
      })
    } else notes.push({ code: 'speaker-unknown', message: 'No source stands with this quotation.', start, end })
    const detail = {
      head: -1,
      source: undefined,
      cue: undefined,
      content: pieces,
      quoted: content,
      occasion: undefined,
    }
    return { first: pieces[0].from, statement, detail }
  })
}

/** The speaker of what goes on from it: '“We open at noon.' in one paragraph, '“Come early,” Venn said' in the next. */
function speakerAfter(
  { quotation, quotations }: View,
  rows: readonly Row[],
  pieces: readonly Alone[],
): string | undefined {
  const last = quotation[pieces[pieces.length - 1].to - 1]
  const goesOn = (w: number) => quotation[w] >= 0 && quotations[quotation[w]].continues === last
  return rows.find(({ detail }) => detail.head >= 0 && detail.content.some(({ from }) => goesOn(from)))?.statement
    .speaker
}

/** The speaker of the last outermost statement of the same paragraph, or of the one before. */
function speakerBefore({ language }: View, rows: readonly Row[], pieces: readonly Alone[]): string | undefined {
  const paragraphOf = (w: number) => language.sentences[language.sentence[w]].paragraph
  const [{ from }] = pieces
  const { to } = pieces[pieces.length - 1]
  const paragraph = paragraphOf(from)
  // who says what stands side by side with it is somebody else
  const isBeside = ({ detail }: Row) =>
    detail.content.some((piece) => paragraphOf(piece.from) === paragraph && (piece.to === from || piece.from === to))
  const others = new Set(rows.filter(isBeside).map(({ statement }) => statement.speaker))
  let best: Row | undefined
  for (const row of rows) {
    if (row.statement.within || row.detail.head < 0 || row.detail.head >= from) continue
    if (paragraph - paragraphOf(row.detail.head) > 1) continue
    if (others.has(row.statement.speaker)) continue
    if (!best || row.detail.head > best.detail.head) best = row
  }
  return best?.statement.speaker
}

function rivalNote(span: Span): Note {
  const message = 'These words are nearly as likely to be the source of a statement as the ones taken.'
  return { code: 'source-close', message, ...span }
}

function unclosedNotes({ quotations }: View): Note[] {
  const continued = new Set(quotations.map(({ continues }) => continues))
  return quotations.flatMap(({ start, end, closed, inner }, q) =>
    closed || inner || continued.has(q)
      ? []
      : [{ code: 'quotation-unclosed', message: 'A quotation mark opens here and none closes it.', start, end }],
  )
}

/** For every word, the innermost statement whose content holds it. */
function innermost(size: number, rows: readonly Row[]): Int32Array {
  const at = new Int32Array(size).fill(-1)
  const length = ({ detail }: Row) => detail.content.reduce((total, { from, to }: Range) => total + to - from, 0)
  const byLength = rows.map((row, index) => ({ row, index, size: length(row) })).sort((a, b) => b.size - a.size)
  for (const { row, index } of byLength) for (const { from, to } of row.detail.content) at.fill(index, from, to)
  return at
}
