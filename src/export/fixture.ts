import type { Event, Record as NewsRecord, Statement } from '../record/types.ts'
import type { EntityRow, EventRow, ReportRow, RowOf, StatementRow } from '../rows/rows.ts'
import { rowsOf } from '../rows/rows-of.ts'

/** A small record made by hand, with odd characters before and within its spans. */
const text =
  '🙂 Ilse Marek said: “Kestria\u0301 shelled\r\nAlmeth, | \\ & <killed> three.” =1+1 𝐕enn denied it on Thursday.'

function at(words: string) {
  const start = text.indexOf(words)
  if (start < 0) throw new RangeError(`'${words}' does not stand in the fixture's text`)
  return { start, end: start + words.length }
}

const statements: Statement[] = [
  {
    id: 's1',
    source: at('Ilse Marek'),
    speaker: 'e1',
    cue: at('said'),
    content: [at('“Kestria\u0301 shelled\r\nAlmeth, | \\ & <killed> three.”')],
    quotation: 'direct',
    act: 'state',
    negated: false,
    to: ['e2'],
    when: 't1',
    whenBasis: 'sentence-before',
    occasion: at('on Thursday'),
    where: 'p1',
    sentence: { start: 3, end: text.indexOf('three.') + 7 },
    confidence: 0.93,
  },
  {
    id: 's2',
    source: at('𝐕enn'),
    speaker: 'e4',
    cue: at('denied'),
    content: [at('=1+1'), at('it')],
    quotation: 'indirect',
    act: 'deny',
    negated: false,
    to: [],
    within: 's1',
    confidence: 0.5,
  },
  {
    id: 's3',
    source: null,
    cue: null,
    content: [at('Almeth')],
    quotation: 'mixed',
    act: 'state',
    negated: true,
    to: [],
    confidence: 0.25,
  },
]

const events: Event[] = [
  {
    id: 'v1',
    type: 'ASSAULT',
    mode: 'heavy-weapons',
    contexts: ['military', 'pro-democracy'],
    trigger: at('shelled'),
    actors: [{ ...at('Kestria\u0301'), entity: 'e2' }],
    recipients: [{ ...at('Almeth'), entity: 'e3' }, at('three')],
    when: 't1',
    where: 'p1',
    killed: { ...at('three'), value: 3 },
    status: 'happened',
    word: { statement: 's2' },
    why: 'shell: obj',
    confidence: 0.75,
  },
  {
    id: 'v2',
    type: 'REJECT',
    contexts: [],
    trigger: at('denied'),
    actors: [],
    recipients: [],
    status: 'denied',
    word: {},
    why: 'deny',
    confidence: 0.6,
  },
]

/** The record; a copy each time, so that a test may change it. */
export function oddRecord(): NewsRecord {
  return structuredClone({
    schema: 'onrecord/1',
    report: {
      id: 'odd/1',
      text,
      sha256: 'ab'.repeat(32),
      published: '2025-03-14',
      title: 'Shelling, "again"',
      outlet: 'The Almeth Courier',
      url: 'https://courier.example/1?a=1&b=2',
      language: 'en',
    },
    reader: { version: '0.1.0', models: { network: 'ab' }, codebook: 'cd' },
    entities: [
      {
        id: 'e1',
        kind: 'person',
        name: 'Ilse Marek',
        mentions: [{ ...at('Ilse Marek'), form: 'name' }],
        titles: [],
        code: { country: 'VAR', sectors: ['MIL', 'GOV'], basis: 'title' },
        link: 'Q1',
      },
      {
        id: 'e2',
        kind: 'place',
        name: 'Kestria\u0301',
        mentions: [{ ...at('Kestria\u0301'), form: 'name' }],
        titles: [],
        code: { country: 'KES', sectors: [], basis: 'registry' },
      },
      { id: 'e3', kind: 'place', name: 'Almeth', mentions: [{ ...at('Almeth'), form: 'name' }], titles: [] },
      { id: 'e4', kind: 'person', name: '𝐕enn', mentions: [{ ...at('𝐕enn'), form: 'name' }], titles: [] },
    ],
    times: [
      {
        ...at('Thursday'),
        id: 't1',
        type: 'DATE',
        value: '2025-03-13',
        from: '2025-03-13',
        to: '2025-03-14',
        anchor: 'published',
      },
    ],
    places: [{ ...at('Almeth'), id: 'p1', entity: 'e3', country: 'VAR', lat: -3.25, lon: 40.5 }],
    statements,
    events,
    links: [{ from: 'v2', to: 'v1', kind: 'denies' }],
    notes: [],
  } satisfies NewsRecord)
}

const reports: ReportRow[] = [
  {
    list: 'reports',
    key: 'odd/1',
    id: 'odd/1',
    published: '2025-03-14',
    outlet: 'The Almeth Courier',
    title: 'Shelling, "again"',
    language: 'en',
    words: 18,
    statements: 3,
    events: 2,
    copyOf: 'odd/0',
    corrects: 'odd/2',
    story: 'y1odd',
    correctedBy: 'odd/3',
    added: '2025-03-15T08:00:00Z',
    from: 'reports/odd.txt',
    state: 'read',
  },
]

const entities: EntityRow[] = [
  {
    list: 'entities',
    key: 'k1',
    name: 'Ilse Marek',
    kind: 'person',
    country: 'VAR',
    sectors: ['MIL', 'GOV'],
    link: 'Q1',
    reports: 1,
    mentions: 1,
    statements: 1,
    acts: 0,
    receives: 0,
  },
  {
    list: 'entities',
    key: 'k2',
    name: '@almeth',
    kind: 'place',
    sectors: [],
    reports: 1,
    mentions: 2,
    statements: 0,
    acts: 0,
    receives: 1,
  },
]

/** Rows of every list; one statement is decided upon. */
export function oddRows(): { [L in keyof RowOf]: RowOf[L][] } {
  const rows = rowsOf(oddRecord())
  const decided = { verdict: 'mended', by: 'Tessa Orlin', at: '2025-03-16T09:00:00Z', why: '-1' } as const
  const [first, ...rest]: StatementRow[] = rows.statements
  const events: EventRow[] = rows.events
  return structuredClone({ statements: [{ ...first, decided }, ...rest], events, reports, entities })
}

/** The text of a report that is written as UTF-8, and the words of it at code points: what a reader in Python sees. */
export function wordsAtCodePoints(written: string, start: number, end: number): string {
  return [...written].slice(start, end).join('')
}
