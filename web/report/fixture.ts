import type { Entity, Event, Record as NewsRecord, Span, Statement } from '../../src/record/types.ts'

/** Small records for tests, built by hand. */

interface Given {
  text: string
  entities?: Entity[]
  statements?: Statement[]
  events?: Event[]
}

export function recordOf({ text, entities = [], statements = [], events = [] }: Given): NewsRecord {
  return {
    schema: 'onrecord/1',
    report: { id: 'r', text, sha256: '0'.repeat(64), language: 'en' },
    reader: { version: '0', models: {}, codebook: '' },
    entities,
    times: [],
    places: [],
    statements,
    events,
    links: [],
    notes: [],
  }
}

/** Where words stand in a text. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new RangeError(`'${words}' does not stand in the text`)
  return { start, end: start + words.length }
}

export function entityOf(text: string, id: string, name: string): Entity {
  return { id, kind: 'person', name, mentions: [{ ...spanOf(text, name), form: 'name' }], titles: [] }
}

export function statementOf(id: string, content: Span[], more: Partial<Statement> = {}): Statement {
  return {
    id,
    source: null,
    cue: null,
    content,
    quotation: 'indirect',
    act: 'state',
    negated: false,
    to: [],
    confidence: 0.9,
    ...more,
  }
}

export function eventOf(id: string, trigger: Span, more: Partial<Event> = {}): Event {
  return {
    id,
    type: 'ASSAULT',
    contexts: [],
    trigger,
    actors: [],
    recipients: [],
    status: 'happened',
    word: {},
    why: 'by hand',
    confidence: 0.9,
    ...more,
  }
}
