import { type Next, pick } from '../shape-texts.ts'

/** What is put into texts: what parsers, encoders and people trip over. */
const MONSTERS = [
  '\0',
  '\ud83d',
  '\ude00',
  '\ufeff',
  '\u202e',
  '\u2028',
  '\u0301',
  '😀',
  '👩‍👩‍👧‍👦',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  '\u00a0',
  '\u200b',
  '\x1b[31m',
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '»',
  '((((',
  '))))',
  '[',
  '…',
  '—',
  '--',
  ',',
  ';',
  '.',
  '...',
  '!?',
  '31 February 2024',
  '99:99',
  '0000-00-00',
  '10^30',
  'hundred million',
  '-1',
  'NaN',
  '2024-W99',
  'the 30th of the last',
  'Fri, 32 Foo 2024',
  'said that',
  'told',
  'according to',
  'denied',
  'not',
  'killed',
  'who said who said',
  'he',
  'they',
  'A. B. C.',
  '<p>',
  '</div>',
  '<!--',
  ']]>',
  '&nbsp;',
  '&#xd800;',
  '<script>',
  'https://example.org/?a=b',
  'a@b.c',
  '{"a":',
  "';--",
  '=1+1',
  'सरकार',
  '总统',
  'الرئيس',
  'ประธาน',
  'İ',
  'ß',
  'ﬁ',
  'Ω',
] as const

const slice = (next: Next, text: string, most: number): [number, number] => {
  const from = next(text.length + 1)
  return [from, Math.min(text.length, from + next(most) + 1)]
}

/** Each changes a text in its own way. */
const changes: readonly ((text: string, next: Next) => string)[] = [
  (text, next) => put(text, next(text.length + 1), pick(next, MONSTERS)),
  (text, next) => put(text, next(text.length + 1), pick(next, MONSTERS).repeat(1 + next(400))),
  (text, next) => put(text, next(text.length + 1), String.fromCharCode(next(0x10000))),
  (text, next) => cut(text, ...slice(next, text, 200)),
  (text, next) => cut(text, ...slice(next, text, 3)),
  (text, next) => twice(text, ...slice(next, text, 300)),
  (text, next) =>
    text.replaceAll(pick(next, [' ', '.', ',', '\n', '"', '“', '”']), pick(next, ['', ' ', '\n', '.', '”', '“'])),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => [...text].reverse().join(''),
  (text) => text.normalize('NFD'),
  (text, next) => text.slice(0, next(text.length + 1)),
  (text, next) => text.slice(next(text.length + 1)),
  (text, next) => `${pick(next, ['date 2024-10-03', 'Title: x', 'published: never', 'date 2024-99-99'])}\n${text}`,
]

const put = (text: string, at: number, what: string) => text.slice(0, at) + what + text.slice(at)
const cut = (text: string, from: number, to: number) => text.slice(0, from) + text.slice(to)
const twice = (text: string, from: number, to: number) => text.slice(0, to) + text.slice(from)

/** The text after one to `most` changes, drawn. */
export function mutated(text: string, next: Next, most = 3): string {
  let changed = text
  for (let n = 1 + next(most); n > 0; n--) changed = pick(next, changes)(changed, next)
  return changed.slice(0, 20_000)
}

/** Bytes after some changes: bits turned, stretches cut out, doubled, or made of other bytes. */
export function mutatedBytes(bytes: Uint8Array, next: Next): Uint8Array {
  let changed = Buffer.from(bytes)
  for (let n = 1 + next(6); n > 0; n--) {
    const from = next(changed.length + 1)
    const to = Math.min(changed.length, from + 1 + next(pick(next, [2, 40, 4000])))
    const kind = next(4)
    if (kind === 0 && from < changed.length) changed[from] = next(256)
    else if (kind === 1) changed = Buffer.concat([changed.subarray(0, from), changed.subarray(to)])
    else if (kind === 2) changed = Buffer.concat([changed.subarray(0, to), changed.subarray(from)])
    else changed = Buffer.concat([changed.subarray(0, from), Buffer.from(pick(next, MONSTERS)), changed.subarray(from)])
  }
  return changed
}
