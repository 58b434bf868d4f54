import { expect, test } from 'vitest'
import { viewOf } from '../../src/statement/fixture.ts'
import { cueWords, type Doc } from './examples.ts'
import { headChances } from './taught.ts'

const view = viewOf([
  'Marek/Marek/PROPN/3/nsubj has/have/AUX/3/aux said/say/VERB/0/root that/that/SCONJ/6/mark Reth/Reth/PROPN/6/nsubj agrees/agree/VERB/3/ccomp +././PUNCT/3/punct',
])
const { language } = view
const at = (form: string): [number, number] => {
  const w = language.form.indexOf(form)
  return [language.start[w], language.end[w]]
}
const said = language.form.indexOf('said')
const agrees = language.form.indexOf('agrees')

test('of words that are surely one cue, the head alone is likely a head of a cue', () => {
  const chances = headChances(language, [
    [...at('has'), 0.7],
    [...at('said'), 0.9],
    [...at('agrees'), 0.25],
  ])
  expect([...chances].map((p) => Math.round(p * 100))).toEqual([0, 0, 90, 0, 0, 25, 0])
})

test('the teacher is asked only of words of which people said nothing', () => {
  const chances = new Float32Array(language.size)
  chances[said] = 0.125
  chances[agrees] = 0.75
  const doc: Doc = { id: 'one', view, gold: [], whole: false }
  const label = (other: Partial<Doc>, word: number) => cueWords({ ...doc, ...other }).find((one) => one.word === word)
  const gold = [{ head: said, source: [0], cue: [said - 1, said], content: [agrees - 2, agrees - 1, agrees] }]
  // outermost attributions were marked: what stands inside content is not known
  expect(label({ gold }, agrees)).toBeUndefined()
  expect(label({ gold, chances }, agrees)).toEqual({ word: agrees, label: 0.75, weight: 0.4 })
  expect(label({ gold, chances }, said)).toEqual({ word: said, label: 1, weight: 1 })
  // all were marked
  expect(label({ gold, chances, whole: true }, agrees)).toEqual({ word: agrees, label: 0, weight: 3 })
  // nobody marked anything
  expect(label({ chances, unmarked: true }, said)).toEqual({ word: said, label: 0.125, weight: 0.4 })
})
