import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openLists } from '../lists.ts'
import { findQuotations } from './find-quotations.ts'

const { elisions } = openLists({ bytes: () => new Uint8Array(), text: (path) => readFileSync(path, 'utf8') })

/** Paragraphs are the lines of the text. */
function quoted(text: string): string[] {
  let at = 0
  const paragraphs = text.split('\n').map((line) => {
    const span = { start: at, end: at + line.length }
    at += line.length + 1
    return span
  })
  return findQuotations(text, paragraphs, elisions).map((q) => {
    const signs = `${q.closed ? '' : ' open'}${q.inner ? ' inner' : ''}${q.continues >= 0 ? ` <${q.continues}` : ''}`
    return text.slice(q.start, q.end) + signs
  })
}

const cases: [string, string[]][] = [
  ['', []],
  ['No marks at all.', []],
  ['“The port is open,” Marek said.', ['“The port is open,”']],
  ['"The port is open," Marek said.', ['"The port is open,"']],
  ["''The port is open,'' Marek said.", ["''The port is open,''"]],
  ['``The port is open,’’ Marek said.', ['``The port is open,’’']],
  ['«The port is open», Marek said.', ['«The port is open»']],
  ['„The port is open“, Marek said.', ['„The port is open“']],
  ["'The port is open,' Marek said.", ["'The port is open,'"]],
  ['‘The port is open,’ Marek said.', ['‘The port is open,’']],
  ['“The port,” she said, “is open.”', ['“The port,”', '“is open.”']],
  ['"The port," she said, "is open."', ['"The port,"', '"is open."']],
  ['He spoke of “empty promises”.', ['“empty promises”']],
  ['She said: "He told me \'never\' and left."', ['"He told me \'never\' and left."', "'never' inner"]],
  ['“He told me ‘never’ and left,” she said.', ['“He told me ‘never’ and left,”', '‘never’ inner']],
  ["Marek's ship, the crews' tents and the '90s", []],
  ["They don't know; it's Kestria's.", []],
  ['Kestria’s army and the crews’ tents', []],
  ["'It is the crews' fault,' he said.", ["'It is the crews' fault,'"]],
  ['‘It is the crews’ fault,’ he said.', ['‘It is the crews’ fault,’']],
  ["“Get 'em out,” he said.", ["“Get 'em out,”"]],
  ['He is 6\'2" tall and laid a 12" pipe.', []],
  ['"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']],
  ['“Never closed, he said.\nNext one.', ['“Never closed, he said. open']],
  ['“One.\n“Two.\n“Three.”', ['“One. open', '“Two. open <0', '“Three.” <1']],
  ['"One.\n"Two."', ['"One. open', '"Two." <0']],
  ['“One.\nTwo without a mark,” he said.', ['“One. open', 'Two without a mark,” <0']],
  ['“One.”\n“Two.”', ['“One.”', '“Two.”']],
  ['"First left open. "Second."', ['"First left open.  open', '"Second."']],
  ['(“in brackets”) and—"after a dash"—too', ['“in brackets”', '"after a dash"']],
  ['“𝒜 ship,” he said, “é.”', ['“𝒜 ship,”', '“é.”']],
  ["rock 'n' roll", []],
  ['" We stay. " She said, " We wait. "', ['" We stay. "', '" We wait. "']],
  ["`` We stay, '' she said. `` We wait. ''", ["`` We stay, ''", "`` We wait. ''"]],
  ["``We stay,'' she said. ``We wait.''", ["``We stay,''", "``We wait.''"]],
  ['Marek said : " We stay . "', ['" We stay . "']],
  ['"We stay." "We go," she said.', ['"We stay."', '"We go,"']],
]

describe('findQuotations', () => {
  it.each(cases)('%j', (text, expected) => expect(quoted(text), text).toEqual(expected))

  it('reads a megabyte on one line', () => {
    const text = '“Go, ‘now’, the crews’ 6\'2" ” '.repeat(35_000)
    const found = findQuotations(text, [{ start: 0, end: text.length }])
    expect(found.filter(({ inner }) => !inner)).toHaveLength(35_000)
  })
})
