import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Resources } from '../resources.ts'
import { blankDateline, type KnownReport, openDateline } from './dateline.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))
const resources: Resources = { bytes: read, text: (path) => read(path).toString() }
const find = openDateline(resources)

/** What is found, in words: 'PLACE, region | agency | day > the text after it'. */
function told(text: string, known?: KnownReport): string | undefined {
  const found = find(text, known)
  if (!found) return undefined
  const words = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end)
  const place = [words(found.place), words(found.region)].filter(Boolean).join(', ')
  return `${[place, found.agency ?? '', found.day?.value ?? ''].join(' | ')} > ${text.slice(found.end, found.end + 8)}`
}

describe('a dateline is read', () => {
  test.each([
    ['KABUL (Reuters) - The port opened.', 'KABUL | Reuters |  > The port'],
    ['ALMETH, March 14 (AFP) — The port opened.', 'ALMETH | AFP | XXXX-03-14 > The port'],
    ['ALMETH, Varlonia (Post) — The port opened.', 'ALMETH, Varlonia | Post |  > The port'],
    ['(AP) - The port opened.', ' | AP |  > The port'],
    ['(AP)The port opened.', ' | AP |  > The port'],
    ['Beirut: The port opened again, the mayor said.', 'Beirut |  |  > The port'],
    ['Beirut: The Union (I) party said that it would stay.', 'Beirut |  |  > The Unio'],
    ['Beirut: Actor Ilse Marek, asked “Do you sing, and do we?”, says no.', 'Beirut |  |  > Actor Il'],
    ['LONDON, Jan 3 (Xinhua) -- The port opened.', 'LONDON | Xinhua | XXXX-01-03 > The port'],
    ['LONDON, Jan.3(Xinhua)-- The port opened.', 'LONDON | Xinhua | XXXX-01-03 > The port'],
    ['ALMETH/TESSALY, Aug 30 (Reuters) - The port opened.', 'ALMETH, TESSALY | Reuters | XXXX-08-30 > The port'],
    ['ALMETH and TESSALY (AP) — The port opened.', 'ALMETH, TESSALY | AP |  > The port'],
    ['ALMETH — The port opened.', 'ALMETH |  |  > The port'],
    [
      'ALMETH, Varlonia, 7 February 2024 (Orva News) - The port.',
      'ALMETH, Varlonia | Orva News | 2024-02-07 > The port',
    ],
    ['ALMETH, Thursday, March 14, 2024 (AP) _ The port opened.', 'ALMETH | AP | 2024-03-14 > The port'],
    ['ALMETH: The port of Almeth opened.', 'ALMETH |  |  > The port'],
    ['ALMETH, July 24: The port opened.', 'ALMETH |  | XXXX-07-24 > The port'],
    ['CAIRO - 17 July 2022: The port opened.', 'CAIRO |  | 2022-07-17 > The port'],
    ['TEHRAN— The port opened.', 'TEHRAN |  |  > The port'],
    ['ALMETH, March 14 (AFP)\n\nThe port opened.', 'ALMETH | AFP | XXXX-03-14 > \n\nThe po'],
    ['KABUL (Reuters) The port opened.', 'KABUL | Reuters |  > The port'],
    ['July 5 (Reuters) - The port opened.', ' | Reuters | XXXX-07-05 > The port'],
    ['AFP - The port opened.', ' | AFP |  > The port'],
    ['Orva News, 27 January - The port opened.', ' | Orva News | XXXX-01-27 > The port'],
    ['Port opens again\nBy Ilse Marek\nALMETH (AP) -- The port opened.', 'ALMETH | AP |  > The port'],
    ['SAN JOSÉ (AP) — “The port is open,” he said.', 'SAN JOSÉ | AP |  > “The por'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  it("knows the report's own outlet by its address", () => {
    expect(told('ORVA DAILY – The port opened.', { url: 'https://www.orvadaily.example/1' })).toBe(
      ' | ORVA DAILY |  > The port',
    )
  })
})

describe('no dateline is seen', () => {
  test.each([
    ['The port opened - after four weeks.'],
    ['Venn: The port will open.'],
    ['VENN: We shall open the port.'],
    ['VENN: The port will open.\n\nMAREK: When?'],
    ['VENN: The port will open. Venn left.'],
    ['UPDATE: The port opened.'],
    ['FILE - In this photo of January the port is closed.'],
    ['China: The port opened.'],
    ['London, where the port opened - after four weeks - is calm.'],
    ['ALMETH - a port of Varlonia - is calm.'],
    ['Paris: “We shall open the port.”'],
    ['PORT OPENS - ALL SHIPS MAY COME'],
    ['UNICEF - The agency opened a school.'],
    ['The army, March 14 (AP) - said nothing.'],
    [''],
    ['('],
  ])('%j', (text) => {
    expect(told(text)).toBeUndefined()
  })
})

test('blanking keeps length and line breaks', () => {
  const text = 'ALMETH (AFP)\r\n\r\nIt rose.'
  const found = find(text)!
  expect(blankDateline(text, found)).toBe(`${' '.repeat(12)}\r\n\r\nIt rose.`)
})
