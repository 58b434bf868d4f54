import type { Event, Record as NewsRecord, Span, Statement } from './types.ts'

/** Records for tests, built by hand: what a test does not care about is filled in. */

export function recordOf({ text, ...rows }: Partial<NewsRecord> & { text: string }): NewsRecord {
  return {
    schema: 'onrecord/1',
    report: { id: 'r', text, sha256: '0'.repeat(64), language: 'en' },
    reader: { version: '0', models: {}, codebook: '' },
    entities: [],
    times: [],
    places: [],
    statements: [],
    events: [],
    links: [],
    notes: [],
    ...rows,
  }
}

export function statementOf(given: Partial<Statement> & { content: Span[] }): Statement {
  return {
    id: 's1',
    source: null,
    cue: null,
    quotation: 'indirect',
    act: 'state',
    negated: false,
    to: [],
    confidence: 0.9,
    ...given,
  }
}

export function eventOf(given: Partial<Event> & { trigger: Span }): Event {
  return {
    id: 'v1',
    type: 'ASSAULT',
    contexts: [],
    actors: [],
    recipients: [],
    status: 'happened',
    word: {},
    why: 'by hand',
    confidence: 0.9,
    ...given,
  }
}
