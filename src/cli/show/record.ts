import type { Record as NewsRecord, Note } from '../../record/types.ts'
import { showEntities } from './entities.ts'
import { showEvents } from './events.ts'
import { shown, wrap } from './layout.ts'
import { showStatements } from './statements.ts'
import { look, type Terminal } from './terminal.ts'
import { type TerminalView, terminalView } from './view.ts'

/** One part of what is shown: how many rows the record has, and the rows as they are shown. */
interface Section {
  title: string
  count: number
  rows: readonly string[]
  /** what stands between rows */
  between?: string
}

/** A record as people read it: what the report is, its statements, events, entities, times and notes. */
export function showRecord(record: NewsRecord, terminal: Terminal): string {
  const view = terminalView(record)
  const { statements, events, entities, times, notes } = record
  const sections: Section[] = [
    { title: 'Statements', count: statements.length, rows: showStatements(view, terminal), between: '\n' },
    { title: 'Events', count: events.length, rows: showEvents(view, terminal), between: '\n' },
    { title: 'Entities', count: entities.length, rows: showEntities(view, terminal) },
    { title: 'Times', count: times.length, rows: showTimes(view, terminal) },
    { title: 'Notes', count: notes.length, rows: notes.map((note) => showNote(view, terminal, note)) },
  ]
  return [showReport(view, terminal), ...sections.map((section) => showSection(section, terminal))].join('\n')
}

function showReport({ record: { report } }: TerminalView, terminal: Terminal): string {
  const about = [
    report.outlet,
    report.byline,
    report.published ? `published ${report.published}` : 'publication date not known',
    `language ${report.language}`,
    datelineOf(report),
    report.url,
  ]
  const facts = about.filter((fact) => fact !== undefined).join(' · ')
  return (
    wrap([{ text: report.title ?? report.id, format: 'bold' }], terminal) +
    wrap([{ text: facts, format: look.aside }], terminal)
  )
}

/** 'dateline ALMETH, AFP, 2025-03-14' */
function datelineOf({ text, dateline }: NewsRecord['report']): string | undefined {
  if (!dateline) return undefined
  const { place, agency, day } = dateline
  const known = [place && text.slice(place.start, place.end), agency, day].filter((fact) => fact !== undefined)
  return known.length === 0 ? undefined : `dateline ${known.join(', ')}`
}

function showSection({ title, count, rows, between = '' }: Section, { paint }: Terminal): string {
  const heading = paint(look.heading, `${title} (${count})`)
  return rows.length === 0 ? `${heading}\n` : `${heading}\n\n${rows.join(between)}`
}

/** Every time in a line: its words and its value. */
function showTimes(view: TerminalView, terminal: Terminal): string[] {
  return view.record.times.map((time) => {
    const mod = time.mod ? ` (${time.mod})` : ''
    const value = { text: `= ${time.value}${mod}`, format: look.aside }
    return wrap([{ text: view.words(time) }, value], terminal, '', 4)
  })
}

function showNote(view: TerminalView, terminal: Terminal, { code, message, start, end }: Note): string {
  const words = start !== undefined && end !== undefined ? ` ${shorten(view.words({ start, end }))}` : ''
  const text = `${shown(message)}${words}`
  return wrap(
    [
      { text: code, format: look.open },
      { text, format: look.aside },
    ],
    terminal,
    '',
    4,
  )
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
