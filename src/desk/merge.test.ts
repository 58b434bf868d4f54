import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Taken } from '../intake/taken.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { addReports } from './add.ts'
import { exampleRecords, memoryDesk } from './fixture.ts'
import { mergeDesks } from './merge.ts'
import type { OpenedDesk } from './open.ts'
import { originalOf } from './original.ts'

let records: NewsRecord[] = []
beforeAll(async () => {
  records = await exampleRecords()
})

/** What records give when they are taken, as lines of a file. */
async function* taken(some: readonly NewsRecord[], from: string): AsyncGenerator<Taken> {
  for (const [n, record] of some.entries()) {
    const { sha256, dateline: _, ...told } = record.report
    yield { ...told, from, member: String(n + 1), takenAt: '2025-03-20T08:00:00Z', bytes: sha256, notes: [], record }
  }
}

async function deskOf(some: readonly NewsRecord[], from = 'a.jsonl'): Promise<OpenedDesk> {
  const desk = memoryDesk()
  await addReports(desk, taken(some, from), { read: async () => [] })
  return desk
}

/** The key of a report's first statement. */
const keyOf = ({ report, statements }: NewsRecord) => `${report.id}#${statements[0].id}`
const decided = (id: string, key: string, verdict: 'right' | 'wrong' | 'open', at: string) => ({
  id,
  key,
  verdict,
  by: id,
  at: `2025-03-${at}T10:00:00Z`,
})

test('two desks make the desk that their reports would have made', async () => {
  const whole = await deskOf(records)
  const merged = memoryDesk()
  const [a, b] = [await deskOf(records.slice(0, 4)), await deskOf(records.slice(2), 'b.jsonl')]
  const counts = await mergeDesks([a, b], merged)
  expect(counts).toMatchObject({ read: records.length, known: 2, readings: 0, decisions: 0, conflicts: [] })
  for (const { report } of records) expect(merged.record(report.id)).toEqual(whole.record(report.id))
  for (const list of ['statements', 'events'] as const)
    expect(merged.count({ list, filter: {} })).toBe(whole.count({ list, filter: {} }))
  const takings = (desk: OpenedDesk) => desk.db.prepare('SELECT count(*) FROM takings').pluck().get()
  expect(takings(merged)).toBe(records.length + 2)
})

test('decisions come in the order of their times; those that differ are all kept, and named', async () => {
  const [a, b] = [await deskOf(records.slice(0, 2)), await deskOf(records.slice(0, 2), 'b.jsonl')]
  const [first, second] = records.map(keyOf)
  a.decide([decided('Ilse', first, 'right', '12'), decided('both', second, 'right', '10')])
  b.decide([
    decided('Dario', first, 'wrong', '11'),
    decided('both', second, 'right', '10'),
    decided('later', second, 'open', '13'),
  ])
  const merged = memoryDesk()
  const { decisions, conflicts } = await mergeDesks([a, b], merged)
  expect(decisions).toBe(4)
  // the other desk went on from what this one had decided: nobody differs there
  expect(conflicts.map(({ key }) => key)).toEqual([first])
  expect(conflicts[0].decisions.map(({ by, verdict }) => [by, verdict])).toEqual([
    ['Dario', 'wrong'],
    ['Ilse', 'right'],
  ])
  expect(merged.decisions({ key: first }).map(({ verdict }) => verdict)).toEqual(['wrong', 'right'])
  const [row] = [...merged.all({ list: 'statements', filter: { decided: ['right'] } })]
  expect(row.key).toBe(first)
})

test('two texts of one id are two reports, each with its decisions', async () => {
  const [one, other] = records
  const namesake = { ...other, report: { ...other.report, id: one.report.id } }
  const [a, b] = [await deskOf([one]), await deskOf([namesake], 'b.jsonl')]
  b.decide([decided('Dario', keyOf(namesake), 'wrong', '11')])
  const merged = memoryDesk()
  await mergeDesks([a, b], merged)
  const ids = [...merged.all({ list: 'reports', filter: {} })].map(({ id }) => id)
  expect(ids).toEqual([one.report.id, `${one.report.id}~${other.report.sha256.slice(0, 8)}`])
  const [{ key }] = merged.decisions({})
  expect(key).toBe(`${ids[1]}#${other.statements[0].id}`)
  expect(merged.find({ list: 'statements', filter: { decided: ['wrong'] } }).rows.map((row) => row.key)).toEqual([key])
})

test('of readings by two versions the later is shown, whichever comes first, and both are kept', async () => {
  const [record] = records
  const later = {
    ...record,
    statements: record.statements.slice(0, 1),
    events: [],
    links: [],
    reader: { ...record.reader, version: '0.10.0' },
  }
  for (const order of [
    [record, later],
    [later, record],
  ]) {
    const merged = memoryDesk()
    const counts = await mergeDesks(await Promise.all(order.map((one) => deskOf([one]))), merged)
    expect(counts).toMatchObject({ read: 1, known: 1, readings: 1 })
    expect(merged.record(record.report.id)?.reader.version).toBe('0.10.0')
    expect(merged.count({ list: 'statements', filter: {} })).toBe(1)
    expect(merged.db.prepare('SELECT count(*) FROM readings').pluck().get()).toBe(2)
    expect(merged.db.prepare('SELECT sum(statements) FROM named').pluck().get()).toBe(
      later.statements[0].speaker ? 1 : 0,
    )
  }
})

test('a record of a report that the desk has is its reading where another version made it, and nothing where this one did', async () => {
  const [record] = records
  const desk = await deskOf([record])
  expect(await addReports(desk, taken([record], 'again.jsonl'), { read: async () => [] })).toMatchObject({
    read: 0,
    known: 1,
  })
  const later = { ...record, reader: { ...record.reader, version: '0.2.0' } }
  expect(await addReports(desk, taken([later], 'later.jsonl'), { read: async () => [] })).toMatchObject({
    read: 1,
    records: 1,
    known: 0,
  })
  expect(desk.record(record.report.id)).toEqual(later)
})

test('the bytes that reports were taken from come along', async () => {
  const [record] = records
  const desk = memoryDesk()
  const page = new TextEncoder().encode(`<p>${record.report.text}</p>`)
  async function* page1(): AsyncGenerator<Taken> {
    for await (const one of taken([record], 'a.html'))
      yield { ...one, bytes: createHash('sha256').update(page).digest('hex'), original: page }
  }
  await addReports(desk, page1(), { read: async () => [] })
  const merged = memoryDesk()
  await mergeDesks([desk], merged)
  const { bytes, ...about } = originalOf(merged.db, record.report.id)
  expect(Buffer.from(bytes).equals(page)).toBe(true)
  expect(about).toMatchObject({ from: 'a.html', size: page.length, reader: { version: record.reader.version } })
})
