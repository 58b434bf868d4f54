/**
 * An add in a process of its own, for tests that end it: `node add-child.fixture.js REPORTS RECORDS DESK`. Records are made beforehand,
 * so that it is at work at once; each batch takes its time, as reading does.
 */
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { takeReports } from '../intake/take.ts'
import { addReports } from './add.ts'
import { openDesk } from './open.ts'

const [reports, records, file] = process.argv.slice(2)
const known = new Map(Object.entries(JSON.parse(readFileSync(records, 'utf8')) as { [id: string]: object }))
const desk = openDesk(file, { create: true })

/** Says when it is at work. */
async function* sources() {
  let begun = false
  for await (const taken of takeReports([reports], { now: () => '2025-03-14T08:00:00Z' })) {
    if (!begun) process.stdout.write('begun\n')
    begun = true
    yield taken
  }
}

await addReports(desk, sources(), {
  threads: 1,
  read: async (batch) => {
    await setTimeout(40)
    return batch.map(({ id }) => ({ json: JSON.stringify(known.get(id)) }))
  },
})
desk.close()
