import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleReports } from '../bench/reports.ts'
import { sharedReader } from './fixture.ts'
import { openReader } from './open.ts'
import type { OpenedReader, Stage } from './read.ts'
import { checkRecord } from './record/check.ts'
import { wellFormed } from './record/well-formed.ts'

let reader: OpenedReader
beforeAll(async () => {
  reader = await sharedReader
})

/** Reads a text and holds that the record is sound, tells of this very text with halves of characters replaced, and comes out the same again. */
function readSoundly(text: string, published?: string) {
  const report = { id: 'r', text, ...(published && { published }) }
  const record = reader.read(report)
  expect(checkRecord(record, { strict: true })).toEqual([])
  expect(record.report.text).toBe(wellFormed(text))
  expect(JSON.stringify(reader.read(report))).toBe(JSON.stringify(record))
  return record
}

const family = '👩\u200d👩\u200d👧'
const nested = '“‘“‘«“‘'

describe('odd texts are read soundly', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \t\r\n\u00a0\u2003\u3000\n\n'],
    ['one letter', 'a'],
    ['one mark', '“'],
    ['emoji', `President Venn 🙂 said ${family}: “We 🇻🇨 won’t fire 🚀 on Tuesday 🙂.”🙂`],
    ['half of an emoji', 'Venn said \ud83d on Tuesday that \udc00 Kestria fired.'],
    ['combining accents', 'Pre\u0301sident Zo\u0308e Ve\u0301nn sa\u0300id on Tue\u0301sday: “No\u0308.”'],
    ['CRLF', 'Venn said:\r\n\r\n“We shall answer.”\r\n\r\nHe left Almeth on Tuesday.\r\n'],
    ['lone CR', 'Venn said:\r“We shall answer.”\rHe left.\r'],
    ['right-to-left marks', 'Venn \u200fsaid\u200e that \u202eKestria\u202c had \u2067fired\u2069 on Tuesday.'],
    ['Arabic and Hebrew words', 'Venn said “السلام” and “שלום” to reporters in Almeth on Tuesday.'],
    ['a quotation never closed', '“We shall answer, Venn said on Tuesday. Kestria denied it. Nobody spoke.'],
    ['a quotation never opened', 'We shall answer,” Venn said. “ ” ” “ Kestria denied it.'],
    ['nested quotations', `${nested} Venn said, “Marek told me, ‘He said, “Fire!”’,” he added.`],
    ['quotations over paragraphs', '“We waited,” Venn said.\n\n“We waited long.\n\n“We wait no more.'],
    ['only marks', '“”‘’«»"\'"\'…—–-.,;:!?()[]{}'],
    ['a byte order mark inside', 'Venn \ufeffsaid that Kestria fired.'],
    ['NUL and controls', 'Venn\u0000 said\u0007 that\u001b[31m Kestria\u009f fired.'],
    ['zero-width characters', 'Ve\u200bnn sa\u200cid th\u2060at Kes\u00adtria fired.'],
    ['no spaces', 'VennsaidonTuesdaythatKestriahadfiredatAlmeth'],
    ['capitals', 'VENN SAID ON TUESDAY THAT KESTRIA HAD FIRED'],
    ['another script', '文总统星期二说，边境已经关闭。“我们不会开火，”他补充道。'],
    ['words of the prototype', 'constructor said that __proto__ told toString on Tuesday. hasOwnProperty denied it.'],
    ['a header alone', 'date 2024-10-03'],
    ['a header and nothing', 'Date: 2024-10-03\r\n\r\n'],
    ['numbers', '1,234.5 2024 10/10/2024 3-4 $5 €6m 7% 8°C No. 9 1/2 ½ ٣ 四'],
  ])('%s', (_what, text) => {
    readSoundly(text, '2024-10-03')
    readSoundly(text)
  })
})

/** Stretches that reports are made of, and what spoils them. */
const stretches = [
  'President Dario Venn said ',
  'she told reporters on Tuesday that ',
  'Kestria had killed three guards at Almeth',
  'according to Colonel Ilse Marek, ',
  'would meet the Kestrian leader in July',
  'denied that ',
  'if they were united, ',
  'He added: ',
  'the port of Almeth ',
  'two days later ',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '«',
  '»',
  '. ',
  ', ',
  ' — ',
  ' (',
  ') ',
  '\n\n',
  '\n',
  '\r\n\r\n',
  '\u2028',
  '🙂',
  family,
  '\ud83d',
  '\u0301',
  '\u200f',
  '\u202e',
  '\u00a0',
  '\u0000',
  'date 2024-10-03 ',
]

test('whatever is put together is read soundly', () => {
  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...stretches) },
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      readSoundly(pieces.join(''), '2024-10-03')
    }),
    { numRuns: 300, seed: 20241003 },
  )
})

test('a line of a quarter of a megabyte is read soundly, in time', () => {
  const sentence =
    'Venn said on Tuesday that “Kestria fired on Almeth”. The port was closed, and ships waited at sea 🙂 for two days. '
  const text = sentence.repeat(Math.ceil(250_000 / sentence.length))
  const record = reader.read({ id: 'r', text, published: '2024-10-03' })
  expect(checkRecord(record, { strict: true })).toEqual([])
}, 300_000)

test.each([
  ['one word of a megabyte', 'a'.repeat(1_000_000)],
  ['a hundred thousand opening marks', '“'.repeat(100_000)],
  ['a megabyte of line breaks', '\n'.repeat(1_000_000)],
  ['a megabyte of digits', '1'.repeat(1_000_000)],
])(
  '%s is read soundly, in time',
  (_what, text) => {
    const record = reader.read({ id: 'r', text })
    expect(checkRecord(record, { strict: true })).toEqual([])
  },
  120_000,
)

test.each(exampleReports().map(({ id, text }) => [id, text]))('the example %s is read soundly', (_id, text) => {
  const record = readSoundly(text)
  expect(record.report.language).toBe('en')
  expect(record.report.published).toMatch(/^2025-\d\d-\d\d$/)
  // a flood is nobody's act: few events stand beside it
  for (const rows of ['statements', 'events', 'entities', 'times'] as const)
    expect(record[rows].length, rows).toBeGreaterThan(rows === 'events' ? 1 : 2)
})

describe('what a call gives, and what a header gives', () => {
  test('the header gives what the call leaves out, and is not read as part of the report', () => {
    const record = readSoundly('Title: Guns fall silent\ndate 2024-10-03 Venn left on Tuesday.')
    expect(record.report).toMatchObject({ published: '2024-10-03', title: 'Guns fall silent' })
    expect(record.times.map(({ value }) => value)).toEqual(['2024-10-01'])
    expect(record.notes.map(({ code }) => code)).toContain('published-from-header')
  })

  test('the call goes before the header', () => {
    const record = readSoundly('date 2024-10-03 Venn left on Tuesday.', '2024-11-07')
    expect(record.report.published).toBe('2024-11-07')
    expect(record.notes.map(({ code }) => code)).not.toContain('published-from-header')
  })

  test('without a date, times are found and a note says so', () => {
    const record = readSoundly('Venn left on Tuesday.')
    expect(record.times).toHaveLength(1)
    expect(record.notes.map(({ code }) => code)).toContain('no-published-date')
  })
})

describe('wrong calls throw and name what is wrong', () => {
  test.each([
    [undefined, /a report is an object: give \{ id/],
    ['Venn left.', /a report is an object: .* not string/],
    [{ id: 'r', text: 'a', publised: '2024-10-03' }, /knows no 'publised' \(did you mean 'published'\?\)/],
    [{ id: 'r', text: 'a', date: '2024-10-03' }, /knows no 'date'; it knows id, text, published/],
    [{ text: 'a' }, /report\.id/],
    [{ id: '', text: 'a' }, /report\.id/],
    [{ id: 'r' }, /report\.text/],
    [{ id: 'r', text: 'a', published: 'Tuesday' }, /report\.published .*'Tuesday'/],
    [{ id: 'r', text: 'a', published: '2024-02-31' }, /report\.published/],
    [{ id: 'r', text: 'a', published: 20241003 }, /report\.published/],
    [{ id: 'r', text: 'a', title: 7 }, /report\.title/],
  ])('%j', (report, message) => {
    expect(() => reader.read(report as never)).toThrow(TypeError)
    expect(() => reader.read(report as never)).toThrow(
      expect.objectContaining({ code: 'bad-argument', message: expect.stringMatching(message) }),
    )
  })
})

test('a text that is longer than is read is refused', () => {
  const text = 'a'.repeat(4_000_001)
  for (const call of [() => reader.read({ id: 'r', text }), () => reader.parse(text)])
    expect(call).toThrow(expect.objectContaining({ name: 'RangeError', code: 'input-too-large' }))
})

test('every stage is handed to the observer, in order', async () => {
  const stages: Stage[] = []
  const watched = await openReader({
    observe: (stage, run) => {
      stages.push(stage)
      return run()
    },
  })
  const text = 'Venn left on Tuesday.'
  expect(watched.read({ id: 'r', text })).toEqual(reader.read({ id: 'r', text }))
  expect(stages).toEqual(['header', 'language', 'time', 'entity', 'statement', 'event'])
})

test('a reader says what it reads with, and puts it into the record', () => {
  const { version, models, codebook } = reader
  expect(reader.read({ id: 'r', text: '' }).reader).toEqual({ version, models, codebook })
  expect(Object.keys(models).length).toBeGreaterThan(0)
})

describe('what is said does not change who says it', () => {
  /** Rows as 'speaker: content (quotation, not told so)'. */
  const said = (text: string): string[] => {
    const { statements, entities } = reader.read({ id: 'q', text })
    return statements.map(({ speaker, content, quotation, negated, to }) => {
      const name = entities.find(({ id }) => id === speaker)?.name ?? 'nobody'
      const told = to.map((id) => entities.find((each) => each.id === id)?.name)
      const words = content.map(({ start, end }) => text.slice(start, end)).join(' ... ')
      return `${name}: ${words} (${[quotation, ...(negated ? ['not'] : []), ...told].join(', ')})`
    })
  }
  test.each([
    ['“No reason,” said Ilse Marek.', ['Ilse Marek: “No reason,” (direct)']],
    ['“No plates, no flags,” a guard said.', ['a guard: “No plates, no flags,” (direct)']],
    ['“Two shots. No warning,” said a jobless man.', ['a jobless man: “Two shots. No warning,” (direct)']],
    ["“The port is shut, isn't it?” said Pavel Ruhl.", ["Pavel Ruhl: “The port is shut, isn't it?” (direct)"]],
    ['Ilse Marek never said that the port was shut.', ['Ilse Marek: that the port was shut (indirect, not)']],
    ['" The port is shut, " said Jonas Reth.', ['Jonas Reth: " The port is shut, " (direct)']],
    ["`` The port is shut, '' said Rosa Venner.", ["Rosa Venner: `` The port is shut, '' (direct)"]],
    ['Ilse Marek said : " We found three shells . "', ['Ilse Marek: " We found three shells . " (direct)']],
    [
      'Pavel Ruhl said: "We lost two of ours." "It was a mistake," Ilse Marek told reporters.',
      ['Pavel Ruhl: "We lost two of ours." (direct)', 'Ilse Marek: "It was a mistake," (direct, reporters)'],
    ],
    [
      'Pavel Ruhl left.\n\n“The gates are shut at noon.\n\n“The guards help people,” Ilse Marek said.',
      ['Ilse Marek: “The gates are shut at noon. (direct)', 'Ilse Marek: “The guards help people,” (direct)'],
    ],
    [
      '“They hit us,” said a nurse who asked not to be named.',
      ['a nurse: “They hit us,” (direct)', 'a nurse: not to be named (indirect)'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

test.each([
  'On Tuesday Ilse Marek said that the port was shut.',
  'Last week Ilse Marek denied the claim.',
  'Last night Ilse Marek, a nurse, said that the ward was full.',
  'Late on Thursday Ilse Marek told reporters that two men had died.',
])('a time before the name is no part of the source: %s', (text) => {
  const [{ source }] = reader.read({ id: 'q', published: '2025-03-14', text }).statements
  expect(text.slice(source?.start, source?.end)).toMatch(/^Ilse Marek/)
})

test.each([
  ['Sgt Ilse Marek said the road was open.', 'Ilse Marek', 'MIL'],
  ['Det Supt Jonas Reth said the hunt went on.', 'Jonas Reth', 'COP'],
])('a rank without a stop gives its sector: %s', (text, name, sector) => {
  const [entity] = reader.read({ id: 'q', text }).entities
  expect(entity.name.endsWith(name)).toBe(true)
  expect(entity.code?.sectors).toEqual([sector])
})
