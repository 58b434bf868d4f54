import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { sharedReader } from '../../fixture.ts'
import type { OpenedReader } from '../../read.ts'
import { checkDraft } from './index.ts'

let reader: OpenedReader
beforeAll(async () => {
  reader = await sharedReader
})

const wire = {
  id: 'wire',
  published: '2025-03-14',
  text: `“We would not like to meet our neighbours next week,” Jonas Reth, Kestria's foreign minister, told reporters in Tessaly. “Twelve ships are waiting at the mouth of the river,” he said.

Mayor Ilse Marek said the port would open on Monday. "I have asked for calm in every street," she said. "Nobody was told before the shelling began. We are a patient town and we have learned to live with the border."

President Dario Venn said on Thursday that three guards had been killed in the shelling of the harbour. He denied that troops had crossed the river.`,
}
const radio = {
  id: 'radio',
  published: '2025-03-12',
  text: `“The organisation of the harbour labour is our own affair,” Petra Solen said on Monday. “The talks failed because no one came to the table with a proposal,” Dario Venn told the radio.`,
}

const verdictsOf = (draft: string) => checkDraft(draft, [wire, radio], { reader }).map(({ verdict }) => verdict)

describe('the verdict of a quotation', () => {
  test.each([
    ['the words, shorter', '“Twelve ships are waiting at the mouth of the river,” Jonas Reth said.', 'exact'],
    [
      'straight marks, a capital at the start',
      'Reth said: "[T]welve ships are waiting at the mouth of the river."',
      'exact',
    ],
    [
      'a mark of omission',
      'Marek said: “I have asked for calm ... Nobody was told before the shelling began.”',
      'exact',
    ],
    ['brackets for words', '“I have asked for calm in every [part of town],” said Ilse Marek.', 'exact'],
    [
      'over an attribution',
      '“I have asked for calm in every street. Nobody was told before the shelling began,” Marek said.',
      'exact',
    ],
    ['American spelling', '“The organization of the harbor labor is our own affair,” said Petra Solen.', 'exact'],
    ['a title of the speaker', '“Nobody was told before the shelling began,” the mayor, Ilse Marek, said.', 'exact'],
    ['a word changed', '“Twelve ships are waiting at the bend of the river,” Jonas Reth said.', 'altered'],
    ['a word left out', '“We are a town and we have learned to live with the border,” Ilse Marek said.', 'altered'],
    [
      'a word put in',
      '“We are a very patient town and we have learned to live with the border,” Ilse Marek said.',
      'altered',
    ],
    ['cut off within a clause', '“We are a patient town and we have learned to live,” Ilse Marek said.', 'altered'],
    [
      'two places',
      '“I have asked for calm in every street and we have learned to live with the border,” Ilse Marek said.',
      'joined',
    ],
    [
      'two reports',
      '“Twelve ships are waiting at the mouth of the river because no one came to the table,” Reth said.',
      'joined',
    ],
    ['another speaker', '“Twelve ships are waiting at the mouth of the river,” Ilse Marek said.', 'other-speaker'],
    [
      'words outside marks',
      '“Three guards had been killed in the shelling of the harbour,” Dario Venn said.',
      'paraphrase',
    ],
    ['words nobody said', '“We buried the papers under the old mill before the audit,” Jonas Reth said.', 'not-found'],
  ])('%s', (_name, draft, verdict) => {
    expect(verdictsOf(draft), draft).toEqual([verdict])
  })

  test('a number that is changed is said loudly', () => {
    const [row] = checkDraft('“Fourteen ships are waiting at the mouth of the river,” Jonas Reth said.', [wire], {
      reader,
    })
    expect(row).toMatchObject({ verdict: 'altered', loud: ['number'], report: 'wire', sourceSpeaker: 'Jonas Reth' })
    expect(row.differences).toMatchObject([{ kind: 'changed', draft: 'Fourteen', source: 'Twelve' }])
  })

  test('a negation that is left out is said loudly', () => {
    const [row] = checkDraft('“We would like to meet our neighbours next week,” Jonas Reth said.', [wire], { reader })
    expect(row).toMatchObject({ verdict: 'altered', loud: ['negation'] })
    expect(row.differences).toMatchObject([{ kind: 'left-out', draft: '', source: 'not' }])
  })

  test('nicknames, titles and words held at arm’s length have no row', () => {
    expect(verdictsOf('The “iron ferry” was late again, as the old song “River of Stones” has it.')).toEqual([])
  })
})

describe('the verdict of an indirect statement', () => {
  test.each([
    ['Venn said three guards were killed in the shelling of the harbour.', 'supported'],
    ['Venn said thirty guards were killed in the shelling of the harbour.', 'not-supported'],
    ['Venn said that the bridge would be sold to a foreign bank.', 'not-supported'],
  ])('%s', (draft, verdict) => {
    expect(verdictsOf(draft)).toEqual([verdict])
  })
})

test('spans point at the words, in the draft and in the source', () => {
  const draft = 'In Tessaly, “Twelve ships are waiting at the mouth of the river,” Jonas Reth said.'
  const [row] = checkDraft(draft, [radio, wire], { reader })
  expect(draft.slice(row.start, row.end)).toBe('Twelve ships are waiting at the mouth of the river')
  const [span] = row.spans ?? []
  expect(wire.text.slice(span.start, span.end)).toBe('Twelve ships are waiting at the mouth of the river')
})

test('the example of the doc comment', () => {
  const source = { id: 'wire', text: '“We will not wait,” Jonas Reth said.' }
  const rows = checkDraft('“We will wait,” Jonas Reth said.', [source], { reader })
  expect(rows[0]).toMatchObject({ verdict: 'altered', loud: ['negation'] })
})

test('the lists of words are sorted', () => {
  for (const name of ['negations', 'numbers']) {
    const file = readFileSync(new URL(`../../../codebook/story/${name}.txt`, import.meta.url), 'utf8')
    const words = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(words, name).toEqual([...new Set(words)].sort())
  }
})
