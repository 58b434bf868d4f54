import { expect, test } from 'vitest'
import { agree } from './agree.ts'
import type { Name, NameKind } from './types.ts'

/** Words parted by spaces; names as 'from-to kind confidence'. */
function agreed(text: string, names: string[]): string[] {
  const form = text.split(' ')
  const words = {
    form,
    lower: form.map((f) => f.toLowerCase()),
    sentence: new Int32Array(form.length),
    size: form.length,
  }
  const given = names.map((line): Name => {
    const [span, kind, confidence] = line.split(' ')
    const [from, to] = span.split('-').map(Number)
    return { from, to, kind: kind as NameKind, confidence: Number(confidence) }
  })
  return agree(words, given).map(({ from, to, kind }) => `${from}-${to} ${kind}`)
}

test.each<[string, string, string[], string[]]>([
  [
    'a last name alone is the person of the full name',
    'Ilse Marek left . Marek returned',
    ['0-2 person 0.9', '4-5 place 0.5'],
    ['0-2 person', '4-5 person'],
  ],
  [
    'an unsure name takes the kind of the others',
    'Almeth fell . Almeth burned . Almeth slept',
    ['0-1 place 0.9', '3-4 organization 0.4', '6-7 place 0.9'],
    ['0-1 place', '3-4 place', '6-7 place'],
  ],
  [
    'a sure name keeps its kind',
    'Venn spoke . Venn is a town',
    ['0-1 person 0.99', '3-4 place 0.99'],
    ['0-1 person', '3-4 place'],
  ],
  [
    'a name that was passed over is seen',
    'Kestria gained . Kestria lost . Kestria won',
    ['0-1 place 0.9', '3-4 place 0.9'],
    ['0-1 place', '3-4 place', '6-7 place'],
  ],
  [
    'small letters are no name',
    'Port Authority ruled . Port Authority paid . the port authority',
    ['0-2 organization 0.9', '4-6 organization 0.9'],
    ['0-2 organization', '4-6 organization'],
  ],
  ['one mention alone does not make the others seen', 'May spoke . May came', ['0-1 person 0.9'], ['0-1 person']],
  ['dates are let alone', 'March began . March ended', ['0-1 date 0.9', '3-4 person 0.3'], ['0-1 date', '3-4 person']],
])('%s', (_name, text, names, expected) => {
  expect(agreed(text, names)).toEqual(expected)
})

test('what is given is not changed, and no words give no names', () => {
  expect(agreed('', [])).toEqual([])
})
