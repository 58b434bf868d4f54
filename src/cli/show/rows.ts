import { hitsIn } from '../../rows/hits.ts'
import type { EntityRow, EventRow, Named, ReportRow, Row, StatementRow } from '../../rows/rows.ts'
import { type StyledPiece, wrap } from './layout.ts'
import { look, type Terminal } from './terminal.ts'

/** Rows of a desk, for people: a few lines a row, with what a person needs to tell them apart. */
/** @param words those that were looked for, which are marked where they stand */
export function showRows(rows: readonly Row[], terminal: Terminal, words?: string): string {
  if (rows.length === 0) return 'nothing is found\n'
  return rows.map((row) => showRow(row, terminal, words)).join('\n')
}

/** A text in pieces, the hits marked. */
function marked(text: string, words: string | undefined): StyledPiece[] {
  const pieces: StyledPiece[] = []
  let at = 0
  for (const { start, end } of words === undefined ? [] : hitsIn(text, words)) {
    if (start > at) pieces.push({ text: text.slice(at, start) })
    pieces.push({ text: text.slice(start, end), format: look.hit, joined: start > at && text[start - 1].trim() !== '' })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), joined: at > 0 && text[at].trim() !== '' })
  return pieces
}

function showRow(row: Row, terminal: Terminal, words: string | undefined): string {
  if (row.list === 'statements') return lines(terminal, statement(row), marked(row.content, words), aside(row))
  if (row.list === 'events')
    return lines(terminal, event(row), [{ text: parties(row) }], `${wordOf(row)} · ${aside(row)}`)
  if (row.list === 'reports')
    return lines(terminal, [{ text: row.title ?? row.id, format: look.who }], undefined, report(row))
  return lines(terminal, [{ text: row.name, format: look.who }, { text: row.kind }], undefined, entity(row))
}

function lines(terminal: Terminal, head: StyledPiece[], body: StyledPiece[] | undefined, foot: string): string {
  return [
    wrap(head, terminal, '', 2),
    body && wrap(body, terminal, '  '),
    wrap([{ text: foot, format: look.aside }], terminal, '  '),
  ]
    .filter(Boolean)
    .join('')
}

function statement({ speaker, cue, to }: StatementRow): StyledPiece[] {
  const head: StyledPiece[] = [{ text: speaker?.name ?? 'nobody named', format: look.who }]
  if (cue) head.push({ text: cue, format: look.cue })
  if (to.length > 0) head.push({ text: `to ${names(to)}` })
  return head
}

function event({ type, mode, status, trigger }: EventRow): StyledPiece[] {
  return [
    { text: mode ? `${type} (${mode})` : type, format: look.type },
    { text: status, format: status === 'happened' || status === 'ongoing' ? look.told : look.untold },
    { text: `“${trigger}”` },
  ]
}

function parties({ actors, recipients, killed, injured, arrested }: EventRow): string {
  const counts = Object.entries({ killed, injured, arrested }).filter(([, count]) => count !== undefined)
  return [
    `${names(actors) || '?'} → ${names(recipients) || '?'}`,
    ...counts.map(([name, count]) => `${name} ${count}`),
  ].join(' · ')
}

function wordOf({ word }: EventRow): string {
  if (word.length === 0) return 'on the word of the report'
  return `on the word of ${[...word]
    .reverse()
    .map(({ speaker }) => speaker?.name ?? 'somebody')
    .join(', says ')}`
}

function aside(row: StatementRow | EventRow): string {
  const { decided } = row
  return [
    row.list === 'statements' && `${row.quotation} · ${row.negated ? `not: ${row.act}` : row.act}`,
    row.when?.value,
    row.where && `at ${row.where.name}`,
    row.outlet,
    row.published,
    `sure ${row.confidence.toFixed(2)}`,
    decided && `${decided.verdict}, says ${decided.by}`,
    row.key,
  ]
    .filter(Boolean)
    .join(' · ')
}

function report(row: ReportRow): string {
  const { id, outlet, published, words, statements, events, language, state, copyOf, corrects, correctedBy } = row
  return [
    outlet,
    published,
    `${words} words`,
    state === 'read' ? `${statements} statements, ${events} events` : `${state} (${language})`,
    copyOf && `a copy of ${copyOf}`,
    corrects && `corrects ${corrects}`,
    correctedBy && `corrected by ${correctedBy}`,
    id,
  ]
    .filter(Boolean)
    .join(' · ')
}

function entity({ country, sectors, reports, mentions, statements, acts, receives, key }: EntityRow): string {
  return [
    [country, ...sectors].filter(Boolean).join(' '),
    `${reports} reports, ${mentions} mentions`,
    `${statements} statements`,
    `${acts} events by, ${receives} to`,
    key,
  ]
    .filter(Boolean)
    .join(' · ')
}

const names = (named: readonly Named[]) => named.map(({ name }) => name).join('; ')
