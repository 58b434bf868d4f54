/**
 * Trains every model again, in the order in which they rest on each other:
 *
 *   npm run train -- --corpora DIR --vectors FILE.json [--only lemmas,sentences,network,punctuation,pronouns,sectors,statements,events] [--labels FILE] [--cues FILE]
 *
 * DIR holds the corpora that the cards in models/ name; FILE.json is the word vectors' file (see vectors.ts). Both may stand in
 * the environment as ONRECORD_CORPORA and ONRECORD_VECTORS. --labels and --cues name what the teacher says of events and of cues in reports that nobody marked; without them, the teacher
 * makes these files first (Python, see training/teacher/README.md).
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
    cues: { type: 'string', default: '' },
    only: { type: 'string', default: 'lemmas,sentences,network,punctuation,pronouns,sectors,statements,events' },
  },
})
const { corpora, vectors } = values
if (!corpora) throw new TypeError('--corpora DIR (or ONRECORD_CORPORA) must name the folder of the corpora')

/** By model: what the teacher says, and the program that makes it. */
const labels: { [name: string]: { file: string; by: string } } = {
  events: { file: values.labels || path.join('.cache', 'labels.jsonl'), by: 'training/teacher/events.py' },
  statements: { file: values.cues || path.join('.cache', 'cues.jsonl'), by: 'training/teacher/statements.py' },
}

/** Each program with its arguments. */
const programs: { [name: string]: string[] } = {
  lemmas: ['training/lemmas.ts', corpora],
  sentences: ['training/sentences.ts', corpora],
  network: ['training/network/train.ts', '--corpora', corpora, '--vectors', vectors],
  punctuation: ['training/punctuation.ts', corpora],
  pronouns: ['training/pronouns.ts', corpora],
  sectors: ['training/sectors.ts', corpora],
  statements: ['training/statements/train.ts', corpora, '--taught', labels.statements.file],
  events: ['training/events/train.ts', corpora, '--taught', labels.events.file],
}

for (const name of values.only.split(',')) {
  const program = programs[name]
  if (!program) throw new RangeError(`--only knows ${Object.keys(programs).join(', ')}, not '${name}'`)
  if (labels[name] && !fs.existsSync(labels[name].file)) {
    const { file, by } = labels[name]
    fs.mkdirSync(path.dirname(file), { recursive: true })
    run('python3', [by, 'label', '--corpora', corpora, '--out', file])
  }
  console.log(`${name}: ${program.join(' ')}`)
  run(process.execPath, ['--max-old-space-size=14000', '--import', 'tsx', ...program])
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
