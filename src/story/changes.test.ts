import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'
import type { Telling } from './compare.ts'
import type { LaidReport } from './lay-out.ts'

const report = (id: string, published: string, origin: string, url?: string): LaidReport => ({
  id,
  published,
  ...(url !== undefined && { url }),
  origin: { name: origin, basis: 'own' },
  copied: { share: 0, stretches: [] },
  length: 100,
  voices: { own: 1, others: [] },
})
const telling = (of: string, status: Telling['status'], more: Partial<Telling> = {}): Telling => ({
  report: of,
  event: 'v1',
  trigger: { start: 0, end: 7 },
  words: 'shelled',
  passage: { start: 0, end: 7, words: 'shelled' },
  marks: [],
  type: 'ASSAULT',
  status,
  word: [],
  actors: ['Kestria'],
  recipients: [],
  ...more,
})

test('a story changes with a second origin, a denial, another toll, and a report told anew at its address', () => {
  const reports = [
    report('wire', '2025-03-13', 'Almeth Wire', 'https://wire.example/1'),
    report('reprint', '2025-03-13', 'Almeth Wire'),
    report('radio', '2025-03-14', 'Radio Tessaly'),
    report('wire-2', '2025-03-15', 'Almeth Wire', 'https://wire.example/1'),
  ]
  const tellings = [
    telling('wire', 'happened', { killed: 3 }),
    telling('reprint', 'happened', { killed: 3 }),
    telling('radio', 'denied', { word: [{ speaker: 'Jonas Reth', act: 'deny' }] }),
    telling('wire-2', 'happened', { killed: 5 }),
  ]
  const changes = changesOf(reports, [{ id: 'h1', type: 'ASSAULT', tellings, differs: [], silent: [] }])
  expect(changes.map(({ kind, report }) => [kind, report])).toEqual([
    ['first-told', 'wire'],
    ['second-origin', 'radio'],
    ['denied', 'radio'],
    ['told-anew', 'wire-2'],
    ['toll', 'wire-2'],
  ])
  expect(changes[2].says).toBe('“shelled” is denied by Jonas Reth')
  expect(changes[4].says).toBe('killed: 5, after 3')
})

test('a report that corrects another says so, whatever its address', () => {
  const first = report('wire', '2025-03-13', 'Almeth Wire')
  const second = { ...report('wire-2', '2025-03-14', 'Almeth Wire'), corrects: 'wire' }
  expect(changesOf([first, second], []).map(({ kind, says }) => [kind, says])).toEqual([
    ['first-told', 'first told, from Almeth Wire'],
    ['corrected', 'corrects wire: the same report with another text'],
  ])
})

test('a denial of what nobody tells as happened changes nothing, and the first number is no change', () => {
  const tellings = [telling('radio', 'denied', { killed: 3 })]
  const changes = changesOf(
    [report('radio', '2025-03-14', 'Radio Tessaly')],
    [{ id: 'h1', type: 'ASSAULT', tellings, differs: [], silent: [] }],
  )
  expect(changes.map(({ kind }) => kind)).toEqual(['first-told'])
})
