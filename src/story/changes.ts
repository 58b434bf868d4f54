import type { Compared, Telling } from './compare.ts'
import type { LaidReport } from './lay-out.ts'

/** Something that changed in a story with a report of it. */
export interface Change {
  kind: 'first-told' | 'second-origin' | 'denied' | 'toll' | 'corrected' | 'told-anew'
  report: string
  at?: string
  /** in words */
  says: string
  /** the same in a few words, for a picture */
  label: string
  happening?: string
}

const TOLLS = ['killed', 'injured', 'arrested'] as const

/**
 * How a story changed, report by report: first told, told by a second origin, denied, with another toll, corrected, and told anew at the same address.
 *
 * @param reports the first published first
 */
export function changesOf(reports: readonly LaidReport[], happenings: readonly Compared[]): Change[] {
  const changes: Change[] = []
  const place = new Map(reports.map(({ id }, n) => [id, n]))
  const put = (kind: Change['kind'], report: string, says: string, label: string, happening?: string) => {
    const at = reports[place.get(report) as number].published
    changes.push({
      kind,
      report,
      ...(at !== undefined && { at }),
      says,
      label,
      ...(happening !== undefined && { happening }),
    })
  }
  const [first] = reports
  if (!first) return changes
  put('first-told', first.id, `first told, from ${first.origin.name}`, `first told: ${first.origin.name}`)
  const second = reports.find(({ origin }) => origin.name !== first.origin.name)
  if (second)
    put('second-origin', second.id, `a second origin: ${second.origin.name}`, `second origin: ${second.origin.name}`)
  for (const report of reports) {
    if (report.corrects !== undefined) {
      put('corrected', report.id, `corrects ${report.corrects}: the same report with another text`, 'corrected')
      continue
    }
    const before = reports.find(({ url, id }) => url !== undefined && url === report.url && id !== report.id)
    if (before && (place.get(before.id) as number) < (place.get(report.id) as number))
      put(
        'told-anew',
        report.id,
        `the report at ${report.url} was taken again with other words`,
        'taken again, other words',
      )
  }
  const inOrder = (tellings: readonly Telling[]) =>
    [...tellings].sort((a, b) => (place.get(a.report) as number) - (place.get(b.report) as number))
  for (const { id, tellings } of happenings) {
    const ordered = inOrder(tellings)
    const isDenied = ({ status }: Telling) => status === 'denied' || status === 'not-happened'
    const denial = ordered.find(isDenied)
    if (denial && ordered.some((telling) => !isDenied(telling) && telling.status === 'happened')) {
      const by = denial.word.at(-1)?.speaker ?? 'the report itself'
      put('denied', denial.report, `“${denial.words}” is denied by ${by}`, `denied by ${by}`, id)
    }
    for (const field of TOLLS) {
      let last: number | undefined
      for (const telling of ordered) {
        const value = telling[field]
        if (value === undefined || isDenied(telling)) continue
        if (last !== undefined && value !== last)
          put('toll', telling.report, `${field}: ${value}, after ${last}`, `${value} ${field}, after ${last}`, id)
        last = value
      }
    }
  }
  const order = (change: Change) => place.get(change.report) as number
  return changes.sort((a, b) => order(a) - order(b))
}
