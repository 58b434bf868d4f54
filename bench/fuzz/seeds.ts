import { shapes } from '../shape-texts.ts'

const SAID = 'President Dario Venn said on Tuesday that Kestria had shelled the port of Almeth.'
const DENIED =
  '“Nobody fired,” Colonel Ilse Marek told reporters in Tessaly. She denied that three guards had been killed.'
const BOTH = `${SAID} ${DENIED}`

/** Within a report, as much of a shape as made reading slow or wrong before. */
const amid = (name: string, length: number) => `${SAID}\n\n${shapes[name](length)}\n\n${DENIED}`

/**
 * Reports that reading once broke on, or took very long over: by name. What is put into them is the kind of thing that did it; the words are
 * the project's own.
 */
export const seeds: Readonly<Record<string, string>> = {
  'half an emoji, cut off a teaser': `Thanks all \ud83d… ${BOTH}`,
  'the other half of an emoji': `\ude00${BOTH}`,
  'half an emoji at the end': `${BOTH} \ud83d`,
  'halves in the wrong order': `${SAID} \ude00\ud83d ${DENIED}`,
  'half an emoji beside a whole one': `${SAID} \ud83d😀\ude00 ${DENIED}`,
  'half an emoji in a name': 'President Dario Ve\ud83dnn said on Tuesday that Kes\ude00tria had fired.',
  'half an emoji in a quotation': '“We shall \ud83d answer,” Colonel Ilse Marek told reporters.',
  'characters that are none': `${SAID} \ufffe\uffff\ufffd ${DENIED}`,
  'NUL in words': BOTH.replaceAll('e', 'e\0'),
  'commands to a terminal': 'Colonel \x1b[31mIlse\x9b2J Marek\x1b]0;x\x07 said that Kestria had fired.',
  'formulas of a spreadsheet': `=1+1 said Venn;=cmd said Marek. ${BOTH}`,
  'right to left': `\u202e${SAID}\u202c \u2067${DENIED}\u2069`,
  'letters and marks apart': BOTH.normalize('NFD').replace(/[aeiou]/g, '$&\u0301'),
  'line breaks of all kinds': BOTH.replaceAll(' ', '\u0085').replaceAll('.', '.\r\u2028\u2029\n\r'),
  'an emoji after every word': BOTH.replaceAll(' ', ' 😀 '),
  'spelled backwards': [...BOTH.repeat(8)].reverse().join(''),
  'the same, thirty times': BOTH.repeat(30),
  'a word of ten thousand letters': `${SAID} ${'abc'.repeat(3334)} ${DENIED}`,
  'a quotation in a quotation, sixty deep': `${'“Venn said: ‘Marek told us: '.repeat(30)}no${'’”'.repeat(30)}`,
  'brackets sixty deep': `${SAID} ${'(who said '.repeat(60)}no${')'.repeat(60)} ${DENIED}`,
  'headers upon headers': `${'date 2024-10-03\nTitle: Guns fall silent\n'.repeat(40)}${BOTH}`,
  'a header with a day that is none': `date 2024-02-31\n${BOTH}`,
  'a header with a year that is none': `date 0000-01-01\n${BOTH}`,
  'dates and times that are none': `${SAID} It was 23:59:60 on 31 February 2024, 99:99 on 0000-00-00, 2024-10-03T09:00:00+99:99, Fri, 32 Foo 2024.`,
  'numbers that are none': 'Kestria killed 10^30, -1, NaN, 1e999 and 9'.concat(
    '9'.repeat(400),
    ' people in Almeth on Tuesday.',
  ),
  'numbers in words without end': `Kestria killed ${'hundred thousand million '.repeat(200)}people in Almeth.`,
  'a list of the same guid': '[["guid","http://almeth.example/"],'.repeat(40),
  'words of the prototype': 'constructor told __proto__ that hasOwnProperty had killed toString in valueOf on Tuesday.',
  'one sentence without a stop': 'said Venn told police killed '.repeat(60),
  'nothing but said': 'said '.repeat(300),
  'a squad of names': amid('names after names', 3000),
  'letters that a scanner made': amid('random short letters', 2000),
  'pairs of quotation marks': amid('pairs of quotation marks', 2000),
  'a row of emoji': amid('emoji', 1000),
  'a row of brackets': amid('brackets open', 2000),
  'a row of straight marks': amid('straight quotation marks', 3000),
  'a row of letters': amid('one letter words', 2000),
  'a table of scores': amid('table of scores', 3000),
  'Hindi without a stop': amid('Devanagari', 2000),
  'a row of ampersands': amid('ampersands', 4000),
  'a row of square brackets': amid('square brackets open', 2000),
  'half emoji in a row': amid('lone surrogates', 600),
}
