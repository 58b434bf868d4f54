import { expect, test } from 'vitest'
import { openReader } from '../open.ts'

const reader = await openReader({ gazetteer: false })

test.each([
  ['Mayor Ilse Marek said in Tessaly that the port was open.', 'Tessaly'],
  ['Dario Venn told reporters at a news conference in Tessaly that he would resign.', 'Tessaly'],
  ['Dario Venn told reporters during a visit to Norway that he would resign.', 'Norway'],
  ['In the worst violence on the frontier with Norway in years, three men died, the ministry said.', undefined],
  ['In a letter about Norway, Ilse Marek said that the port was open.', undefined],
])('%s: %s', (text, where) => {
  const record = reader.read({ id: 'r', published: '2031-05-09', text })
  const [{ where: id }] = record.statements
  const place = record.places.find((one) => one.id === id)
  expect(place && text.slice(place.start, place.end)).toBe(where)
  expect(record.places.map(({ start, end }) => text.slice(start, end))).toContain(
    text.includes('Norway') ? 'Norway' : 'Tessaly',
  )
})
