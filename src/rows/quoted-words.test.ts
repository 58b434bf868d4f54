import { expect, test } from 'vitest'
import { recordOf, statementOf } from '../record/fixture.ts'
import { quotedWords } from './quoted-words.ts'
import { rowsOf } from './rows-of.ts'

/** The quoted words of a statement whose content are these words of a text. */
function found(text: string, quotation: 'direct' | 'mixed' | 'indirect', ...words: string[]) {
  const spans = words.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length }))
  const quoted = quotation === 'mixed' ? { quoted: spans } : {}
  const content = quotation === 'mixed' ? [{ start: 0, end: text.length }] : spans
  const [row] = rowsOf(recordOf({ text, statements: [statementOf({ content, quotation, ...quoted })] })).statements
  const answer = quotedWords(row)
  // the words stand where the spans say
  if (answer) expect(answer.spans.map(({ start, end }) => text.slice(start, end)).join(' … ')).toBe(answer.text)
  return answer?.text
}

test.each<[string, 'direct' | 'mixed' | 'indirect', string[], string | undefined]>([
  ['“We stay,” Marek said.', 'direct', ['“We stay,”'], 'We stay'],
  ['"We stay", Marek said. "All of us."', 'direct', ['"We stay"', '"All of us."'], 'We stay … All of us.'],
  ['‘We stay,’ Marek said.', 'direct', ['‘We stay,’'], 'We stay'],
  [`"'We had some issues,'" he said.`, 'direct', [`"'We had some issues,'"`], 'We had some issues'],
  ['“The port is the dockers’” he said.', 'direct', ['“The port is the dockers’”'], 'The port is the dockers’'],
  [`"'Tis over," he said.`, 'direct', [`"'Tis over,"`], "'Tis over"],
  ['He called it “old … and broken”.', 'mixed', ['“old … and broken”'], 'old … and broken'],
  ['“We stay, he said.', 'direct', ['“We stay'], 'We stay'],
  ['He said “”.', 'mixed', ['“”'], undefined],
  ['He said that it was over.', 'indirect', ['it was over'], undefined],
])('%s', (text, quotation, words, expected) => expect(found(text, quotation, ...words)).toBe(expected))
