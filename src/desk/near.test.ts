import { expect, test } from 'vitest'
import { bandsOf, COPY, likeness, signatureOf } from './near.ts'

const sentences = [
  'Three border guards were killed near Almeth on Wednesday, the defence ministry in Varlonia said.',
  'Kestria denied that its forces had opened fire and asked the monitors to look for themselves.',
  'President Dario Venn called his security council together and closed two of the five crossings.',
  'The monitors said that they had heard explosions from both banks of the Orva late in the evening.',
  'About six hundred residents spent the night in a school while the road to Tessaly stayed closed.',
  'Talks between the two governments are to begin next week under the Council of River States.',
  'A baker, Petra Solen, said that her brother had driven the second lorry and had not called since.',
  'More than a thousand people were killed in a war over grazing rights six years ago.',
]
const text = sentences.join(' ')
const share = (a: string, b: string) => likeness(signatureOf(a), signatureOf(b))

test.each([
  ['the same', text],
  ['other capitals and punctuation', text.toUpperCase().replaceAll(',', ' –')],
  ['a dateline more', `ALMETH (Post) ${text}`],
  ['the last sentence less', sentences.slice(0, -1).join(' ')],
])('%s is a copy', (_, other) => {
  expect(share(text, other)).toBeGreaterThanOrEqual(COPY)
  const bands = bandsOf(signatureOf(text))
  expect(bandsOf(signatureOf(other)).some((band, b) => band === bands[b])).toBe(true)
})

test.each([
  ['half of it', sentences.slice(0, 4).join(' ')],
  [
    'another report',
    'The court in Tessaly ruled on Friday that the levy on river trade had never been lawful, and ordered its return.',
  ],
  ['nothing', ''],
])('%s is none', (_, other) => {
  expect(share(text, other)).toBeLessThan(COPY)
})
