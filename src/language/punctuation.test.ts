import { expect, test } from 'vitest'
import { writeModel } from './model.ts'
import {
  choiceOf,
  edgesOf,
  FEATURES_EACH,
  MARK_FEATURES,
  matesOf,
  openPunctuation,
  type Parsed,
  ROWS,
  withoutMarks,
} from './punctuation.ts'

/** 'form:head:relation' for every word of one sentence; head 0 is the root, else 1 + its index. */
function parsed(line: string): Parsed {
  const rows = line.split(' ').map((word) => word.split('/'))
  return {
    lower: rows.map(([form]) => form.toLowerCase()),
    head: Int32Array.from(rows, ([, head]) => Number(head) - 1),
    relation: rows.map(([, , relation]) => relation),
    sentences: [{ from: 0, to: rows.length, paragraph: 0 }],
  }
}

const said = parsed('“/3/punct Almeth/3/nsubj fell/6/ccomp ,/3/punct ”/3/punct said/0/root Venn/6/nsubj ./6/punct')

test('opening and closing marks are told apart', () => {
  expect([...matesOf(said, said.sentences[0])]).toEqual([4, -1, -1, -1, 0, -1, -1, -1])
  const straight = parsed('"/2/punct Yes/4/ccomp "/2/punct said/0/root Venn/4/nsubj "/4/punct')
  expect([...matesOf(straight, straight.sentences[0])]).toEqual([2, -1, 0, -1, -1, -1])
})

test('a mark may hang on what lies beside it, and above that on the same side', () => {
  const [sentence] = said.sentences
  const place = { sentence, edges: edgesOf(said, sentence), mates: matesOf(said, sentence) }
  const candidates = (mark: number) => choiceOf(said, { ...place, mark }).candidates
  expect(candidates(3), 'the comma').toEqual([2, 5])
  expect(candidates(7), 'the stop').toEqual([6, 5])
  expect(candidates(0), 'the opening mark').toEqual([1, 2, 5])
  expect(choiceOf(said, { ...place, mark: 3 }).features).toHaveLength(2 * FEATURES_EACH)
})

test('what hung on a mark hangs on what the mark hangs on', () => {
  const odd = parsed('He/2/nsubj left/0/root ,/2/punct tired/3/advcl')
  expect([...withoutMarks(odd).head]).toEqual([1, -1, 1, 1])
})

test('with weights, marks move and words stay; a sentence of marks alone is let be', () => {
  const bytes = writeModel({ kind: 'punctuation', features: MARK_FEATURES, version: '1', about: {} }, [
    ['weights', new Int8Array(ROWS)],
  ])
  const attach = openPunctuation({ bytes: () => bytes, text: () => '' })
  expect([...attach(said)], 'without any preference the first').toEqual([1, 2, 5, 2, 2, -1, 5, 6])
  expect([...attach(parsed('./0/root ./1/punct'))]).toEqual([-1, 0])
  expect([...attach({ lower: [], head: new Int32Array(0), relation: [], sentences: [] })]).toEqual([])
})
