import { describe, expect, it } from 'vitest'
import { openResources } from '../open-resources.ts'
import { openSplitLists, WORD_FILES } from './split-lists.ts'
import { emptyWords, openWords } from './words.ts'

const splitWords = openWords(openSplitLists(await openResources(undefined, WORD_FILES)))

function split(text: string): string[] {
  const words = emptyWords(4)
  splitWords(text, 0, text.length, words)
  return Array.from({ length: words.size }, (_, w) => text.slice(words.start[w], words.end[w]))
}

/** text, and its words parted by '|' */
const tables: Record<string, [text: string, words: string][]> = {
  contractions: [
    ["We don't know.", "We|do|n't|know|."],
    ['They can’t and won’t.', 'They|ca|n’t|and|wo|n’t|.'],
    ["It's Venn's; they're the guards' own.", "It|'s|Venn|'s|;|they|'re|the|guards|'|own|."],
    ['I’d say she’ll go, we’ve said.', 'I|’d|say|she|’ll|go|,|we|’ve|said|.'],
    ['He cannot, they gonna.', 'He|can|not|,|they|gon|na|.'],
    ["ISN'T IT VENN'S?", "IS|N'T|IT|VENN|'S|?"],
    ["O'Marek of L'Anse at 5 o'clock", "O'Marek|of|L'Anse|at|5|o'clock"],
    ["the '90s, the 1990's, 'em", "the|'90s|,|the|1990's|,|'em"],
  ],
  hyphens: [
    ['a well-known, anti-war e-mail', 'a|well|-|known|,|anti-war|e-mail'],
    ['al-Hasan, a 45-year-old re-elected co-founder', 'al|-|Hasan|,|a|45|-|year|-|old|re-elected|co-founder'],
    ['the Venn-Marek talks of mid-July', 'the|Venn|-|Marek|talks|of|mid-July'],
    ['career-wise and U.S.-led', 'career-wise|and|U.S.|-|led'],
    ['two- or three-day', 'two|-|or|three|-|day'],
    ['Almeth--the port -- was shut — for good–bad', 'Almeth|--|the|port|--|was|shut|—|for|good|–|bad'],
    ['th- that', 'th-|that'],
  ],
  numbers: [
    ['1,200 men, 3.5% and $1.2bn', '1,200|men|,|3.5|%|and|$|1.2|bn'],
    ['10km at 6pm on the 5th', '10|km|at|6|pm|on|the|5th'],
    ['7:30PM, 1970s, 4G', '7:30|PM|,|1970s|,|4G'],
    ['03/10/2024 or 5-10 of 1971-1972.', '03/10/2024|or|5|-|10|of|1971|-|1972|.'],
    ['call 713-555-0143 or 555-0143', 'call|713-555-0143|or|555-0143'],
    ['€5 and US$40, +44 or #1', '€|5|and|US|$|40|,|+44|or|#|1'],
    ['.5 of it. 2024.', '.5|of|it|.|2024|.'],
    ['won 2-0 on the F-16', 'won|2|-|0|on|the|F|-|16'],
    ["the year 2008's end", "the|year|2008|'s|end"],
  ],
  abbreviations: [
    ['Gen. Vares met U.S. officials.', 'Gen.|Vares|met|U.S.|officials|.'],
    ['Dr. J. K. Marsden of St. Almeth', 'Dr.|J.|K.|Marsden|of|St.|Almeth'],
    ['at 6 p.m. on Jan. 5, i.e. late', 'at|6|p.m.|on|Jan.|5|,|i.e.|late'],
    ['Almeth Corp. and Port Inc.', 'Almeth|Corp.|and|Port|Inc.'],
    ['It is No. 5. He said no. She left.', 'It|is|No.|5|.|He|said|no|.|She|left|.'],
    ['a Ph.D. from the U.K.', 'a|Ph.D.|from|the|U.K.'],
    ['in the U.S.A today', 'in|the|U.S.A|today'],
    ['etc., etc.', 'etc.|,|etc.'],
    ['He met Mr. and Mrs. Venn.', 'He|met|Mr.|and|Mrs.|Venn|.'],
    ['It was I. They left.', 'It|was|I|.|They|left|.'],
  ],
  addresses: [
    ['See https://almeth.example/a-b?c=1.', 'See|https://almeth.example/a-b?c=1|.'],
    ['(www.almeth.org/port).', '(|www.almeth.org/port|)|.'],
    ['press@almeth.org, or d.venn-x@gov.example.', 'press@almeth.org|,|or|d.venn-x@gov.example|.'],
    ['at almeth.com and in minutes.pdf.', 'at|almeth.com|and|in|minutes.pdf|.'],
    ['It ended.The rest', 'It|ended|.|The|rest'],
    ['@almeth_port and #PortStrike', '@almeth_port|and|#PortStrike'],
    ['a http: b', 'a|http|:|b'],
  ],
  marks: [
    ['"Why?" he asked... "No!!"', '"|Why|?|"|he|asked|...|"|No|!!|"'],
    ['“We won’t,” he said (twice).', '“|We|wo|n’t|,|”|he|said|(|twice|)|.'],
    ["'We have no choice,' said Venn", "'|We|have|no|choice|,|'|said|Venn"],
    ['«Oui», ‘so’', '«|Oui|»|,|‘|so|’'],
    ['and/or AT&T, R&D', 'and|/|or|AT&T|,|R&D'],
    ['[1] * one • two ***', '[|1|]|*|one|•|two|***'],
    ['well :) good:)', 'well|:)|good|:)'],
    ["''so''", "''|so|''"],
    ['What?! Yes…', 'What|?!|Yes|…'],
  ],
  scripts: [
    ['Łódź, Mérida and São', 'Łódź|,|Mérida|and|São'],
    ['e\u0301tat d\u2019e\u0301te\u0301', 'e\u0301tat|d\u2019e\u0301te\u0301'],
    ['\u202bالميناء\u202c مغلق', 'الميناء|مغلق'],
    [
      'go\u{1F680}now \u{1F468}\u200d\u{1F469}\u200d\u{1F467}!',
      'go|\u{1F680}|now|\u{1F468}\u200d\u{1F469}\u200d\u{1F467}|!',
    ],
    ['\u{1F44D}\u{1F3FD} \u{1F1E6}\u{1F1F4}', '\u{1F44D}\u{1F3FD}|\u{1F1E6}\u{1F1F4}'],
    ['a\u00a0b\u200bc\ufeffd', 'a|b|c|d'],
    ['\u{1D7D0} or \u{1D7D0}\u{1D7D1}km', '\u{1D7D0}|or|\u{1D7D0}\u{1D7D1}|km'],
    ['\u{1D400}\u{1D401} x', '\u{1D400}\u{1D401}|x'],
  ],
}

describe('splitWords', () => {
  for (const [name, table] of Object.entries(tables)) {
    it.each(table)(`${name}: %s`, (text, words) => {
      expect(split(text).join('|')).toBe(words)
    })
  }

  it('finds nothing in nothing', () => {
    for (const text of ['', ' ', '\r\n\t', '\u200e\u200f']) expect(split(text)).toEqual([])
  })

  it('splits only what lies between from and to', () => {
    const words = emptyWords(1)
    splitWords('one two three', 4, 9, words)
    expect([...words.start.slice(0, words.size)]).toEqual([4, 8])
    expect([...words.end.slice(0, words.size)]).toEqual([7, 9])
  })
})
