import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachLine, wholeLines } from './lines.ts'

const utf8 = new TextEncoder()
const decoder = new TextDecoder()

async function* stream(pieces: readonly Uint8Array[]) {
  yield* pieces
}

/** Every line with its number; null for one that was too long. */
async function lines(pieces: readonly Uint8Array[], longest?: number): Promise<[number, string | null][]> {
  const found: [number, string | null][] = []
  for await (const { bytes, first, tooLong } of wholeLines(stream(pieces), longest)) {
    let number = first
    if (tooLong) found.push([number, null])
    else for (const line of eachLine(bytes)) found.push([number++, decoder.decode(line)])
  }
  return found
}

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\nb', ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['\n\na\n', ['', '', 'a']],
])('lines of %j', async (text, expected) => {
  expect(await lines([utf8.encode(text)])).toEqual(expected.map((line, n) => [n + 1, line]))
})

test('the same lines come out, however the bytes are cut into pieces', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'é', '🙂', ' '), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.integer({ min: 1, max: 9 })), async (texts, cuts) => {
      const bytes = utf8.encode(texts.map((text) => `${text}\n`).join(''))
      const pieces: Uint8Array[] = []
      for (let at = 0, cut = 0; at < bytes.length; cut++) {
        const size = cuts[cut % Math.max(1, cuts.length)] ?? 5
        pieces.push(bytes.subarray(at, at + size))
        at += size
      }
      expect(await lines(pieces)).toEqual(texts.map((text, n) => [n + 1, text]))
    }),
  )
})

test.each([[['12345678901\n', 'b\n']], [['1234567', '89012', '34\nb\n']], [['1234567', '8901234', '\nb', '\n']]])(
  'a line that is too long is let go, and the next is there: %j',
  async (pieces) => {
    expect(
      await lines(
        pieces.map((piece) => utf8.encode(piece)),
        10,
      ),
    ).toEqual([
      [1, null],
      [2, 'b'],
    ])
  },
)

test('a last line that is too long is answered too', async () => {
  expect(
    await lines(
      ['a\n1234567', '89012'].map((piece) => utf8.encode(piece)),
      10,
    ),
  ).toEqual([
    [1, 'a'],
    [2, null],
  ])
})
