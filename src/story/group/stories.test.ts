import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sharedReader } from '../../fixture.ts'
import { openStoryGrouping } from '../../open-stories.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import { compareStory } from '../compare.ts'
import { group } from './group.ts'
import type { Stories } from './stories.ts'

const texts = {
  wire: {
    published: '2025-03-14',
    text: 'Kestrian artillery shelled the port of Almeth on Thursday and killed three guards, Colonel Ilse Marek said. The shells hit the harbour wall and a ferry. President Dario Venn threatened to close the border.',
  },
  radio: {
    published: '2025-03-14',
    text: 'Kestria denied on Friday that its artillery had shelled the Varlonian port of Almeth. The foreign minister, Jonas Reth, said that no troops had fired at the harbour or the ferry.',
  },
  post: {
    published: '2025-03-15',
    text: 'Shells that hit the harbour of Almeth killed five guards, the mayor said. Kestrian artillery shelled the port for an hour on Thursday, and the ferry burned. President Dario Venn has threatened to close the border with Kestria.',
  },
  flood: {
    published: '2025-03-15',
    text: 'A flood after days of rain drove 300 people from their homes in the valley of Tessaly on Friday. The river rose above the old bridge, and engineers opened the dam, the water board said.',
  },
  quake: {
    published: '2025-03-02',
    text: 'An earthquake killed 12 people in the hills above Orlec on Sunday. Rescuers searched the ruins of a school, the governor said, and tents were sent from the capital.',
  },
  laterQuake: {
    published: '2025-03-28',
    text: 'An earthquake shook the coast at Sarnov on Friday night. Two people died when a lighthouse fell, the coast guard said, and boats were told to stay in the harbour.',
  },
}

let stories: Stories
let records: NewsRecord[]
beforeAll(async () => {
  const reader = await sharedReader
  stories = await openStoryGrouping()
  records = Object.entries(texts).map(([id, report]) => reader.read({ id, ...report }))
})

test('reports of one shelling are a story; a flood and two earthquakes of one month are three more', () => {
  const found = stories.of(records).map(({ reports }) => [...reports].sort())
  expect(found).toContainEqual(['post', 'radio', 'wire'])
  expect(found).toContainEqual(['quake'])
  expect(found).toContainEqual(['laterQuake'])
  expect(found).toContainEqual(['flood'])
})

test('the order of reports and later reports do not change the address of a story', () => {
  const idOf = (list: NewsRecord[]) => stories.of(list).find(({ reports }) => reports.includes('wire'))?.id
  const id = idOf(records)
  expect(idOf([...records].reverse())).toBe(id)
  expect(idOf(records.filter(({ report }) => report.id !== 'post'))).toBe(id)
})

test('what reports say of one happening stands side by side: two tolls, a denial, and the voices', () => {
  const three = records.filter(({ report }) => ['wire', 'radio', 'post'].includes(report.id))
  const compared = compareStory(stories.together(three), three)
  const shared = compared.filter(({ silent }) => silent.length < 2)
  expect(shared.flatMap(({ tellings }) => tellings.map(({ status }) => status))).toContain('denied')
  expect(shared.some(({ differs }) => differs.includes('status'))).toBe(true)
  for (const { tellings } of compared)
    for (const { report, trigger, words } of tellings)
      expect(texts[report as keyof typeof texts].text.slice(trigger.start, trigger.end)).toBe(words)
})

test('groups are those of average linkage, whatever the order of pairs', () => {
  const pairs = [
    { a: 0, b: 1, score: 5 },
    { a: 1, b: 2, score: 4 },
    { a: 0, b: 2, score: -7 },
    { a: 3, b: 4, score: 1 },
  ]
  expect([...group(5, pairs, -1)]).toEqual([0, 0, 2, 3, 3])
  fc.assert(
    fc.property(fc.shuffledSubarray(pairs, { minLength: 4 }), (shuffled) => {
      expect([...group(5, shuffled, -1)]).toEqual([0, 0, 2, 3, 3])
    }),
  )
})
