import { expect, test } from 'vitest'
import { hash53 } from '../../record/hash53.ts'
import type { Decision } from '../../rows/decision.ts'
import { exampleDesk } from '../fixture.ts'
import { agreementIn, disagreementsIn } from './agreement-in.ts'
import { drawFor, giveBack, queueOf } from './queue.ts'
import { rightOf, sampledIn } from './right-of.ts'
import { settle } from './settle.ts'
import { markWhole, wholesOf } from './wholes.ts'

let second = 0
const said = (key: string, by: string, verdict: Decision['verdict'], more: Partial<Decision> = {}): Decision => ({
  key,
  by,
  verdict,
  at: new Date(Date.UTC(2025, 2, 20, 8, 0, second++)).toISOString(),
  ...more,
})
const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key)

test('rows are drawn by lot, by doubt and by speaker, and no row is given to two unless it is to be coded twice', async () => {
  const desk = await exampleDesk()
  expect(drawFor(desk, { by: 'Ilse', count: 20, twice: 0 })).toBe(20)
  const { rows, open, done } = queueOf(desk, 'Ilse')
  expect([rows.length, open, done]).toEqual([20, 20, 0])
  const count = (reason: string) => rows.filter((row) => row.reason === reason).length
  expect([count('random'), count('unsure'), count('frequent')]).toEqual([10, 5, 5])
  const doubt = (at: { reason: string }[]) =>
    Math.max(
      ...at
        .filter(({ reason }) => reason === 'unsure')
        .map((row) => Math.abs((row as (typeof rows)[0]).row.confidence - 0.5)),
    )
  const all = [...desk.all({ list: 'statements', filter: {} }), ...desk.all({ list: 'events', filter: {} })]
  const others = all.filter(({ key }) => !keysOf(rows).includes(key))
  expect(doubt(rows)).toBeLessThanOrEqual(Math.min(...others.map(({ confidence }) => Math.abs(confidence - 0.5))))
  // asked again, nothing more is given until something is done
  expect(drawFor(desk, { by: 'Ilse', count: 20, twice: 0 })).toBe(0)
  desk.decide([said(rows[0].key, 'Ilse', 'right')])
  expect(drawFor(desk, { by: 'Ilse', count: 20, twice: 0 })).toBe(1)
  drawFor(desk, { by: 'Jonas', count: 30, twice: 0 })
  const theirs = keysOf(queueOf(desk, 'Jonas').rows)
  expect(theirs.length).toBe(30)
  expect(theirs.filter((key) => keysOf(queueOf(desk, 'Ilse').rows).includes(key))).toEqual([])
  expect(queueOf(desk, 'Ilse').people).toEqual([
    { name: 'Ilse', open: 20, done: 1 },
    { name: 'Jonas', open: 30, done: 0 },
  ])
})

test('the sample is the rows with the smallest lots, those that were decided before among them', async () => {
  const [first, other] = [await exampleDesk(), await exampleDesk()]
  drawFor(first, { by: 'Ilse', count: 40, random: 1 })
  const sampled = sampledIn(first)
  // elsewhere half of these rows were decided before any was drawn: those with the smallest lots
  const before = [...sampled].sort((a, b) => hash53(a) - hash53(b)).slice(0, 20)
  other.decide(before.map((key) => said(key, 'Dario', 'right')))
  drawFor(other, { by: 'Ilse', count: 20, random: 1 })
  expect(sampledIn(other)).toEqual(sampled)
  expect(rightOf(other).sample).toEqual({ rows: 40, decided: 20 })
})

test('what is given back goes to another, and never to the same person again', async () => {
  const desk = await exampleDesk()
  drawFor(desk, { by: 'Ilse', count: 6, random: 1, twice: 0 })
  const [a, b] = keysOf(queueOf(desk, 'Ilse').rows)
  expect(giveBack(desk, { by: 'Ilse', keys: [a, 'no#row'] })).toBe(1)
  expect(keysOf(queueOf(desk, 'Ilse').rows)).not.toContain(a)
  desk.decide([said(b, 'Ilse', 'right')])
  expect(giveBack(desk, { by: 'Ilse' })).toBe(4)
  expect(keysOf(queueOf(desk, 'Ilse').rows)).toEqual([b])
  drawFor(desk, { by: 'Ilse', count: 5, random: 1, twice: 0 })
  expect(keysOf(queueOf(desk, 'Ilse').rows)).not.toContain(a)
  drawFor(desk, { by: 'Jonas', count: 5, random: 1, twice: 0 })
  expect(keysOf(queueOf(desk, 'Jonas').rows)).toContain(a)
})

test('a share is coded twice, blind; what differs is laid side by side and settled', async () => {
  const desk = await exampleDesk()
  drawFor(desk, { by: 'Ilse', count: 30, random: 1, twice: 0.5 })
  const own = queueOf(desk, 'Ilse').rows
  desk.decide(own.map(({ key }) => said(key, 'Ilse', 'right')))
  drawFor(desk, { by: 'Jonas', count: 10, random: 1, twice: 0.5 })
  const both = queueOf(desk, 'Jonas').rows.filter(({ key }) => keysOf(own).includes(key))
  expect(both.length).toBe(5)
  expect(both.every(({ row, done }) => row.decided === undefined && !done)).toBe(true)
  const [x, y] = both
  desk.decide(both.map(({ key }) => said(key, 'Jonas', key === x.key ? 'wrong' : 'right')))
  expect(agreementIn(desk)).toMatchObject({ rows: 5 })
  const [apart, ...more] = disagreementsIn(desk)
  expect([apart.key, more]).toEqual([x.key, []])
  expect(apart.said.map(({ by, verdict }) => [by, verdict])).toEqual([
    ['Ilse', 'right'],
    ['Jonas', 'wrong'],
  ])
  settle(desk, [said(x.key, 'Dario', 'right', { why: 'the words are hers' })])
  expect(disagreementsIn(desk)).toEqual([])
  expect(disagreementsIn(desk, { settled: true })).toMatchObject([
    { key: x.key, settled: { by: 'Dario', verdict: 'right' } },
  ])
  // who settles is no coder
  expect(agreementIn(desk).coders.map(({ name }) => name)).toEqual(['Ilse', 'Jonas'])
  // a third word opens it again
  desk.decide([said(x.key, 'Jonas', 'wrong')])
  expect(keysOf(disagreementsIn(desk))).toEqual([x.key])
  expect(y.key).not.toBe(x.key)
})

test('a report is marked whole once each of its rows is decided', async () => {
  const desk = await exampleDesk()
  const by = 'Ilse'
  const mark = () => markWhole(desk, { report: 'strike', by, at: '2025-03-20T09:00:00Z' })
  expect(mark).toThrow(/rows of strike are not decided/)
  const record = desk.record('strike')!
  const rows = [...record.statements, ...record.events]
  desk.decide(rows.map(({ id }, at) => said(`strike#${id}`, by, at === 0 ? 'wrong' : 'right')))
  mark()
  expect(wholesOf(desk)).toEqual([{ report: 'strike', by, at: '2025-03-20T09:00:00Z' }])
  const [statements] = rightOf(desk).recall
  expect(statements).toMatchObject({
    list: 'statements',
    reports: 1,
    found: { hold: record.statements.length - 1, share: 1 },
  })
  markWhole(desk, { report: 'strike', by, at: '2025-03-21T09:00:00Z', whole: false })
  expect(wholesOf(desk)).toEqual([])
  expect(() => markWhole(desk, { report: 'none', by, at: '2025-03-21T09:00:00Z' })).toThrow(/no report 'none'/)
})
