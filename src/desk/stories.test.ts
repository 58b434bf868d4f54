import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { takeReports } from '../intake/take.ts'
import { openStoryGrouping } from '../open-stories.ts'
import type { Stories } from '../story/group/stories.ts'
import { addReports } from './add.ts'
import { joinMissing, openStoryJoiner } from './join-stories.ts'
import { comparedReports, laidStory } from './laid-story.ts'
import { type OpenedDesk, openDesk } from './open.ts'
import { listStories, storyById } from './stories.ts'

const folder = new URL('../../examples/story/', import.meta.url).pathname
const others = ['flood', 'court-ruling', 'strike'].map(
  (name) => new URL(`../../examples/${name}.txt`, import.meta.url).pathname,
)
const names = readdirSync(folder).map((name) => `${folder}${name}`)
const NOW = () => '2025-03-20T08:00:00Z'

let desk: OpenedDesk
let stories: Stories
beforeAll(async () => {
  desk = openDesk(':memory:', { create: true, memory: true })
  stories = await openStoryGrouping()
  const reader = await sharedReader
  const read = async (batch: readonly Parameters<typeof reader.read>[0][]) =>
    batch.map((report) => ({ json: JSON.stringify(reader.read(report)) }))
  // one add a report, in no order of time
  for (const name of [names[3], others[0], names[0], others[1], names[2], others[2], names[1]])
    await addReports(desk, takeReports([name], { now: NOW }), { read })
}, 120_000)
afterAll(() => desk.close())

const idsOf = (id: string) => storyById(desk, id).reports.map(({ record }) => record.report.id)

test('reports that are added one by one come together, and others stay apart', () => {
  const { rows, count } = listStories(desk)
  expect(count).toBe(1)
  expect(rows[0]).toMatchObject({
    reports: 4,
    outlets: ['Almeth Wire', 'Harbour Post', 'Radio Tessaly', 'Varlonia Today'],
  })
  expect(idsOf(rows[0].id)).toEqual(['almeth-wire', 'harbour-post', 'tessaly-radio', 'varlonia-today'])
  expect(listStories(desk, { least: 1 }).count).toBe(4)
})

test('adding again changes no story', async () => {
  const before = listStories(desk, { least: 1 })
  joinMissing(desk, openStoryJoiner(desk.db, stories))
  expect(listStories(desk, { least: 1 })).toEqual(before)
})

test('the id of a story that was merged leads to the one that it went into; an unknown one is missing', () => {
  const [{ id }] = listStories(desk).rows
  const [other] = listStories(desk, { least: 1, sort: 'size' }).rows.slice(-1)
  desk.db.exec('SAVEPOINT before')
  const numberOf = desk.db.prepare<[string], number>('SELECT story FROM stories WHERE id = ?').pluck()
  desk.db.prepare('UPDATE story_reports SET story = ? WHERE story = ?').run(numberOf.get(id), numberOf.get(other.id))
  desk.db.prepare('UPDATE stories SET merged_into = ? WHERE id = ?').run(numberOf.get(id), other.id)
  expect(storyById(desk, other.id)).toMatchObject({ id, merged: other.id })
  expect(idsOf(other.id)).toHaveLength(5)
  expect(desk.count({ list: 'reports', filter: { story: [other.id], copies: true } })).toBe(5)
  desk.db.exec('ROLLBACK TO before; RELEASE before')
  expect(() => storyById(desk, 'ynowhere')).toThrow(expect.objectContaining({ code: 'story-missing' }))
})

test('rows are found and counted by their story, and stories by words, outlet and days', () => {
  const [{ id }] = listStories(desk).rows
  const filter = { story: [id], copies: true }
  const reports = [...desk.all({ list: 'reports', filter })]
  expect(reports.map((row) => row.id).sort()).toEqual([
    'almeth-wire',
    'harbour-post',
    'tessaly-radio',
    'varlonia-today',
  ])
  expect(reports.map(({ story }) => story)).toEqual([id, id, id, id])
  const events = desk.count({ list: 'events', filter })
  expect(events).toBe(reports.reduce((sum, row) => sum + row.events, 0))
  expect(desk.count({ list: 'events', filter: { copies: true, not: { story: [id] } } })).toBe(
    desk.count({ list: 'events', filter: { copies: true } }) - events,
  )
  expect(desk.facets({ list: 'reports', filter: { copies: true } }, ['story'], 1).story).toEqual([
    { value: id, count: 4 },
  ])
  const found = (filter: Parameters<typeof listStories>[1]) => listStories(desk, filter).rows.map((row) => row.id)
  expect(found({ filter: { words: 'ferry' } })).toEqual([id])
  expect(found({ filter: { outlet: ['Radio Tessaly'], since: '2025-03-13' } })).toEqual([id])
  expect(found({ filter: { words: 'ferry', outlet: ['Radio Tessaly'] } })).toEqual([])
})

test('a story says how many origins it has: a reprint has that of the agency', () => {
  const laid = laidStory(desk, stories, listStories(desk).rows[0].id)
  expect(laid.says).toBe(
    'told by 4 outlets, 3 origins, first on 2025-03-13 at 10:05 (AFP), second origin on 2025-03-13 at 11:40 (Radio Tessaly); your desk has 4 outlets',
  )
  expect(laid.reports.map(({ origin }) => `${origin.name} ${origin.basis}`)).toEqual([
    'AFP dateline',
    'AFP credit',
    'Radio Tessaly own',
    'Varlonia Today own',
  ])
  expect(laid.reports[1].copied).toMatchObject({ from: 'almeth-wire' })
  expect(laid.reports[1].copied.share).toBeGreaterThan(0.7)
  expect(laid.reports[2].copied.share).toBeLessThan(0.3)
})

test('a quotation with a word left out is altered, and its differences stand word by word', () => {
  const { quotations } = laidStory(desk, stories, listStories(desk).rows[0].id)
  const altered = quotations.flatMap(({ again }) => again).filter(({ how }) => how === 'altered')
  expect(altered).toHaveLength(1)
  expect(altered[0]).toMatchObject({ report: 'tessaly-radio', speaker: expect.stringContaining('Marek') })
  expect(altered[0].parts?.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'left-out', words: '', first: 'not' },
  ])
  expect(quotations.flatMap(({ again }) => again).map(({ how }) => how)).toContain('same')
})

test('a story tells how it changed: a second origin, another toll', () => {
  const { changes } = laidStory(desk, stories, listStories(desk).rows[0].id)
  expect(changes.map(({ kind, report }) => `${kind} ${report}`)).toEqual(
    expect.arrayContaining(['first-told almeth-wire', 'second-origin tessaly-radio', 'toll varlonia-today']),
  )
})

test('reports of no common story can be laid side by side', () => {
  const laid = comparedReports(desk, stories, ['almeth-wire', 'flood'])
  expect(laid.reports.map(({ id }) => id).sort()).toEqual(['almeth-wire', 'flood'])
  expect(() => comparedReports(desk, stories, ['almeth-wire', 'nowhere'])).toThrow(
    expect.objectContaining({ code: 'report-missing' }),
  )
  expect(() => comparedReports(desk, stories, ['flood'])).toThrow(expect.objectContaining({ code: 'bad-argument' }))
})

test('words of a report point at its text', () => {
  const laid = laidStory(desk, stories, listStories(desk).rows[0].id)
  const texts = new Map(names.map((name) => [name.slice(folder.length, -4), readFileSync(name, 'utf8')]))
  for (const { tellings } of laid.happenings)
    for (const { report, trigger, words } of tellings)
      expect(texts.get(report)?.slice(trigger.start, trigger.end).replace(/\s+/g, ' ')).toBe(words)
})
