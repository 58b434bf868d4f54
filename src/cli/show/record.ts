import type { Record as NewsRecord, Note } from '../../record/types.ts'
import { showEntities } from './entities.ts'
import { showEvents } from './events.ts'
import { shown, wrap } from './layout.ts'
import { showStatements } from './statements.ts'
import { look, type Terminal } from './terminal.ts'
import { type View, viewOf } from './view.ts'

/** A record as people read it: what the report is, its statements, events, entities, times and notes. */
export function showRecord(record: NewsRecord, terminal: Terminal): string {
  const view = viewOf(record)
  return [
    showReport(view, terminal),
    section('Statements', showStatements(view, terminal), terminal, '\n'),
    section('Events', showEvents(view, terminal), terminal, '\n'),
    section('Entities', showEntities(view, terminal), terminal),
    section('Times', showTimes(view, terminal), terminal),
    section(
      'Notes',
      record.notes.map((note) => showNote(view, terminal, note)),
      terminal,
    ),
  ].join('\n')
}

function showReport({ record: { report } }: View, terminal: Terminal): string {
  const about = [
    report.outlet,
    report.byline,
    report.published ? `published ${report.published}` : 'publication date not known',
    `language ${report.language}`,
    report.url,
  ]
  const facts = about.filter((fact) => fact !== undefined).join(' · ')
  return (
    wrap([{ text: report.title ?? report.id, format: 'bold' }], terminal) +
    wrap([{ text: facts, format: look.aside }], terminal)
  )
}

function section(title: string, rows: readonly string[], { paint }: Terminal, between = ''): string {
  const heading = paint(look.heading, `${title} (${rows.length})`)
  return rows.length === 0 ? `${heading}\n` : `${heading}\n\n${rows.join(between)}`
}

/** Every time in a line: its words and its value. */
function showTimes(view: View, terminal: Terminal): string[] {
  return view.record.times.map((time) => {
    const mod = time.mod ? ` (${time.mod})` : ''
    const text = `= ${time.value}${mod}`
    return wrap([{ text: view.words(time) }, { text, format: look.aside }], terminal, '', 4)
  })
}

function showNote(view: View, terminal: Terminal, { code, message, start, end }: Note): string {
  const words = start !== undefined && end !== undefined ? ` “${shorten(view.words({ start, end }))}”` : ''
  return wrap(
    [
      { text: code, format: look.open },
      { text: `${shown(message)}${words}`, format: look.aside },
    ],
    terminal,
    '',
    4,
  )
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
