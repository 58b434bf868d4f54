/**
 * Trains every model again, in the order in which they rest on each other:
 *
 *   npm run train -- --corpora DIR --vectors FILE.json [--only lemmas,sentences,network,punctuation,pronouns,sectors,statements,events] [--labels FILE]
 *
 * DIR holds the corpora that the cards in models/ name; FILE.json is the word vectors' file (see vectors.ts). Both may stand in
 * the environment as ONRECORD_CORPORA and ONRECORD_VECTORS. --labels names what the teacher says of reports that nobody marked; without it, the teacher
 * makes that file first (Python, see training/teacher/README.md).
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: process.env.ONRECORD_CORPORA ?? '' },
    vectors: { type: 'string', default: process.env.ONRECORD_VECTORS ?? '' },
    labels: { type: 'string', default: '' },
    only: { type: 'string', default: 'lemmas,sentences,network,punctuation,pronouns,sectors,statements,events' },
  },
})
const { corpora, vectors } = values
if (!corpora) throw new TypeError('--corpora DIR (or ONRECORD_CORPORA) must name the folder of the corpora')

const labels = values.labels || path.join('.cache', 'labels.jsonl')

/** Each program with its arguments. */
const programs: { [name: string]: string[] } = {
  lemmas: ['training/lemmas.ts', corpora],
  sentences: ['training/sentences.ts', corpora],
  network: ['training/network/train.ts', '--corpora', corpora, '--vectors', vectors],
  punctuation: ['training/punctuation.ts', corpora],
  pronouns: ['training/pronouns.ts', corpora],
  sectors: ['training/sectors.ts', corpora],
  statements: ['training/statements/train.ts', corpora],
  events: ['training/events/train.ts', corpora, '--taught', labels],
}

for (const name of values.only.split(',')) {
  const program = programs[name]
  if (!program) throw new RangeError(`--only knows ${Object.keys(programs).join(', ')}, not '${name}'`)
  if (name === 'events' && !fs.existsSync(labels)) {
    fs.mkdirSync(path.dirname(labels), { recursive: true })
    run('python3', ['training/teacher/events.py', 'label', '--corpora', corpora, '--out', labels])
  }
  console.log(`${name}: ${program.join(' ')}`)
  run(process.execPath, ['--max-old-space-size=14000', '--import', 'tsx', ...program])
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
