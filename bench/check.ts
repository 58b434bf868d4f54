/**
 * Reads every report of a JSONL file, twice, and checks every record: no crash, no broken span, the same record both times.
 *
 *   npx tsx bench/check.ts [REPORTS.jsonl]
 *
 * Prints what is wrong with each report and a summary; exit status 1 where anything is.
 */
import { openReader } from '../src/open.ts'
import { checkRecord } from '../src/record/check.ts'
import type { ReportInput } from '../src/record/report.ts'
import { benchReports } from './reports.ts'

const reader = await openReader()
const { name, reports } = benchReports(process.argv[2])
const found = { entities: 0, times: 0, places: 0, statements: 0, events: 0, links: 0, notes: 0 }
let bad = 0

for (const report of reports) {
  const problems = problemsOf(report)
  if (problems.length === 0) continue
  bad++
  for (const problem of problems.slice(0, 5)) console.log(`${report.id}\t${problem}`)
}
console.log(`${name}: ${reports.length} reports, ${bad} with problems`)
console.log(
  Object.entries(found)
    .map(([kind, rows]) => `${rows} ${kind}`)
    .join(', '),
)
process.exitCode = bad > 0 ? 1 : 0

function problemsOf(report: ReportInput): string[] {
  try {
    const record = reader.read(report)
    for (const kind of Object.keys(found) as (keyof typeof found)[]) found[kind] += record[kind].length
    const problems = checkRecord(record, { strict: true }).map(
      ({ code, path, message }) => `${code}\t${path}\t${message}`,
    )
    if (JSON.stringify(reader.read(report)) !== JSON.stringify(record)) problems.push('another record the second time')
    return problems
  } catch (error) {
    return [`crash\t${(error as Error).stack?.split('\n').slice(0, 3).join(' ') ?? error}`]
  }
}
