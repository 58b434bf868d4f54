import { expect, test } from 'vitest'
import type { Change } from '../../src/story/changes.ts'
import type { LaidReport } from '../../src/story/lay-out.ts'
import { layOutTime } from './time-line-layout.ts'

const report = (id: string, published?: string) => ({ id, ...(published && { published }) }) as LaidReport
const change = (report: string, label: string): Change => ({ kind: 'denied', report, says: label, label })
const origins = [
  { name: 'Almeth Wire', reports: ['wire', 'reprint'] },
  { name: 'Radio Tessaly', reports: ['radio', 'undated'] },
]
const reports = [
  report('wire', '2025-03-13T10:00:00Z'),
  report('reprint', '2025-03-13T10:01:00Z'),
  report('radio', '2025-03-14T10:00:00Z'),
  report('undated'),
]

test('each origin has its lane, each report a dot where its time is; reprints stand apart and are hollow', () => {
  const { dots, lanes, undated, height, bottom } = layOutTime({ reports, origins, changes: [] }, 100, 900)!
  expect(dots.map(({ report, first }) => [report, first])).toEqual([
    ['wire', true],
    ['reprint', false],
    ['radio', true],
  ])
  const [wire, reprint, radio] = dots
  expect(reprint.x - wire.x).toBeGreaterThanOrEqual(12)
  expect(wire.y).toBe(reprint.y)
  expect(radio.x).toBeGreaterThan(800)
  expect(lanes.map(({ origin }) => origin)).toEqual(['Almeth Wire', 'Radio Tessaly'])
  expect(undated).toBe(1)
  expect(height).toBeGreaterThan(bottom)
})

test('labels do not lie over each other, nor leave the picture at the right', () => {
  const changes = [
    change('wire', 'a label of some length'),
    change('reprint', 'another label'),
    change('radio', 'the last label'),
  ]
  const { flags, top } = layOutTime({ reports, origins, changes }, 100, 900)!
  expect(new Set(flags.slice(0, 2).map(({ y }) => y)).size).toBe(2)
  expect(flags[2].left).toBe(true)
  for (const flag of flags) {
    expect(flag.y).toBeLessThan(top)
    expect(flag.to).toBeGreaterThan(top)
  }
})

test('reports without any date make no picture', () => {
  expect(layOutTime({ reports: [report('undated')], origins, changes: [] }, 100, 900)).toBeUndefined()
})
