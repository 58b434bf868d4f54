import { expect, test } from 'vitest'
import { openReader } from '../../open.ts'
import type { Decision } from '../../rows/decision.ts'
import { seeded } from '../../seeded.ts'
import { keptOf, memoryDesk } from '../fixture.ts'
import { openWriter } from '../write.ts'
import { applyCurve, calibrationsIn } from './curves.ts'
import { learnedTables, withLearned } from './learned.ts'
import { drawFor, queueOf } from './queue.ts'
import { suggestionsIn } from './suggestions.ts'
import { takeSuggestion } from './take-suggestion.ts'

const reader = await openReader()
const AT = '2025-03-20T08:00:00Z'
const by = 'Ilse'
const towns = ['Almeth', 'Tessaly', 'Corvane', 'Brenmouth', 'Ostrel', 'Kalvern', 'Dunmere', 'Vessary']

/** A desk of short reports: in each somebody says something, two bodies act, and a stock index does. */
const desk = memoryDesk()
openWriter(desk).keep(
  towns.map((town, i) =>
    keptOf(
      reader.read({
        id: `r${i}`,
        published: '2025-03-14',
        text: `The River Front attacked the port of ${town} on Monday. The Salt Brigade attacked the airport of ${town} on Tuesday. Jonas Reth said that the road to ${town} was open. Dario Venn announced that ${town} had been lost. Ilse Marek argued that ${town} could wait.`,
      }),
    ),
  ),
)
const record = (report: string) => desk.record(report)!
const reports = towns.map((_, i) => `r${i}`)

test('a word is suggested as no cue, an act for a cue, and a name of another, each with its rows; accepted ones change the next reading, which names them', async () => {
  const decisions = reports.flatMap((report): Decision[] => {
    const { statements, events, entities } = record(report)
    const words = (span: { start: number; end: number } | null) =>
      span ? record(report).report.text.slice(span.start, span.end) : ''
    const id = (name: string) => entities.find((entity) => entity.name === name)?.id
    const of = (cue: string) => statements.find((row) => words(row.cue) === cue)?.id
    const attack = events.find(({ actors }) => actors.some(({ entity }) => entity === id('River Front')))
    const made = [
      { key: of('argued'), verdict: 'wrong' },
      { key: of('announced'), verdict: 'mended', mend: { act: 'deny' } },
      { key: of('said'), verdict: 'right' },
      {
        key: attack?.id,
        verdict: 'mended',
        mend: { actors: attack?.actors.map((actor) => ({ ...actor, entity: id('Salt Brigade') })) },
      },
    ]
    return made
      .filter(({ key }) => key !== undefined)
      .map(({ key, ...said }) => ({ key: `${report}#${key}`, by, at: AT, ...said }) as Decision)
  })
  expect(decisions.length).toBe(32)
  // too few speak for it
  desk.decide(decisions.filter(({ key }) => /^r[012]#/.test(key)))
  expect(suggestionsIn(desk, reader.parse)).toEqual([])
  desk.decide(decisions.filter(({ key }) => !/^r[012]#/.test(key)))
  const found = suggestionsIn(desk, reader.parse)
  expect(found.map(({ line, speak, of }) => [line, speak, of])).toEqual([
    ['argue\tverb\t-\tnever', 8, 8],
    ['announce\tverb\tdeny', 8, 8],
    [expect.stringMatching(/^organization\t.*\tSalt Brigade\|River Front$/), 8, 8],
  ])
  for (const { rows } of found) expect(rows.map(({ key }) => key.slice(0, 2))).toEqual(reports.slice(0, 5))

  await expect(
    takeSuggestion(desk, reader.parse, { id: 'none', verdict: 'accepted', by, at: AT }),
  ).rejects.toMatchObject({ code: 'suggestion-unknown' })
  expect(withLearned(desk)).toBeUndefined()
  for (const { id } of found) await takeSuggestion(desk, reader.parse, { id, verdict: 'accepted', by, at: AT })
  const overlay = withLearned(desk)!
  const now = await openReader({ codebook: overlay })
  const { text } = record('r3').report
  const read = now.read({ id: 'x', published: '2025-03-14', text })
  expect(read.reader.codebook).not.toBe(record('r3').reader.codebook)
  expect(read.reader.codebook.split('+')[0]).toBe(record('r3').reader.codebook)
  const cue = (at: { start: number; end: number } | null) => (at ? text.slice(at.start, at.end) : '')
  expect(record('r3').statements.map((row) => cue(row.cue))).toContain('argued')
  expect(read.statements.map((row) => cue(row.cue))).not.toContain('argued')
  expect(read.statements.find((row) => cue(row.cue) === 'announced')?.act).toBe('deny')
  expect(read.entities.filter(({ name }) => name === 'River Front' || name === 'Salt Brigade')).toHaveLength(1)

  // what was said stays in sight, the newest counts
  const [first] = found
  expect(suggestionsIn(desk, reader.parse)[0].decided).toEqual({ verdict: 'accepted', by, at: AT })
  await takeSuggestion(desk, reader.parse, { id: first.id, verdict: 'declined', by, at: AT })
  expect(learnedTables(desk.db)['statement/cues.tsv']).toBe('announce\tverb\tdeny\n')
  await takeSuggestion(desk, reader.parse, { id: first.id, verdict: 'open', by, at: AT })
  expect(suggestionsIn(desk, reader.parse)[0].decided).toBeUndefined()
})

test('a given row stands before a learned one of the same', () => {
  const given = { 'statement/cues.tsv': 'announce\tverb\tclaim', 'event/verbs.tsv': 'surveil\t-\tCOERCE\t-\tobj\n' }
  expect(withLearned(desk, given)).toMatchObject(given)
  expect(withLearned(desk, { 'statement/cues.tsv': '# own\nargue\tverb\tclaim' })?.['statement/cues.tsv']).toBe(
    '# own\nargue\tverb\tclaim\nannounce\tverb\tdeny\n',
  )
})

test('confidences of lists, their bounds and their order follow an applied curve; records keep the reader’s own', () => {
  const own = memoryDesk()
  const lot = seeded(3)
  const any = (words: string) => words.split(' ')[Math.floor(lot() * words.split(' ').length)]
  openWriter(own).keep(
    Array.from({ length: 130 }, (_, i) => {
      const what = any('road bridge harbour airport market school hospital mine dam railway')
      const how = any('open closed lost safe burning empty flooded guarded quiet full')
      const text = `${any('Jonas Dario Ilse Petra Anton')} ${any('Reth Venn Marek Soland Kreit')} said that the ${what} of ${any(towns.join(' '))} was ${how}.`
      const read = reader.read({ id: `c${i}`, published: '2025-03-14', text })
      const confidence = Math.round((0.4 + 0.59 * lot()) * 1000) / 1000
      return keptOf({ ...read, statements: read.statements.map((row) => ({ ...row, confidence })), events: [] })
    }),
  )
  const decided = ['right', 'wrong', 'mended', 'added', 'none'] as const
  const rows = () => [...own.all({ list: 'statements', filter: { decided: [...decided] } })]
  expect(calibrationsIn(own)[0].lacks).toMatch(/100 decided rows are needed.*there are 0/)
  expect(() => applyCurve(own, { list: 'statements', apply: true, by, at: AT })).toThrow(/100 decided rows/)
  drawFor(own, { by, count: 200, random: 1, twice: 0 })
  own.decide(
    queueOf(own, by).rows.map(({ key, row }) => ({
      ...{ key, by, at: AT },
      verdict: lot() < row.confidence ** 3 ? 'right' : 'wrong',
    })),
  )
  const before = rows()
  const [{ lacks, before: fit, after, rows: count }] = calibrationsIn(own)
  expect([lacks, count]).toEqual([undefined, before.length])
  expect(count).toBeGreaterThan(100)
  expect(after!.brier).toBeLessThan(fit!.brier)
  applyCurve(own, { list: 'statements', apply: true, by, at: AT })
  const shown = rows()
  expect(shown.map(({ confidenceRead }) => confidenceRead)).toEqual(before.map(({ confidence }) => confidence))
  const mean = (all: readonly { confidence: number }[]) =>
    all.reduce((sum, row) => sum + row.confidence, 0) / all.length
  const right = shown.filter(({ decided }) => decided?.verdict === 'right').length / shown.length
  expect(mean(shown)).toBeCloseTo(right, 1)
  for (const bound of [0, 0.2, 0.35, 0.5, 0.512, 0.75, 0.99, 1]) {
    expect(own.count({ list: 'statements', filter: { decided: [...decided], least: bound } }), `from ${bound}`).toBe(
      shown.filter(({ confidence }) => confidence >= bound).length,
    )
    expect(own.count({ list: 'statements', filter: { decided: [...decided], most: bound } }), `to ${bound}`).toBe(
      shown.filter(({ confidence }) => confidence <= bound).length,
    )
  }
  const sorted = [...own.all({ list: 'statements', filter: { decided: [...decided] }, sort: 'confidence' })].map(
    ({ confidence }) => confidence,
  )
  expect(sorted).toEqual([...sorted].sort((a, b) => a - b))
  expect(own.record('c0')?.statements[0].confidence).toBe(before[0].confidence)
  // who adds a row is sure of it
  own.decide([{ key: 'c0#s-mine', verdict: 'added', by, at: AT, mend: { content: [{ start: 0, end: 15 }] } }])
  expect(rows().find(({ id }) => id === 's-mine')?.confidence).toBe(1)
  expect(own.count({ list: 'statements', filter: { decided: [...decided], least: 1 } })).toBe(1)
  applyCurve(own, { list: 'statements', apply: false, by, at: AT })
  const confidences = (all: ReturnType<typeof rows>) => new Map(all.map(({ key, confidence }) => [key, confidence]))
  expect(confidences(rows().filter(({ added }) => !added))).toEqual(confidences(before))
})
