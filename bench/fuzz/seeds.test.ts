import { expect, test } from 'vitest'
import { sharedReader } from '../../src/fixture.ts'
import { checkRecord } from '../../src/record/check.ts'
import { wellFormed } from '../../src/record/well-formed.ts'
import { drawer, shapes } from '../shape-texts.ts'
import { mutated } from './mutate.ts'
import { seeds } from './seeds.ts'

const reader = await sharedReader

/** Every stretch that a record marks, wherever it stands. */
function* spansIn(value: unknown): Generator<{ start: number; end: number }> {
  if (typeof value !== 'object' || value === null) return
  if ('start' in value && 'end' in value) yield value as { start: number; end: number }
  for (const inner of Object.values(value)) yield* spansIn(inner)
}

/** Reads a text, which must give a sound record whose stretches lie in it. */
function readSoundly(text: string): void {
  const record = reader.read({ id: 'seed', text, published: '2024-10-03' })
  expect(checkRecord(record, { strict: true })).toEqual([])
  expect(record.report.text).toBe(wellFormed(text))
  for (const { start, end } of spansIn(record)) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(text.length)
  }
}

test.each(Object.entries(seeds))('%s: read soundly, and changed by chance as well', (name, text) => {
  readSoundly(text)
  const next = drawer(name.length * 7919 + text.length)
  for (let n = 0; n < 2; n++) readSoundly(mutated(text, next))
})

test.each(Object.entries(shapes))('nothing but %s: read soundly', (_, shape) => {
  readSoundly(shape(600))
})

test('what is said about half an emoji stands where it stands in the text', () => {
  const { statements, notes, report } = reader.read({ id: 'half', text: seeds['half an emoji, cut off a teaser'] })
  const contents = statements.map(({ content }) => content.map(({ start, end }) => report.text.slice(start, end)))
  expect(contents).toContainEqual(['that Kestria had shelled the port of Almeth'])
  expect(notes.map(({ code }) => code)).toContain('character-halved')
})
