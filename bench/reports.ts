import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportInput } from '../src/record/report.ts'

const EXAMPLES = new URL('../examples/', import.meta.url)

/**
 * Reports to measure on: the JSONL file that is named, else `wire.jsonl` of the folder ONRECORD_CORPORA, else the examples,
 * many times over.
 */
export function benchReports(file: string | undefined): { name: string; reports: ReportInput[] } {
  const corpora = process.env['ONRECORD_CORPORA']
  const wire = corpora === undefined ? undefined : join(corpora, 'wire.jsonl')
  const path = file ?? (wire !== undefined && existsSync(wire) ? wire : undefined)
  if (path !== undefined) return { name: path.replace(/^.*\//, ''), reports: readLines(path) }
  const reports = Array.from({ length: 50 }, () => exampleReports()).flat()
  return { name: 'examples, 50 times', reports: reports.map((report, n) => ({ ...report, id: `${n}` })) }
}

/** The six reports in `examples/`. */
export function exampleReports(): ReportInput[] {
  return readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ id: name.replace(/\.txt$/, ''), text: readFileSync(new URL(name, EXAMPLES), 'utf8') }))
}

function readLines(path: string): ReportInput[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as ReportInput)
}
