import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { checkDraft } from '../story/check/index.ts'
import { showCheck } from './show/check.ts'
import { plain } from './show/terminal.ts'

const example = (path: string) => readFileSync(new URL(`../../examples/check/${path}`, import.meta.url), 'utf8')

test('the example has one of each verdict, shown with what differs', async () => {
  const reader = await sharedReader
  const draft = reader.read({ id: 'draft', text: example('draft.txt') })
  const sources = ['harbour-wire', 'almeth-post'].map((id) => ({ id, text: example(`sources/${id}.txt`) }))
  const rows = checkDraft({ id: 'draft', text: example('draft.txt') }, sources, { reader })
  expect(rows.map(({ verdict }) => verdict)).toEqual([
    'altered',
    'altered',
    'exact',
    'joined',
    'other-speaker',
    'supported',
    'paraphrase',
    'not-found',
  ])
  const shown = showCheck(draft, rows, plain(200))
  expect(shown).toContain('“Twelve” became “Fourteen” · A NUMBER DIFFERS')
  expect(shown).toContain('left out: “not” · A NEGATION DIFFERS')
  expect(shown).toContain('said there by Ilse Marek, here by Dario Venn')
})
