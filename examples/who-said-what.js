/**
 * Prints every statement of a report as speaker, cue and content, parted by tabs.
 *
 *   node examples/who-said-what.js examples/summit.txt
 */
import { readFileSync } from 'node:fs'
import { openReader } from 'onrecord'

const [file] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const reader = await openReader()
const record = reader.read({ id: file, text })

const names = new Map(record.entities.map(({ id, name }) => [id, name]))
const words = (span) => (span ? text.slice(span.start, span.end).replace(/\s+/g, ' ') : '')

for (const { source, speaker, cue, content } of record.statements) {
  const who = names.get(speaker) ?? words(source)
  console.log([who, words(cue), content.map(words).join(' ... ')].join('\t'))
}
