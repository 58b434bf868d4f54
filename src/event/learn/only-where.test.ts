import { expect, it } from 'vitest'
import { openReader } from '../../open.ts'

const reader = await openReader({ gazetteer: false })

const recipientsOf = (text: string): string[] =>
  reader
    .read({ id: 'a', published: '2025-03-14', text })
    .events.flatMap(({ recipients }) => recipients.map(({ start, end }) => text.slice(start, end)))

it.each([
  ['Gunmen attacked a church in Lyon, France on Monday.', 'a church in Lyon', 'France'],
  ['Rebels attacked Goma (Democratic Republic of Congo) on Monday.', 'Goma', 'Democratic Republic of Congo'],
  [
    'Three guards were killed when shells fell on Almeth, in the worst violence on the frontier with Kestria since May.',
    'Three guards',
    'the frontier with Kestria',
  ],
])('what only says where is no party: %s', (text, party, place) => {
  expect(recipientsOf(text)).toContain(party)
  expect(recipientsOf(text)).not.toContain(place)
})

it('countries side by side are parties each', () => {
  expect(recipientsOf('The minister accused France, Spain and Italy of lying.')).toHaveLength(3)
})
