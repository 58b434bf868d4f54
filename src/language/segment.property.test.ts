import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openResources } from '../open-resources.ts'
import { openSegmenter, SEGMENT_FILES, type Segments } from './segment.ts'
import { LONGEST_SENTENCE } from './sentences.ts'

const segment = openSegmenter(await openResources(undefined, SEGMENT_FILES))

const odd = [
  'The',
  'port',
  'U.S.',
  'Gen.',
  "don't",
  'al-Hasan',
  '3.5',
  '10km',
  '$',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '(',
  ')',
  '.',
  '...',
  '!?',
  ',',
  ' ',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '\u00a0',
  '\u200b',
  '\u200f',
  '\u202b',
  '\u202c',
  'e\u0301',
  '\u0301',
  '\u{1F680}',
  '\u{1F468}\u200d\u{1F469}',
  '\u{1F1E6}\u{1F1F4}',
  '\ud83d',
  '\udc00',
  'مرحبا',
  '港口',
  '-',
  '--',
  '@',
  'a@b.org',
  'http://',
  'www.',
  '/',
  '&',
  '#',
  '_',
  '\u00ad',
  '\ufe0f',
  '\t',
  'x'.repeat(50),
  '1'.repeat(50),
]
const texts = fc.oneof(
  fc.array(fc.constantFrom(...odd), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

/** what must hold of any text */
function check(text: string, found: Segments): void {
  const { size, start, end, sentence, sentences, paragraphs } = found
  let last = 0
  for (let w = 0; w < size; w++) {
    if (start[w] < last || end[w] <= start[w] || end[w] > text.length) throw new Error(`word ${w} is out of place`)
    if (/\S/u.test(text.slice(last, start[w]).replace(/[\s\p{Z}\p{C}]/gu, '')))
      throw new Error(`lost text before word ${w}`)
    last = end[w]
    const { from, to, paragraph } = sentences[sentence[w]]
    if (w < from || w >= to) throw new Error(`word ${w} is not in its sentence`)
    if (start[w] < paragraphs[paragraph].start || end[w] > paragraphs[paragraph].end)
      throw new Error('not in its paragraph')
  }
  if (text.slice(last).replace(/[\s\p{Z}\p{C}]/gu, '') !== '') throw new Error('lost text at the end')
  let next = 0
  for (const { from, to } of sentences) {
    if (from !== next || to <= from || to - from > LONGEST_SENTENCE) throw new Error('sentences do not join')
    next = to
  }
  if (next !== size) throw new Error('words outside sentences')
}

const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')

describe('segments of any text', () => {
  it('cover everything that can be seen, in order, once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        check(text, segment(text))
      }),
      { numRuns: 600 },
    )
  })

  it('never split a surrogate pair, nor an accent from its letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { size, start, end } = segment(text)
        for (let w = 0; w < size; w++) {
          expect(splitsPair(text, start[w]) || splitsPair(text, end[w]), JSON.stringify(text)).toBe(false)
          const accented = /^\p{Mn}/u.test(text.slice(end[w])) && /[\p{L}\p{N}]$/u.test(text.slice(start[w], end[w]))
          expect(accented, JSON.stringify(text)).toBe(false)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('are the same every time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(segment(text)).toEqual(segment(text))
      }),
    )
  })

  it('bear an empty text', () => {
    expect(segment('')).toMatchObject({ size: 0, sentences: [], paragraphs: [] })
  })

  it.each([
    ['one letter', 'a'],
    ['stops', 'a.'],
    ['single letters with stops', 'A. '],
    ['hyphens', 'a-'],
    ['digits and hyphens', '1-'],
    ['digits and commas', '1,'],
    ['apostrophes', "'"],
    ['clitics', "a's"],
    ['signs of mail', 'a@'],
    ['addresses', 'www.a('],
    ['brackets', '(['],
    ['quotation marks', '“"‘'],
    ['emoji', '\u{1F468}\u200d'],
    ['accents', '\u0301'],
    ['spaces', ' '],
    ['lines', 'a\n'],
    ['words', 'The port of Almeth was shut and '],
    ['sentences', 'Venn said so. '],
  ])(
    'are linear in a long line of %s',
    (name, unit) => {
      const length = name === 'words' ? 1_000_000 : 300_000
      const text = unit.repeat(Math.ceil(length / unit.length))
      const began = process.cpuUsage()
      check(text, segment(text))
      expect(process.cpuUsage(began).user / 1e6, 'seconds').toBeLessThan(8)
    },
    60_000,
  )
})
