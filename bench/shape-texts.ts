import { seeded } from '../src/seeded.ts'

/** Texts that are no report, by name: each a function of its length in characters. The same length gives the same text. */
export const shapes: Readonly<Record<string, (length: number) => string>> = {
  'random short letters': (n) => drawn(n, (next) => letters(next, 1 + next(4))),
  'random words': (n) => drawn(n, (next) => letters(next, 1 + next(12))),
  'random capitals': (n) => drawn(n, (next) => letters(next, 1 + next(6)).toUpperCase()),
  'random ASCII': (n) => drawn(n, (next) => String.fromCharCode(33 + next(94)), ''),
  'random characters': (n) => drawn(n, (next) => String.fromCharCode(0x20 + next(0xd7e0)), ''),
  'one word a sentence': (n) => drawn(n, (next) => `${capital(letters(next, 3 + next(5)))}.`),
  'one letter words': repeated('a '),
  'one letter, no blank': repeated('a'),
  'one capital letter': repeated('A '),
  'upper case': (n) => prose(n).toUpperCase(),
  'lower case, no stops': (n) =>
    prose(n)
      .toLowerCase()
      .replace(/[^a-z ]/g, ' '),
  'no blanks': (n) => prose(2 * n).replace(/\s/g, ''),
  'a word a line': (n) => prose(n).replace(/\s+/g, '\n'),
  'a word a paragraph': (n) => prose(n / 2).replace(/\s+/g, '\n\n'),
  'spelled backwards': (n) => [...prose(n)].reverse().join(''),
  'letters apart': (n) => [...prose(n / 2)].join(' '),
  'pairs of quotation marks': repeated('“”'),
  'opening quotation marks': repeated('“'),
  'straight quotation marks': repeated('"'),
  'quotation marks apart': repeated('" '),
  'nested quotation marks': (n) => balanced(n, '“a ', '”'),
  'words in quotation marks': repeated('“no” '),
  apostrophes: repeated("'"),
  'brackets open': repeated('('),
  'square brackets open': repeated('['),
  'nested brackets': (n) => balanced(n, '(a ', ')'),
  emoji: repeated('😀'),
  'families of emoji': repeated('👩‍👩‍👧‍👦 '),
  'combining marks': repeated('e\u0301\u0302\u0303'),
  'combining marks alone': repeated('\u0301'),
  commas: repeated(','),
  'words and commas': repeated('guard, '),
  'full stops': repeated('. '),
  'full stops together': repeated('.'),
  dashes: repeated('— '),
  'hyphened word': repeated('port-'),
  ampersands: repeated('&'),
  slashes: repeated('and/or/'),
  'line breaks': repeated('\n'),
  blanks: repeated(' '),
  NUL: repeated('\0'),
  'lone surrogates': repeated('\ud83d '),
  'no-break blanks': repeated('\u00a0guard'),
  'names after names': (n) => drawn(n, (next) => capital(letters(next, 4 + next(5)))),
  'names and commas': (n) => drawn(n, (next) => `${capital(letters(next, 5))} ${capital(letters(next, 6))},`),
  'one name': repeated('Ilse Marek '),
  titles: repeated('President Prime Minister General '),
  initials: repeated('A. B. '),
  pronouns: repeated('he said she said they said it '),
  'said, no stop': repeated('said Venn told police killed '),
  'chains of attribution': repeated('Marek said that Venn said that '),
  killed: repeated('killed '),
  'who killed': repeated('the man who killed '),
  'and attacked': repeated('attacked Kestria and '),
  that: repeated('that '),
  'of the': repeated('of the '),
  because: repeated('Kestria attacked because '),
  'number words': repeated('hundred thousand million '),
  digits: repeated('9'),
  numbers: (n) => drawn(n, (next) => `${next(100_000)}`),
  dates: repeated('3 October 2024 '),
  months: repeated('March May '),
  weekdays: repeated('Monday on Tuesday '),
  'times and dashes': repeated('10:30-11:45 '),
  'last of last': repeated('the last week of the '),
  years: repeated('in 2024 '),
  'table of scores': (n) =>
    drawn(n, (next) => `${capital(letters(next, 6))} ${next(5)} ${capital(letters(next, 6))} ${next(5)}`),
  markup: repeated('<p class="a">guard</p>'),
  address: (n) => `https://example.org/${'a/'.repeat(n / 2)}`.slice(0, n),
  addresses: repeated('https://example.org/a?b=c '),
  'e-mail': repeated('desk@example.org '),
  JSON: repeated('{"a":['),
  Devanagari: repeated('सरकार ने कहा कि '),
  Chinese: repeated('总统周二表示'),
  Arabic: repeated('قال الرئيس '),
  Thai: repeated('ประธานาธิบดีกล่าวว่า'),
  'Greek capitals': repeated('ΑΛΜΕΘ '),
  'full width': (n) =>
    [...prose(n)].map((c) => (c > ' ' && c < '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join(''),
  'bidi marks': repeated('\u202eguard\u202c '),
  'zero-width blanks': repeated('gu\u200bard '),
  'soft hyphens': repeated('gu\u00adard '),
  'header lines': repeated('date 2024-10-03\n'),
  'keys and values': repeated('Title: guard\n'),
  bullets: repeated('• guard\n'),
  datelines: repeated('ALMETH, Oct 3 (KNA) — '),
  ellipses: repeated('guard… '),
  'sentences all alike': repeated('Kestria attacked Almeth on Monday. '),
  'quoted sentences all alike': repeated('“We will wait,” Ilse Marek said. '),
  'quotations in quotations': (n) => balanced(n, '“Marek said: ‘Venn told us: ', '’ ” '),
  'quotations never closed': repeated('Marek said: “We will wait, '),
  'a quotation over paragraphs': repeated('“We will wait for Almeth.\n\n'),
  'people who meet': (n) =>
    drawn(n, (next) => `${twoNames(next)} met ${twoNames(next)} in ${capital(letters(next, 7))} on Monday.`),
  'people who say': (n) =>
    drawn(n, (next) => `${twoNames(next)} said that ${twoNames(next)} had left ${capital(letters(next, 7))}.`),
  'one sentence of guards and': repeated('the guard and the minister and '),
  'one sentence of deeds and': repeated('the army attacked the port and the police arrested a man and '),
  'a list of people': (n) => `They are ${drawn(n, (next) => `${twoNames(next)},`)}`.slice(0, n),
  'a list of people and': (n) => drawn(n, (next) => `${twoNames(next)} and`),
  'people by title': (n) =>
    drawn(n, (next) => `Minister ${capital(letters(next, 7))} told General ${capital(letters(next, 6))}.`),
  'bodies with short names': (n) =>
    drawn(n, (next) => `${twoNames(next)} Union (${letters(next, 4).toUpperCase()}) said no.`),
  'one family': (n) =>
    drawn(n, (next) => `${capital(letters(next, 5))} Marek told Marek that ${capital(letters(next, 5))} had won.`),
  'he said': repeated('He said he would go. '),
  'he and she': repeated('He told her that she knew him and his brother. '),
  'they alone': repeated('They left. '),
  'the minister': repeated('The minister said the president had met the army chief. '),
  'killed and wounded': repeated('Troops killed 40 people and wounded nine in Almeth on Tuesday. '),
  'a toll each': (n) => drawn(n, (next) => `Gunmen killed ${2 + next(900)} people in ${capital(letters(next, 7))}.`),
  'said and said': repeated('Marek said Venn said Reth said '),
  'that he said': repeated('Marek said that he had said that '),
  'according to': repeated('according to Marek, '),
  'days in a sentence': repeated('on Tuesday and on 3 March and in July and '),
  'times in sentences': (n) =>
    drawn(n, (next) => `It was ${1 + next(28)} March ${1900 + next(120)} at ${next(24)}:${10 + next(50)}.`),
  'numbers and units': (n) => drawn(n, (next) => `${next(9000)} people, ${next(90)} percent,`),
  'places in places': (n) =>
    drawn(n, (next) => `in ${capital(letters(next, 6))}, in the province of ${capital(letters(next, 6))},`),
  'relative clauses': repeated('the man who saw the woman who told the guard who '),
  'to have to': repeated('agreed to try to plan to threaten to '),
  'if and if': repeated('if Kestria attacked if Varlonia left '),
  'not and not': repeated('did not deny that he did not say that '),
  'questions and answers': repeated('Q: Did Marek go? A: No, Venn went. '),
  'speakers in lines': repeated('MAREK: We will wait for Venn.\n'),
  'headlines in lines': repeated('Venn Meets Marek In Almeth As Kestria Attacks\n\n'),
  colons: repeated('Marek: Venn: '),
  semicolons: repeated('Marek left; '),
  'possessives in a row': repeated("Marek's brother's "),
  'adjectives in a row': repeated('Kestrian military foreign senior '),
  'nouns in a row': repeated('border police officer peace talks '),
}

/** What shapes are measured against: sentences as they stand in a report, drawn anew for every length. */
export function prose(length: number): string {
  return drawn(length, (next, count) => {
    const who = pick(next, WHO)
    const said = pick(next, SAID)
    const what = pick(next, WHAT)
    const end = count % 5 === 4 ? '\n\n' : ''
    return next(3) === 0
      ? `“We would like to see that ${what},” ${who} ${pick(next, ['told reporters', 'said'])} ${pick(next, WHEN)}.${end}`
      : `${who} ${said} ${pick(next, WHEN)} that ${what} in the ${pick(next, PLACE)} of ${capital(letters(next, 6))}.${end}`
  })
}

const WHO = [
  'Colonel Ilse Marek',
  'President Dario Venn',
  'The foreign minister, Jonas Reth,',
  'A spokeswoman for the harbour police',
  'He',
  'The Kestrian army',
]
const SAID = ['said', 'denied', 'warned', 'told a court', 'announced', 'wrote in a letter']
const WHAT = [
  'the troops had left the border',
  'three guards were killed and nine people wounded',
  'talks would begin in two weeks',
  'nobody had attacked the convoy',
  'the port would stay closed until the strike ended',
  'more than 200 people had been arrested',
]
const WHEN = ['on Tuesday', 'last week', 'on 3 October 2024', 'late on Friday', 'in July']
const PLACE = ['village', 'port', 'town', 'district']

/** Numbers that look drawn, the same every time: an integer below `below`. */
export type Next = (below: number) => number

/** Whole numbers below a bound, from a seed. */
export function drawer(seed: number): Next {
  const next = seeded(seed)
  return (below) => Math.floor(next() * below)
}

export const pick = <T>(next: Next, from: readonly T[]): T => from[next(from.length)]

function drawn(length: number, piece: (next: Next, count: number) => string, between = ' '): string {
  const next = drawer(length)
  const pieces: string[] = []
  for (let size = 0; size < length; size += pieces[pieces.length - 1].length + between.length)
    pieces.push(piece(next, pieces.length))
  return pieces.join(between).slice(0, length)
}

function repeated(piece: string): (length: number) => string {
  return (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}

function balanced(length: number, open: string, close: string): string {
  const deep = Math.floor(length / (open.length + close.length))
  return open.repeat(deep) + close.repeat(deep)
}

const letters = (next: Next, count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(97 + next(26))).join('')

const twoNames = (next: Next): string => `${capital(letters(next, 5))} ${capital(letters(next, 6))}`

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1)
