import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { keptOf } from './fixture.ts'
import { openDesk } from './open.ts'
import { type PairKind, pairList, pairsOf } from './pairs.ts'
import { openWriter } from './write.ts'

const text = [
  'Ilse Marek said that Dario Venn had lied.',
  'Jonas Reth said on Monday that the port was open.',
  'Ilse Marek said that Dario Venn was a friend of Jonas Reth.',
  'Petra Solen told Dario Venn that the harbour was closed.',
  'Dario Venn expelled Jonas Reth from Almeth.',
].join(' ')
const reader = await sharedReader
const desk = openDesk(':memory:', { create: true, memory: true })
openWriter(desk).keep([keptOf(reader.read({ id: 'r1', published: '2025-03-14', text }))])
const of = (kind: PairKind, filter = {}) =>
  pairsOf(desk, kind, filter).pairs.map(({ from, to, count }) => [from, to, count])

test('who speaks of whom: once a statement, with or without an event in it', () => {
  const pairs = of('speaks').filter(([from]) => from === 'Ilse Marek')
  expect(pairs.slice(0, 2)).toEqual([
    ['Ilse Marek', 'Dario Venn', 2],
    ['Ilse Marek', 'Jonas Reth', 1],
  ])
})

test('nobody speaks of those outside their words, nor of themselves', () => {
  const pairs = of('speaks')
  expect(pairs.filter(([from, to]) => from === 'Jonas Reth' && /Marek|Venn/.test(String(to)))).toEqual([])
  expect(pairs.filter(([from, to]) => from === to)).toEqual([])
})

test('who acts on whom', () => {
  expect(of('acts')).toContainEqual(['Dario Venn', 'Jonas Reth', 1])
})

test('a filter of statements narrows who speaks, one of events who acts', () => {
  expect(of('speaks', { speaker: ['Jonas Reth'] }).every(([from]) => from === 'Jonas Reth')).toBe(true)
  expect(of('acts', { status: ['denied'] })).toEqual([])
})

test('no more than asked for', () => {
  const { pairs, all } = pairsOf(desk, 'speaks', {}, 1)
  expect(pairs).toHaveLength(1)
  expect(all).toBe(of('speaks').length)
  expect(pairsOf(desk, 'acts', { status: ['denied'] })).toEqual({ pairs: [], all: 0 })
})

test('who tells whom', () => {
  expect(of('tells')).toEqual([['Petra Solen', 'Dario Venn', 1]])
})

test.each([
  ['acts', 'actor', 'recipient'],
  ['speaks', 'speaker', 'about'],
  ['tells', 'speaker', 'told'],
] as const)('%s: a search for both finds as many as the pair says', (kind, first, second) => {
  const { pairs } = pairsOf(desk, kind, {})
  expect(pairs.length).toBeGreaterThan(0)
  for (const { from, to, count } of pairs)
    expect([from, to, desk.count({ list: pairList(kind), filter: { [first]: [from], [second]: [to] } })]).toEqual([
      from,
      to,
      count,
    ])
})
