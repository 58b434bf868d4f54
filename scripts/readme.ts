/** Writes the report and the record that stand side by side in README.md, from a run: `npm run readme`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { showRecord } from '../src/cli/show/record.ts'
import { plain } from '../src/cli/show/terminal.ts'
import { openReader } from '../src/open.ts'

const root = new URL('../', import.meta.url)
const text = readFileSync(new URL('docs/first-report.txt', root), 'utf8').trim()
const reader = await openReader()
const record = showRecord(reader.read({ id: 'first-report', text }), plain(60))
const rows = record.slice(record.indexOf('Statements'), record.indexOf('Entities')).trim()

/** A cell of a table that holds Markdown: empty lines part it from the HTML. */
const cell = (shown: string) => `<td valign="top">\n\n\`\`\`text\n${shown}\n\`\`\`\n\n</td>`
const sides = `<table>
<tr><th>the report</th><th>what <code>onrecord read</code> prints of it (entities, times and notes follow)</th></tr>
<tr>${cell(wrapped(text, 44))}${cell(rows)}</tr>
</table>`

const readme = new URL('README.md', root)
const page = readFileSync(readme, 'utf8')
writeFileSync(
  readme,
  page.replace(/(<!-- sides[^>]*-->\n)[\s\S]*?(<!-- \/sides -->)/, (_all, a, b) => `${a}${sides}\n${b}`),
)

/** The text with its paragraphs broken at a width. */
function wrapped(whole: string, width: number): string {
  const line = new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g')
  return whole
    .split('\n')
    .map((paragraph) => paragraph.replace(line, '$1\n').trimEnd())
    .join('\n')
}
