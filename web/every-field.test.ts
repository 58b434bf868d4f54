import type { ComponentChild, VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import { showRecord } from '../src/cli/show/record.ts'
import { plain } from '../src/cli/show/terminal.ts'
import { standoffOf } from '../src/export/brat.ts'
import { writeCameo } from '../src/export/cameo.ts'
import { writeCsv } from '../src/export/csv.ts'
import { writeFtm } from '../src/export/ftm.ts'
import { writeJsonLd } from '../src/export/json-ld.ts'
import { writeJsonl } from '../src/export/jsonl.ts'
import { writePlover } from '../src/export/plover.ts'
import { writeWebAnnotation } from '../src/export/web-annotation.ts'
import { eventAnswer as eventForAssistants, statementAnswer as statementForAssistants } from '../src/mcp/rows.ts'
import { checkRecord } from '../src/record/check.ts'
import { fieldsIn } from '../src/record/fields.ts'
import { eventOf, recordOf, statementOf } from '../src/record/fixture.ts'
import type { Record as NewsRecord } from '../src/record/types.ts'
import { rowsOf } from '../src/rows/rows-of.ts'
import { EventCard } from './report/cards/event-card.tsx'
import { Reason } from './report/cards/reason.tsx'
import { StatementCard } from './report/cards/statement-card.tsx'
import { spanOfWords } from './report/fixture.ts'
import { recordView } from './report/view.ts'

/**
 * Whatever shows statements and events shows every field of them, or leaves it out on purpose: a field that changes must change what is
 * shown. A new field needs another value here, and then this says where it is not shown yet.
 */

const text =
  'Venn told Reth in a speech in Almeth on Friday that the “old” port would not open. Marek said Kestria had bombed the port of Tessaly, killing 3, wounding 4, seizing 5 of 6.'
const at = (words: string) => spanOfWords(text, words)

function record(): NewsRecord {
  const entity = (id: string, name: string, country: string) => ({
    ...{ id, kind: 'person' as const, name, titles: [], mentions: [{ ...at(name), form: 'name' as const }] },
    code: { country, sectors: ['GOV'], basis: 'registry' as const },
    link: `Q${id}`,
  })
  const count = (words: string) => ({ ...at(words), value: Number(words) })
  return structuredClone(
    recordOf({
      text,
      entities: [entity('e1', 'Venn', 'VAR'), entity('e2', 'Reth', 'KES'), entity('e3', 'Marek', 'ALM')],
      times: [{ ...at('Friday'), id: 't1', type: 'DATE', value: '2025-03-14', from: '2025-03-14', to: '2025-03-15' }],
      places: [{ ...at('Almeth'), id: 'p1', country: 'VAR', lat: 1, lon: 2 }],
      statements: [
        statementOf({
          id: 's0',
          source: at('Marek'),
          speaker: 'e3',
          cue: at('said'),
          content: [{ start: 0, end: 82 }],
        }),
        statementOf({
          ...{ id: 's1', source: at('Venn'), speaker: 'e1', cue: at('told'), content: [at('that the “old” port')] },
          ...{
            quotation: 'mixed',
            quoted: [at('“old”')],
            sentence: { start: 0, end: 82 },
            to: ['e2'],
            occasion: at('in a speech'),
          },
          ...{ when: 't1', whenBasis: 'sentence-before', where: 'p1', within: 's0' },
        }),
      ],
      events: [
        eventOf({
          ...{ id: 'v1', type: 'ASSAULT', mode: 'heavy-weapons', contexts: ['military'], trigger: at('bombed') },
          also: [at('killing')],
          sentence: { start: 83, end: text.length },
          ...{ actors: [{ ...at('Venn'), entity: 'e1' }], recipients: [{ ...at('Reth'), entity: 'e2' }] },
          ...{ when: 't1', whenBasis: 'sentence-before', where: 'p1', word: { statement: 's1' } },
          ...{ killed: count('3'), injured: count('4'), arrested: count('5'), size: count('6') },
        }),
      ],
    }),
  )
}

/** Another value of each field; undefined takes it away. */
const others: { [list in 'statements' | 'events']: { [field: string]: unknown } } = {
  statements: {
    ...{ id: 's9', speaker: 'e2', source: null, cue: null, content: [at('would not open')], quotation: 'direct' },
    ...{
      quoted: [at('old')],
      sentence: { start: 0, end: 9 },
      act: 'deny',
      negated: true,
      to: [],
      occasion: undefined,
      when: undefined,
    },
    ...{ whenBasis: 'published', where: undefined, within: undefined, confidence: 0.1 },
  },
  events: {
    ...{ id: 'v9', type: 'PROTEST', mode: 'covert', contexts: ['legal'], trigger: at('killing') },
    ...{ also: undefined, sentence: { start: 0, end: 9 }, actors: [] },
    ...{ recipients: [], when: undefined, whenBasis: 'published', where: undefined, killed: undefined },
    ...{ injured: undefined, arrested: undefined, size: undefined, status: 'planned', word: {}, why: 'another' },
    ...{ confidence: 0.1 },
  },
}

/** The row in question stands last in its list. */
function changed(list: 'statements' | 'events', field: string): NewsRecord {
  const made = record()
  const row = made[list].at(-1) as unknown as { [field: string]: unknown }
  row[field] = others[list][field]
  if (row[field] === undefined) delete row[field]
  if (field === 'id' && list === 'statements') made.events[0].word = { statement: 's9' }
  return made
}

/** What a component without state draws, as text. */
function drawn(node: ComponentChild | ComponentChild[]): string {
  if (Array.isArray(node)) return node.map(drawn).join('')
  if (typeof node !== 'object' || node === null) return typeof node === 'boolean' ? '' : String(node ?? '')
  const { type, props } = node as VNode<{ [name: string]: unknown }>
  if (typeof type === 'function') return drawn((type as (props: object) => ComponentChild)(props))
  const { children, ...attributes } = props
  const shown = Object.entries(attributes).filter(([, value]) => typeof value === 'string')
  return `<${type} ${JSON.stringify(shown)}>${drawn(children as ComponentChild)}`
}

const card = (made: NewsRecord, list: 'statements' | 'events') => {
  const view = recordView(made)
  const row = view.rows.find(({ id }) => id === made[list].at(-1)?.id)
  if (!row) throw new Error('no such row')
  const own =
    row.kind === 'event' ? EventCard({ event: row.event, view }) : StatementCard({ statement: row.statement, view })
  return drawn([own, Reason({ row, view })])
}

const joined = (pieces: Iterable<string | Uint8Array>) => [...pieces].join('')
const selection = (made: NewsRecord) => ({ record: made, whole: false, ...rowsOf(made) })
const events = (made: NewsRecord) => rowsOf(made).events

type Shows = (made: NewsRecord, list: 'statements' | 'events') => string

/** What shows statements and events, and the fields that it leaves out, with the reason. */
const surfaces: { [name: string]: { shows: Shows; without: { statements?: string[]; events?: string[] } } } = {
  command: {
    shows: (made) => showRecord(made, plain(200)),
    // ids, sentences and rules are for programs: onrecord read --json; quoted stretches show by their marks
    without: { statements: ['id', 'quoted', 'sentence'], events: ['id', 'sentence', 'why'] },
  },
  page: {
    shows: card,
    // drawn in the text, by the marks there; the text itself shows the sentence
    without: { statements: ['quoted', 'sentence'], events: ['sentence'] },
  },
  mcp: {
    shows: (made, list) => {
      const row = rowsOf(made)[list].at(-1)
      if (!row) throw new Error('no such row')
      return JSON.stringify(row.list === 'events' ? eventForAssistants(row, text) : statementForAssistants(row, text))
    },
    without: {},
  },
  csv: { shows: (made, list) => joined(writeCsv(list, rowsOf(made)[list] as never[])), without: {} },
  jsonl: { shows: (made, list) => joined(writeJsonl(list, rowsOf(made)[list] as never[])), without: {} },
  'web-annotation': { shows: (made) => joined(writeWebAnnotation([selection(made)])), without: {} },
  plover: {
    shows: (made) => joined(writePlover(events(made))),
    // the event's own date or that of publication is all that its `date_basis` tells; a row points at one trigger
    without: { events: ['also', 'sentence', 'whenBasis'] },
  },
  cameo: {
    shows: (made) => joined(writeCameo(events(made))),
    // CAMEO's columns have no room for them; the key leads back to the row
    without: {
      events: ['contexts', 'trigger', 'also', 'sentence', 'whenBasis', 'killed', 'injured', 'arrested', 'size', 'why'],
    },
  },
  brat: {
    shows: (made) => standoffOf(selection(made)),
    // what the attribution corpora mark, and PLOVER's roles; times and places stand on their own words
    without: {
      statements: ['quoted', 'sentence', 'to', 'occasion', 'when', 'whenBasis', 'where'],
      events: ['also', 'sentence', 'when', 'whenBasis', 'where', 'killed', 'injured', 'arrested', 'size', 'why'],
    },
  },
  ftm: {
    shows: (made) => joined(writeFtm([selection(made)])),
    // FollowTheMoney has properties for none of them
    without: {
      statements: ['source', 'cue', 'quoted', 'sentence', 'to', 'occasion', 'when', 'whenBasis', 'where', 'confidence'],
      events: ['also', 'sentence', 'whenBasis', 'killed', 'injured', 'arrested', 'size', 'why', 'confidence'],
    },
  },
  'json-ld': {
    shows: (made) => joined(writeJsonLd([selection(made)])),
    // schema.org has no terms for them; who speaks stands for the words that name the source
    without: {
      statements: ['source', 'quoted', 'sentence', 'occasion', 'whenBasis'],
      events: ['also', 'sentence', 'whenBasis', 'why'],
    },
  },
}

test('the record is sound', () => expect(checkRecord(record(), { strict: true })).toEqual([]))

describe.each(['statements', 'events'] as const)('%s', (list) => {
  const names = fieldsIn(list).map(([name]) => name)

  test('every field has another value here', () => expect(Object.keys(others[list])).toEqual(names))

  test.each(Object.entries(surfaces).filter(([name]) => list === 'events' || !['plover', 'cameo'].includes(name)))(
    '%s shows every field, or leaves it out on purpose',
    (_, { shows, without }) => {
      const before = shows(record(), list)
      const left = names.filter((field) => shows(changed(list, field), list) === before)
      expect(left).toEqual(without[list] ?? [])
    },
  )
})
