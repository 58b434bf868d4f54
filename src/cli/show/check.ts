import type { Record as NewsRecord, Span } from '../../record/types.ts'
import type { CheckRow } from '../../story/check/index.ts'
import { isFine, sayRow } from '../../story/check/say-row.ts'
import { type StyledPiece, shown, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'

/** A checked draft for people: its paragraphs that quote, and under each a line for every quotation and statement in it. */
export function showCheck({ report }: NewsRecord, rows: readonly CheckRow[], terminal: Terminal): string {
  const { text } = report
  const counts = new Map<string, number>()
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const said = [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ') || 'nothing quoted or attributed'
  const head = `${terminal.paint(look.heading, shown(report.id))}  ${said}\n\n`
  const paragraphs: string[] = []
  for (let at = 0; at < rows.length; ) {
    const start = text.lastIndexOf('\n', rows[at].start) + 1
    const stop = text.indexOf('\n', rows[at].start)
    const end = stop < 0 ? text.length : stop
    const inside = rows.slice(at).filter((row) => row.start < end)
    paragraphs.push(showParagraph(text, { start, end }, inside, terminal))
    at += inside.length
  }
  return head + paragraphs.map((paragraph) => `${paragraph}\n`).join('')
}

function showParagraph(text: string, { start, end }: Span, rows: readonly CheckRow[], terminal: Terminal): string {
  const pieces: StyledPiece[] = []
  let from = start
  for (const row of rows) {
    if (row.start < from) continue
    // whole words with their marks, since the layout parts pieces by a blank
    const first = Math.max(from, row.start - (/\S*$/.exec(text.slice(start, row.start))?.[0].length ?? 0))
    const last = Math.min(end, row.end + (/^\S*/.exec(text.slice(row.end, end))?.[0].length ?? 0))
    pieces.push({ text: text.slice(from, first) })
    pieces.push({ text: text.slice(first, last), format: lookOf(row) })
    from = last
  }
  pieces.push({ text: text.slice(from, end) })
  const line = rows.length > 0 ? text.slice(0, start).split('\n').length : 0
  return [wrap(pieces, terminal, `${line}  `), ...rows.map((row) => showRow(text, row, terminal))].join('')
}

const lookOf = (row: CheckRow) => (isFine(row) ? look.told : row.verdict === 'not-supported' ? look.open : look.untold)

function showRow(text: string, row: CheckRow, terminal: Terminal): string {
  const { paint } = terminal
  const words = shown(text.slice(row.start, row.end))
  const short = words.length > 48 ? `${words.slice(0, 45)}...` : words
  const parts = [
    row.kind === 'quotation' ? `“${short}”` : short,
    row.report && `in ${shown(row.report)}`,
    ...sayRow(row),
  ]
  const mark = paint(lookOf(row), row.verdict)
  return wrap([{ text: parts.filter(Boolean).join(' · ') }], terminal, `     ${mark}  `, 7)
}
