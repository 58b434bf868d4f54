import { z } from 'zod'
import { quotations, statuses } from '../record/schema.ts'
import type { EventRow, Located, Named, StatementRow } from '../rows/rows.ts'
import { type QuoteAnswer, quoteSchema, wordsAround, wordsAt } from './quotes.ts'

/** Rows as assistants get them: those of the desk, with offsets beside every word that can be quoted, and nothing twice. */

const partySchema = z
  .looseObject({ name: z.string() })
  .meta({ id: 'Party', description: 'who: name, country and sectors (PLOVER), words and offsets' })
const tellerSchema = z.object({
  speaker: z.string().optional().describe('who answers for it'),
  act: z.string().describe('what the statement does: state, deny, ask, ...'),
  statement: z.string().describe('id of the statement'),
  source: quoteSchema.optional().describe('the words that name who said it'),
})

export const statementAnswerSchema = z.looseObject({
  id: z.string(),
  speaker: partySchema.optional().describe('who answers for it; none where that could not be told'),
  source: quoteSchema.nullable().describe('the words that name who said it'),
  cue: quoteSchema.nullable().describe('the words that say it is attributed'),
  content: z.array(quoteSchema).describe('what was said'),
  quotation: z
    .enum(quotations)
    .describe("direct: the speaker's own words; indirect: the report's wording; mixed: both"),
  act: z.string(),
  negated: z.boolean(),
  confidence: z.number(),
})

export const eventAnswerSchema = z.looseObject({
  id: z.string(),
  type: z.string().describe('PLOVER type'),
  status: z.enum(statuses).describe('only happened and ongoing are told as facts'),
  word: z
    .union([z.literal('report'), z.array(tellerSchema)])
    .describe("on whose word it stands: 'report' for the report's own, else who tells it, outermost first"),
  trigger: quoteSchema,
  actors: z.array(partySchema).describe('who did it'),
  recipients: z.array(partySchema).describe('to whom'),
  confidence: z.number(),
})

/** A statement of a report with this text. */
export function statementAnswer(row: StatementRow, text: string) {
  const { id, speaker, spans, quotation, act, negated, to, when, whenBasis, where, within, confidence, decided } = row
  return {
    id,
    speaker: speaker && whoOf(speaker),
    source: spans.source && wordsAt(text, spans.source),
    cue: spans.cue && wordsAt(text, spans.cue),
    content: spans.content.map((span) => wordsAt(text, span)),
    quotation,
    quoted: spans.quoted?.map((span) => wordsAt(text, span)),
    sentence: spans.sentence && wordsAt(text, spans.sentence),
    act,
    negated,
    to: to.length > 0 ? to.map(whoOf) : undefined,
    occasion: spans.occasion && wordsAt(text, spans.occasion),
    ...dated(when, whenBasis),
    where: where && placeOf(where),
    within,
    confidence,
    decided,
  }
}

/** An event of a report with this text. */
export function eventAnswer(row: EventRow, text: string) {
  const { id, type, mode, contexts, spans, when, whenBasis, where, status, why, confidence, decided } = row
  const { killed, injured, arrested, size } = row
  return {
    id,
    type,
    mode,
    contexts: contexts.length > 0 ? contexts : undefined,
    status,
    word: wordOf(row.word, text),
    trigger: wordsAt(text, spans.trigger),
    also: spans.also?.map((span) => wordsAt(text, span)),
    sentence: spans.sentence && wordsAt(text, spans.sentence),
    actors: row.actors.map((actor) => partyOf(actor, text)),
    recipients: row.recipients.map((recipient) => partyOf(recipient, text)),
    ...dated(when, whenBasis),
    where: where && placeOf(where),
    killed,
    injured,
    arrested,
    size,
    why,
    confidence,
    decided,
  }
}

/** A row of a list over many reports: which report it is of, and for an event the words around its trigger. */
export function foundRow(row: StatementRow | EventRow, text: string) {
  const { key, report, published, outlet, title, url } = row
  const from = { key, report, published, outlet, title, url }
  return row.list === 'statements'
    ? { ...from, ...statementAnswer(row, text) }
    : { ...from, ...eventAnswer(row, text), passage: wordsAround(text, row.spans.trigger) }
}

/** Where the first of a row's words stands. */
export function firstStart(row: StatementRow | EventRow): number {
  if (row.list === 'events') return row.spans.trigger.start
  const { source, cue, content } = row.spans
  return Math.min(...[source, cue, ...content].filter((span) => span !== null).map(({ start }) => start))
}

function whoOf({ name, kind, country, sectors }: Named) {
  return { name, kind, country, sectors: sectors && sectors.length > 0 ? sectors : undefined }
}

function partyOf(named: Named, text: string) {
  return { ...whoOf(named), ...(named.span && wordsAt(text, named.span)) }
}

function placeOf({ name, country }: Located) {
  return { name, country }
}

/** A time's words have no offsets here: the value is what a row is dated by. */
function dated(when: StatementRow['when'], whenBasis: StatementRow['whenBasis']) {
  return when && { when: { value: when.value, from: when.from, to: when.to, basis: whenBasis } }
}

interface Teller {
  speaker?: string
  act: string
  statement: string
  source?: QuoteAnswer
}

function wordOf(word: EventRow['word'], text: string): 'report' | Teller[] {
  if (word.length === 0) return 'report'
  return word.map(({ statement, speaker, act }) => ({
    speaker: speaker?.name,
    act,
    statement,
    source: speaker?.span && wordsAt(text, speaker.span),
  }))
}
