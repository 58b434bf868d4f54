/**
 * Prints every event of some reports with its status and on whose word it stands: the report's own, or somebody's.
 *
 *   node examples/on-whose-word.js examples/border-clash.txt examples/flood.txt
 */
import { readFileSync } from 'node:fs'
import { openReader } from 'onrecord'

const reader = await openReader()

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const { entities, statements, events } = reader.read({ id: file, text })
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const said = new Map(statements.map((statement) => [statement.id, statement]))

  /** Everyone who stands between the reader of the report and what is told. */
  const chain = (id) => {
    const statement = said.get(id)
    if (!statement) return ['the report']
    const { source, speaker, within } = statement
    const who = names.get(speaker) ?? (source ? text.slice(source.start, source.end) : 'nobody named')
    return within ? [who, ...chain(within)] : [who]
  }

  for (const { type, trigger, status, word } of events)
    console.log(
      [file, type, text.slice(trigger.start, trigger.end), status, chain(word.statement).join(' < ')].join('\t'),
    )
}
