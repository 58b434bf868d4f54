/**
 * Measures how many rows a second the table formats write.
 *
 *   npx tsx --expose-gc bench/export.ts [DESK.db] [--rows N]
 *
 * Rows are those of the examples, over and over (100,000 where --rows is left out): this is the writing alone. With a desk, the same of
 * its own rows: reading them is then part of it. Nothing goes to a disk. Times are processor time, each the less of two passes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openDesk } from '../src/desk/open.ts'
import { exportDesk, type ReadDesk } from '../src/export/export-desk.ts'
import { batched } from '../src/export/save.ts'
import { openReader } from '../src/open.ts'
import type { RowOf } from '../src/rows/rows.ts'
import { rowsOf } from '../src/rows/rows-of.ts'
import { processorTime } from './measure.ts'

const { values, positionals } = parseArgs({ options: { rows: { type: 'string' } }, allowPositionals: true })
const wanted = Number(values.rows ?? 100_000)

console.log('| rows | format | rows a second | MB | most memory, MB |\n| --- | --- | --- | --- | --- |')
tables('in memory', await exampleDesk(wanted))
if (positionals[0] !== undefined) {
  const desk = openDesk(positionals[0], { readonly: true })
  tables('of the desk', desk)
  desk.close()
}

function tables(where: string, desk: ReadDesk): void {
  for (const list of ['statements', 'events'] as const)
    for (const format of ['csv', 'jsonl', 'parquet'] as const) measure(`${list}, ${where}`, desk, list, format)
}

function measure(
  what: string,
  desk: ReadDesk,
  list: 'statements' | 'events',
  format: 'csv' | 'jsonl' | 'parquet',
): void {
  const passes = [pass(desk, list, format), pass(desk, list, format)].sort((a, b) => a.seconds - b.seconds)
  const [{ rows, seconds, bytes }] = passes
  const memory = Math.round(Math.max(...passes.map((pass) => pass.memory)) / 1e6)
  console.log(`| ${what} | ${format} | ${Math.round(rows / seconds)} | ${(bytes / 1e6).toFixed(1)} | ${memory} |`)
}

interface Pass {
  rows: number
  seconds: number
  bytes: number
  memory: number
}

function pass(desk: ReadDesk, list: 'statements' | 'events', format: 'csv' | 'jsonl' | 'parquet'): Pass {
  globalThis.gc?.()
  let rows = 0
  const counting: ReadDesk = {
    record: (report) => desk.record(report),
    decidedRecord: (report) => desk.decidedRecord(report),
    *all(query) {
      for (const row of desk.all(query)) {
        rows++
        yield row
      }
    },
  }
  let bytes = 0
  let memory = 0
  const began = processorTime()
  for (const piece of batched(exportDesk(counting, { list, format }))) {
    bytes += piece.length
    memory = Math.max(memory, process.memoryUsage.rss())
  }
  return { rows, seconds: (processorTime() - began) / 1000, bytes, memory }
}

/** A desk that gives the examples' rows over and over. */
async function exampleDesk(count: number): Promise<ReadDesk> {
  const folder = new URL('../examples/', import.meta.url)
  const reader = await openReader()
  const records = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((id) => reader.read({ id, text: readFileSync(new URL(id, folder), 'utf8') }))
  const rows = {
    statements: records.flatMap((of) => rowsOf(of).statements),
    events: records.flatMap((of) => rowsOf(of).events),
  }
  return {
    record: () => undefined,
    decidedRecord: () => undefined,
    *all<L extends keyof RowOf>({ list }: { list: L }): Generator<RowOf[L]> {
      const of = rows[list as 'statements' | 'events'] as unknown as RowOf[L][]
      for (let n = 0; n < count; n++) yield of[n % of.length]
    },
  }
}
