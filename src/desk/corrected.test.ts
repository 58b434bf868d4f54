import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Taken, TakenReport } from '../intake/taken.ts'
import { addReports } from './add.ts'
import { memoryDesk } from './fixture.ts'

const hash = (of: string) => createHash('sha256').update(of).digest('hex')
const FIRST =
  'Kestrian boats killed two sailors off Almeth on Thursday, Ilse Marek said, and the port was closed for the day.'
const SECOND =
  'Kestrian boats hurt nine sailors off Almeth on Thursday and killed nobody, Ilse Marek said after a second count.'

/** A feed's item, taken from a feed of these bytes. */
const item = (text: string, bytes: string, more: Partial<TakenReport> = {}): TakenReport => ({
  id: 'https://post.example/1',
  url: 'https://post.example/1',
  title: 'Toll',
  member: 'g1',
  from: 'https://post.example/feed',
  text,
  language: 'en',
  takenAt: '2025-03-14T08:00:00Z',
  bytes: hash(bytes),
  notes: [],
  ...more,
})

/** What a desk tells of the reports that it was given, by the first words of their titles or texts. */
async function tied(...reports: TakenReport[]) {
  const desk = memoryDesk()
  const sources = async function* (): AsyncGenerator<Taken> {
    yield* reports
  }
  const read = async (batch: readonly { id: string; text: string }[]) => batch.map(() => ({ code: 'x', message: 'x' }))
  const added = await addReports(desk, sources(), { read })
  const { rows } = desk.find({ list: 'reports', filter: {} })
  desk.close()
  return { added, rows: rows.map(({ id, corrects, correctedBy }) => ({ id, corrects, correctedBy })) }
}

const again = (text: string) => `https://post.example/1~${hash(text).slice(0, 8)}`

test.each([
  ['address', item(SECOND, 'b', { member: 'other', from: 'https://elsewhere.example/feed' })],
  ['id alone', item(SECOND, 'b', { url: undefined, member: undefined })],
])('the same %s with a new text corrects the first, and both are seen', async (_, second) => {
  const { rows } = await tied(item(FIRST, 'a'), second)
  expect(rows).toEqual([
    { id: 'https://post.example/1', correctedBy: again(SECOND) },
    { id: again(SECOND), corrects: 'https://post.example/1' },
  ])
})

test('the same item of a feed at another address does too', async () => {
  const moved = item(SECOND, 'b', { id: 'https://post.example/2', url: 'https://post.example/2' })
  const { rows } = await tied(item(FIRST, 'a'), moved)
  expect(rows[1]).toEqual({ id: 'https://post.example/2', corrects: 'https://post.example/1' })
})

test.each(['1', 'reports.jsonl, 1', 'row 2', 'Sheet1, row 2'])(
  'what stands at %s of the same file tomorrow corrects nothing',
  async (member) => {
    const line = (n: number): Partial<TakenReport> => ({ id: `r${n}`, url: undefined, member, from: 'today.jsonl' })
    const { rows } = await tied(item(FIRST, 'a', line(1)), item(FIRST.replace('two', 'ten'), 'b', line(2)))
    expect(rows).toEqual([{ id: 'r1' }, { id: 'r2' }])
  },
)

test('a third corrects the second; one word makes a correction, no copy', async () => {
  const third = SECOND.replace('nine', 'ten')
  const { rows } = await tied(item(FIRST, 'a'), item(SECOND, 'b'), item(third, 'c', { title: 'Toll, corrected' }))
  expect(rows).toEqual([
    { id: 'https://post.example/1', correctedBy: again(SECOND) },
    { id: again(SECOND), corrects: 'https://post.example/1', correctedBy: again(third) },
    { id: again(third), corrects: again(SECOND) },
  ])
})

const STRIKE =
  'Dockers in Tessaly began a strike over pay on Friday; their union said it would last until a new contract is signed.'
test.each([
  ['another story', item(STRIKE, 'b', { title: 'Strike' })],
  ['another item of the same feed', item(SECOND, 'a', { member: 'g1 2' })],
])('%s at the same address corrects nothing', async (_, second) => {
  const { rows } = await tied(item(FIRST, 'a'), second)
  expect(rows.map(({ corrects, correctedBy }) => corrects ?? correctedBy)).toEqual([undefined, undefined])
})

test('what stands for several characters in patterns stands for itself in an id', async () => {
  const { rows } = await tied(
    item(FIRST, 'a', { id: 'ab~c', url: undefined, member: undefined }),
    item(SECOND, 'b', { id: 'a*', url: undefined, member: undefined }),
  )
  expect(rows.some(({ corrects }) => corrects !== undefined)).toBe(false)
})
