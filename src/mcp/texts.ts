import type { OpenedDesk } from '../desk/open.ts'

/** The text of a report of a desk, by its id. */
export type TextOf = (report: string) => string | undefined

/** Texts of a desk; the one asked for last stays at hand, because rows of a report mostly follow each other. */
export function textsOf({ db }: OpenedDesk): TextOf {
  const select = db.prepare<[string], string>('SELECT text FROM reports WHERE id = ?').pluck()
  let last: { report: string; text: string } | undefined
  return (report) => {
    if (last?.report === report) return last.text
    const text = select.get(report)
    if (text !== undefined) last = { report, text }
    return text
  }
}
