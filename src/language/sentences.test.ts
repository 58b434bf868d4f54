import { describe, expect, it } from 'vitest'
import { openResources } from '../open-resources.ts'
import { openSegmenter, SEGMENT_FILES } from './segment.ts'
import { LONGEST_SENTENCE, walkParagraph } from './sentences.ts'
import { TABLE_BITS } from './sentences-features.ts'
import { readSentenceModel, writeSentenceModel } from './sentences-model.ts'
import { describeWords } from './sentences-shape.ts'

const segment = openSegmenter(await openResources(undefined, SEGMENT_FILES))

function sentences(text: string): string[] {
  const { start, end, sentences } = segment(text)
  return sentences.map(({ from, to }) => text.slice(start[from], end[to - 1]))
}

/** sentences of one paragraph each, parted here by ' / ' and in the text by a space */
const tables: Record<string, string[]> = {
  'initials and titles': [
    'Gen. Qassem Vares met U.S. officials on Thursday. / He left at night.',
    'It was signed by J. K. Marsden and Prof. Ilse Marek. / Nobody else came.',
    'Lt. Col. D. Venn, 45, of Almeth Corp. said No. 5 was closed. / He gave no reason.',
    'They met on Sunday in Almeth. / Mr. and Mrs. Venn were there.',
  ],
  datelines: [
    'DOHA, Oct 3 (Agency) — The talks went on until Friday. / No deal was made.',
    'ALMETH, Varlonia (KNA) - A bridge fell on Monday. / Two people were hurt.',
    'KESTRIA, March 4 -- The minister of ports quit. / His deputy took over.',
  ],
  'quotation marks': [
    '“We will not go back,” he said. / “They know it.” / The talks went on.',
    '"Why did they go?" he asked. / "Nobody told us!"',
    "'We have no choice,' said Marek. / 'None at all.' / She left.",
    '«It is over.» / They left for the port.',
    'He said: “The port is shut.” / Then he left.',
    '"It is over," said Venn. / "We won." / He smiled.',
    'The boats came at noon. / " We will wait. " / He left the hall.',
    'She said, " We will wait . " / Venn added, " The gate is shut. "',
    "'' We stay . '' / The talks went on.",
  ],
  brackets: [
    'The port (closed since 2019) will open in May. / The union agreed.',
    'Prices rose 3.5% to $1.2bn, i.e. more than in Jan. 2020. / They fell later.',
    'The union (it has 4,000 members) agreed. / (Its rival did not.) / Work began on Monday.',
  ],
  'stops that serve twice': [
    'They flew to the U.S. / The president stayed.',
    'It was sold to Venn Inc. / The price was low.',
    'The U.S. Senate met on Friday. / U.S. Treasury officials agreed.',
    'The hall was shut at 6 p.m. / It was empty.',
  ],
  numbers: ['It lost 3.5 points to 1,200.4. / In May it rose.', 'The vote was 52 to 48. / Five did not vote.'],
}

describe('sentences of news', () => {
  for (const [name, table] of Object.entries(tables)) {
    it.each(table)(`${name}: %s`, (marked) => {
      const expected = marked.split(' / ')
      expect(sentences(expected.join(' '))).toEqual(expected)
    })
  }

  it('ends a sentence with its paragraph: headlines, bylines, bullets, credits', () => {
    const lines = [
      'Minister quits over port strike',
      'By Ilse Marek',
      'ALMETH, March 4 (KNA) - The minister of ports quit on Tuesday.',
      '• Strike began in May',
      '- Port closed in June',
      '(Reporting by Ilse Marek; Editing by Dario Venn)',
    ]
    for (const newline of ['\n', '\r\n', '\n\n'])
      expect(sentences(lines.join(newline)), JSON.stringify(newline)).toEqual(lines)
  })

  it('takes paragraphs that open a quotation again without having closed it', () => {
    const lines = ['“We were told of it on Monday.', '“And on Tuesday it was over,” he added.', 'He left.']
    expect(sentences(lines.join('\n\n'))).toEqual(lines)
  })

  it.each([
    'Venn met Gen. Vares in Almeth',
    'The U.S. government and the U.N. mission in St. Almeth agreed.',
    'Shares of Almeth Corp. fell by 4.5 percent to $3.20 on Friday.',
    'She asked, “Who is it?” and left.',
    'It was the port of Almeth vs. a bridge at Kestria.',
    'The ministers of Varlonia, Kestria, etc., were there.',
  ])('is one sentence: %s', (text) => {
    expect(sentences(text)).toEqual([text])
  })
})

describe('known failures', () => {
  it.fails.each([
    [
      "a company's ending that also ends a short sentence",
      'He works for Almeth Corp. / He said so. / The U.S. Senate met.',
    ],
    [
      'so many abbreviations that a true stop looks like one more',
      'They met at 6 p.m. on Sunday in St. Almeth. / Mr. and Mrs. Venn were there.',
    ],
  ])('%s', (_, marked) => {
    const expected = marked.split(' / ')
    expect(sentences(expected.join(' '))).toEqual(expected)
  })
})

describe('walkParagraph', () => {
  const text = 'w '.repeat(1000).trim()
  const offsets = Int32Array.from({ length: 1000 }, (_, w) => 2 * w)
  const words = describeWords(
    text,
    offsets,
    offsets.map((start) => start + 1),
  )
  const walk = (score: (w: number) => number, to = 1000): [number, number][] => {
    const found: [number, number][] = []
    walkParagraph(
      words,
      { from: 0, to },
      (_, __, w) => score(w),
      (from, end) => found.push([from, end]),
    )
    return found
  }

  it('ends a sentence where the score is above nothing, and at the end', () => {
    expect(walk((w) => (w === 4 || w === 7 ? 1 : -1), 12)).toEqual([
      [0, 5],
      [5, 8],
      [8, 12],
    ])
  })

  it('cuts a sentence that is too long where it best ends', () => {
    const found = walk((w) => (w === 200 ? -1 : -2))
    expect(found[0]).toEqual([0, 201])
    for (const [from, to] of found) expect(to - from).toBeLessThanOrEqual(LONGEST_SENTENCE)
    expect(found.at(-1)?.[1]).toBe(1000)
  })

  it('leaves an empty paragraph alone', () => {
    expect(walk(() => 1, 0)).toEqual([])
  })
})

describe('the model file', () => {
  const weights = Int8Array.from({ length: 1 << TABLE_BITS }, (_, w) => (w % 255) - 127)

  it('comes back as it was written', () => {
    const model = readSentenceModel(writeSentenceModel({ weights, threshold: -4 }))
    expect(model.threshold).toBe(-4)
    expect(model.weights.every((weight, w) => weight === weights[w])).toBe(true)
  })

  it('is refused where it does not fit the code', () => {
    const file = writeSentenceModel({ weights, threshold: 0 })
    expect(() => readSentenceModel(file.subarray(0, file.length - 1))).toThrow(/train it again/)
    expect(() => readSentenceModel(new Uint8Array(100))).toThrow(/not a sentence model/)
  })
})
