import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { checkRecord } from '../../record/check.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import { shown, wrap } from './layout.ts'
import { showRecord } from './record.ts'
import { painted, plain, terminal } from './terminal.ts'

const text =
  'President Dario Venn told reporters on Wednesday that Colonel Ilse Marek had claimed her men killed at least three guards at Almeth. “We shall answer.”'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const record: NewsRecord = {
  schema: 'onrecord/1',
  report: {
    id: 'almeth',
    text,
    sha256: 'a'.repeat(64),
    published: '2024-10-03',
    outlet: 'The Almeth Post',
    language: 'en',
  },
  reader: { version: '0.1.0', models: {}, codebook: '' },
  entities: [
    {
      id: 'e1',
      kind: 'person',
      name: 'Dario Venn',
      mentions: [
        { ...at('President Dario Venn'), form: 'name' },
        { ...at('We'), form: 'pronoun' },
      ],
      titles: [at('President')],
      code: { country: 'VAR', sectors: ['GOV'], basis: 'title' },
    },
    { id: 'e2', kind: 'person', name: 'Ilse Marek', mentions: [{ ...at('her'), form: 'pronoun' }], titles: [] },
    { id: 'e3', kind: 'group', name: 'reporters', mentions: [{ ...at('reporters'), form: 'nominal' }], titles: [] },
  ],
  times: [{ ...at('Wednesday'), id: 't1', type: 'DATE', value: '2024-10-02', anchor: 'published' }],
  places: [{ ...at('Almeth'), id: 'p1' }],
  statements: [
    {
      id: 's1',
      source: at('President Dario Venn'),
      speaker: 'e1',
      cue: at('told'),
      content: [at('that Colonel Ilse Marek had claimed her men killed at least three guards at Almeth')],
      quotation: 'indirect',
      act: 'state',
      negated: false,
      to: ['e3'],
      when: 't1',
      confidence: 0.9,
    },
    {
      id: 's2',
      source: at('Colonel Ilse Marek'),
      speaker: 'e2',
      cue: at('had claimed'),
      content: [at('her men killed at least three guards at Almeth')],
      quotation: 'indirect',
      act: 'state',
      negated: false,
      to: [],
      where: 'p1',
      within: 's1',
      confidence: 0.7,
    },
    {
      id: 's3',
      source: null,
      speaker: 'e1',
      cue: null,
      content: [at('“We shall answer.”')],
      quotation: 'direct',
      act: 'promise',
      negated: true,
      to: [],
      confidence: 0.6,
    },
  ],
  events: [
    {
      id: 'v1',
      type: 'ASSAULT',
      mode: 'firearms',
      contexts: ['military'],
      trigger: at('killed'),
      actors: [{ ...at('her men'), entity: 'e2' }],
      recipients: [at('at least three guards')],
      when: 't1',
      where: 'p1',
      killed: { ...at('at least three'), value: 3, mod: 'at-least' },
      status: 'happened',
      word: { statement: 's2' },
      why: 'verb kill',
      confidence: 0.8,
    },
  ],
  links: [
    { from: 'v1', to: 's1', kind: 'in-response-to' },
    { from: 'v1', to: 's3', kind: 'denies' },
  ],
  notes: [
    {
      code: 'speaker-inferred',
      message: 'Nobody is named; the speaker before was taken.',
      ...at('“We shall answer.”'),
    },
  ],
}

test('the record shown is a sound one', () => {
  expect(checkRecord(record)).toEqual([])
})

test('a record as people read it', () => {
  expect(showRecord(record, plain(80))).toBe(
    `almeth
The Almeth Post · published 2024-10-03 · language en

Statements (3)

President Dario Venn told
  that Colonel Ilse Marek had claimed her men killed at least three guards at
  Almeth
  indirect · state · to reporters · 2024-10-02 · sure 0.90

  └ Colonel Ilse Marek had claimed
      her men killed at least three guards at Almeth
      indirect · state · at Almeth · sure 0.70

Dario Venn
  “We shall answer.”
  direct · not: promise · speaker inferred · stands alone · sure 0.60

Events (1)

ASSAULT (firearms) happened “killed”
  her men (Ilse Marek) → at least three guards
  2024-10-02 · at Almeth · killed at least 3 · (military)
  in response to “told”
  denies a quotation
  on the word of Ilse Marek, as told by Dario Venn · sure 0.80

Entities (3)

Dario Venn person · VAR GOV · 2 times · also President Dario Venn, We
and 2 mentioned once, without a name

Times (1)

Wednesday = 2024-10-02

Notes (1)

speaker-inferred Nobody is named; the speaker before was taken. “We shall
    answer.”
`,
  )
})

test.each([40, 60, 80, 110])('no line is wider than %i columns, and colour adds none', (width) => {
  const shownPlain = showRecord(record, plain(width))
  for (const line of shownPlain.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(width)
  const shownPainted = showRecord(record, painted(width))
  expect(shownPainted).not.toBe(shownPlain)
  expect(stripVTControlCharacters(shownPainted)).toBe(shownPlain)
})

test('a record of nothing is shown', () => {
  const empty = { ...record, entities: [], times: [], places: [], statements: [], events: [], links: [], notes: [] }
  expect(showRecord(empty, plain(80))).toContain('Statements (0)\n')
})

test.each([
  ['a\u001b[31mb', 'a [31mb'],
  ['line\r\n\tbreak', 'line break'],
  ['a\u202Eb\u2066c', 'a b c'],
  [' 🙂 é ', '🙂 é'],
])('%j is shown as %j', (words, expected) => {
  expect(shown(words)).toBe(expected)
})

test('wide characters count two columns', () => {
  expect(wrap([{ text: '日本語 日本語' }], plain(12))).toBe('日本語\n日本語\n')
})

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{ isTTY: false }, {}, false],
  [{ isTTY: false }, { FORCE_COLOR: '1' }, true],
  [{ isTTY: false }, { FORCE_COLOR: '0' }, false],
])('output %j with %j is painted: %s', (output, env, expected) => {
  const { paint } = terminal(output as NodeJS.WriteStream, env)
  expect(paint('red', 'x') !== 'x').toBe(expected)
})
