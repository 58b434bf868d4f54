import { expect, test } from 'vitest'
import { recordOf, statementOf } from '../record/fixture.ts'
import { nameOf, speakerOf, words } from './words.ts'

const text = 'The mayor said on Tuesday that the port would open.'
const record = recordOf({
  text,
  entities: [{ id: 'e1', kind: 'person', name: 'Ilse Marek', mentions: [], titles: [] }],
})
const said = statementOf({ source: { start: 0, end: 9 }, content: [{ start: 26, end: 50 }] })

test('words of one span, of several, of none', () => {
  expect(words(record, said.source)).toBe('The mayor')
  expect(
    words(record, [
      { start: 4, end: 9 },
      { start: 31, end: 39 },
    ]),
  ).toBe('mayor … the port')
  expect([words(record, null), words(record, undefined), words(record, [])]).toEqual(['', '', ''])
})

test('a name is that of the entity', () => {
  expect(nameOf(record, 'e1')).toBe('Ilse Marek')
  expect([nameOf(record, 'e2'), nameOf(record, undefined)]).toEqual([undefined, undefined])
})

test.each([
  [{ ...said, speaker: 'e1' }, 'Ilse Marek'],
  [said, 'The mayor'],
  [{ ...said, source: null }, undefined],
])('who answers for a statement is named (%#)', (statement, name) => {
  expect(speakerOf(record, statement)).toBe(name)
})
