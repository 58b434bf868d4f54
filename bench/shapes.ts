/**
 * Reads texts that are no report (one letter, quotation marks, names without end, ...), at several lengths, and prints how much
 * processor time each takes a character, against prose of the same length.
 *
 *   npx tsx bench/shapes.ts [--lengths 2000,20000,200000] [--only WORD] [--most 20]
 *
 * Exit status 1 where a shape takes more than `--most` times what prose takes.
 */
import { parseArgs } from 'node:util'
import { openStopwatch, processorTime, type Stopwatch } from './measure.ts'
import { prose, shapes } from './shape-texts.ts'

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '2000,20000,200000' },
    only: { type: 'string', default: '' },
    most: { type: 'string', default: '20' },
  },
})
const watch = await openStopwatch()
const most = Number(values.most)
for (let n = 0; n < 20; n++) watch.reader.read({ id: 'warm', text: prose(20_000) })

for (const length of values.lengths.split(',').map(Number)) {
  const usual = perCharacter(watch, prose(length))
  console.log(`\n${length} characters; prose takes ${usual.all.toFixed(1)} µs a character\n`)
  console.log('| shape | µs a character | times prose | most of it in |\n| --- | --- | --- | --- |')
  const rows = Object.entries(shapes)
    .filter(([name]) => name.includes(values.only))
    .map(([name, shape]) => ({ name, ...measured(name, shape(length)) }))
    .sort((a, b) => b.all - a.all)
  for (const { name, all, stage } of rows) {
    const times = all / usual.all
    console.log(`| ${name} | ${all.toFixed(1)} | ${times.toFixed(1)} | ${stage} |`)
    if (times > most) process.exitCode = 1
  }
}

/** The same, with a word on the way to who waits. */
function measured(name: string, text: string) {
  const found = perCharacter(watch, text)
  process.stderr.write(`${name}: ${found.all.toFixed(1)}\n`)
  return found
}

/** Processor time in µs a character: the least of three readings, fewer where one takes long. */
function perCharacter({ reader, spent }: Stopwatch, text: string): { all: number; stage: string } {
  let best = { all: Number.POSITIVE_INFINITY, stage: '' }
  let sum = 0
  for (let n = 0; n < 3 && sum < 2_000; n++) {
    spent.clear()
    const begun = processorTime()
    reader.read({ id: 'shape', text })
    const took = processorTime() - begun
    sum += took
    if (took * 1000 >= best.all * text.length) continue
    const [slowest] = [...spent].sort(([, a], [, b]) => b - a)
    best = { all: (took * 1000) / text.length, stage: `${slowest[0]} ${Math.round((100 * slowest[1]) / took)} %` }
  }
  return best
}
