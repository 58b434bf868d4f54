import { expect, test } from 'vitest'
import { keptOf, memoryDesk } from '../desk/fixture.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { openWriter } from '../desk/write.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { type ChangesEnd, type RowChange, rowChanges } from './changes.ts'
import { exportDesk } from './export-desk.ts'
import { oddRecord } from './fixture.ts'

const record = oddRecord()
const by = { by: 'Tessa Orlin', at: '2025-03-21T08:00:00Z' }

function deskWith(...records: NewsRecord[]): OpenedDesk {
  const desk = memoryDesk()
  openWriter(desk).keep(records.map(keptOf))
  return desk
}

/** The changes as 'added s1', and what to ask with the next time. */
function told(desk: OpenedDesk, since?: string): { changes: string[]; next: string } {
  const found = [...rowChanges(desk, since, ['statements', 'events'])]
  const { next } = found.pop() as ChangesEnd
  return { changes: (found as RowChange[]).map(({ change, key }) => `${change} ${key.replace('odd/1#', '')}`), next }
}

test('at first all is added; then what people decide', () => {
  const desk = deskWith(record)
  const first = told(desk)
  expect(first.changes).toEqual(['added s1', 'added s2', 'added s3', 'added v1', 'added v2'])
  expect(told(desk, first.next)).toEqual({ changes: [], next: first.next })
  desk.decide([
    { key: 'odd/1#s1', verdict: 'wrong', ...by },
    { key: 'odd/1#v1', verdict: 'mended', mend: { status: 'planned' }, ...by },
  ])
  const second = told(desk, first.next)
  expect(second.changes.sort()).toEqual(['changed v1', 'gone s1'])
  desk.decide([{ key: 'odd/1#s1', verdict: 'open', ...by }])
  expect(told(desk, second.next).changes).toEqual(['added s1'])
})

test('a further reading: only what it says otherwise', () => {
  const desk = deskWith(record)
  const { next } = told(desk)
  const later = oddRecord()
  later.reader.version = '0.2.0'
  later.statements = [{ ...later.statements[0], act: 'claim' }, later.statements[1]]
  later.events[1] = { ...later.events[1], id: 'v3' }
  openWriter(desk).keep([keptOf(later)])
  // v1 stands on the word of s1, and says its act
  expect(told(desk, next).changes.sort()).toEqual(['added v3', 'changed s1', 'changed v1', 'gone s3', 'gone v2'])
})

test('reports are followed too, and since a moment', () => {
  const desk = deskWith(record)
  const before = new Date(Date.now() - 60_000).toISOString()
  const after = new Date(Date.now() + 60_000).toISOString()
  const lists = (since: string) =>
    [...rowChanges(desk, since)].map((change) => ('list' in change ? change.list : 'end'))
  expect([...new Set(lists(before))]).toEqual(['reports', 'statements', 'events', 'end'])
  expect(lists(after)).toEqual(['end'])
})

test('a copy that follows is what an export gives', () => {
  const desk = deskWith(record)
  const copy = new Map<string, object>()
  let since: string | undefined
  const follow = () => {
    for (const one of rowChanges(desk, since, ['events'])) {
      if (one.change === 'end') since = one.next
      else if (one.change === 'gone') copy.delete(one.key)
      else copy.set(one.key, one.row)
    }
  }
  const exported = () =>
    [...exportDesk(desk, { list: 'events', format: 'jsonl' })]
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  follow()
  desk.decide([
    { key: 'odd/1#v2', verdict: 'right', ...by },
    { key: 'odd/1#v1', verdict: 'wrong', ...by },
  ])
  follow()
  expect(JSON.parse(JSON.stringify([...copy.values()]))).toEqual(exported())
})

test.each(['yesterday', '9-9-9', '2025-3-1', ''])('since %j is refused', (since) => {
  expect(() => rowChanges(deskWith(record), since)).toThrow(/since takes|has never been/)
})
