import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from '../export/csv.ts'
import { readCsv } from '../export/read-csv.ts'
import { sharedReader } from '../fixture.ts'
import { takenFrom } from '../intake/taking.ts'
import { checkRecord } from '../record/check.ts'
import { wellFormed } from '../record/well-formed.ts'
import { memoryDesk } from './fixture.ts'
import { openWriter } from './write.ts'

const TEXT = 'Thanks all… President Dario Venn said on Tuesday that Kestria had shelled the port of Almeth.'
const reader = await sharedReader
const half = fc.constantFrom('\ud83d', '\ude00', '\ud800', '\udfff')
/** The text with halves of characters put in, at places that are drawn. */
const cut = fc
  .array(fc.tuple(fc.nat(TEXT.length), half), { minLength: 1, maxLength: 6 })
  .map((cuts) => cuts.reduce((text, [at, lone]) => text.slice(0, at) + lone + text.slice(at), TEXT))
let number = 0

test('whatever halves of characters a report has, desk, exports and record agree on its words', () => {
  const desk = memoryDesk()
  const writer = openWriter(desk)
  fc.assert(
    fc.property(cut, half, (text, lone) => {
      const given = `r${++number}-${lone}`
      const held = { from: `x${lone}.jsonl`, id: given, bytes: new TextEncoder().encode(given) }
      const taking = { now: () => '2025-03-14T08:00:00Z' } as Parameters<typeof takenFrom>[2]
      const taken = takenFrom({ id: given, text, title: `Port ${lone}`, published: '2025-03-14' }, held, taking)
      expect(taken.notes.map(({ code }) => code)).toEqual(wellFormed(text) === text ? [] : ['character-halved'])
      const record = reader.read({ id: given, text, title: `Port ${lone}`, published: '2025-03-14' })
      expect(checkRecord(record)).toEqual([])
      writer.keep([{ taken, sha256: record.report.sha256, outcome: { record } }])
      const { id } = record.report
      expect(JSON.stringify(desk.record(given))).toBe(JSON.stringify(record))
      const rows = [...desk.all({ list: 'statements', filter: { report: [id], copies: true } })]
      expect(rows.length).toBe(record.statements.length)
      for (const { source, cue, spans } of rows)
        for (const [words, span] of [
          [source, spans.source],
          [cue, spans.cue],
        ] as const)
          if (span) expect(record.report.text.slice(span.start, span.end)).toBe(words)
      const csv = [...readCsv('statements', writeCsv('statements', rows))]
      expect(csv.map(({ row_key, content }) => [row_key, content])).toEqual(
        rows.map(({ key, content }) => [key, content]),
      )
      if (rows[0]) {
        desk.decide([
          {
            id: `d${number}${lone}`,
            key: `${given}#${rows[0].id}`,
            verdict: 'right',
            by: `A${lone}`,
            at: '2025-03-15',
          },
        ])
        expect(desk.decisions({ report: id })).toMatchObject([{ key: rows[0].key, by: 'A\ufffd' }])
      }
    }),
    { numRuns: 60 },
  )
  desk.close()
})
