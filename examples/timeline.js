/**
 * Prints the events of some reports by day: when, what, by whom, towards whom. Events without a day are left out.
 *
 *   node examples/timeline.js examples/*.txt
 */
import { readFileSync } from 'node:fs'
import { openReader } from 'onrecord'

const reader = await openReader()
const rows = []

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const { times, events } = reader.read({ id: file, text })
  const days = new Map(times.map(({ id, value }) => [id, value]))
  const who = (roles) => roles.map(({ start, end }) => text.slice(start, end)).join(', ') || '-'
  for (const { when, type, status, actors, recipients } of events) {
    const day = days.get(when)
    if (/^\d{4}-\d\d-\d\d/.test(day ?? '')) rows.push([day, type, status, who(actors), who(recipients)])
  }
}

for (const row of rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) console.log(row.join('\t'))
