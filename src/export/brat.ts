import { meaningsOf } from '../codes/meanings.ts'
import type { Entity, Span } from '../record/types.ts'
import type { EventRow, StatementRow } from '../rows/rows.ts'
import { fileNames } from './file-names.ts'
import type { ExportedFile, Selection } from './format.ts'
import { offsetsOf } from './offsets.ts'

/**
 * Records for brat: for each report its text (`.txt`) and its annotations (`.ann`, standoff, offsets in code points), and one
 * `annotation.conf`. A statement is an Attribution with Source, Cue and Content, as in the attribution corpora; an event is an event
 * of its PLOVER type with Actor and Recipient.
 */
export function* filesForBrat(selections: Iterable<Selection>): Generator<ExportedFile> {
  const nameOf = fileNames()
  yield { name: 'annotation.conf', text: annotationConf() }
  for (const selection of selections) {
    const name = nameOf(selection.record.report.id)
    yield { name: `${name}.txt`, text: selection.record.report.text }
    yield { name: `${name}.ann`, text: standoffOf(selection) }
  }
}

/** The annotations of one report. */
export function standoffOf({ record, statements, events, whole }: Selection): string {
  const ann = openStandoff(record.report.text)
  const words = new Map<string, string>()
  if (whole) for (const entity of record.entities) writeEntity(ann, entity)
  if (whole)
    for (const time of record.times) ann.note(ann.text('Time', [time]), `id=${time.id} ${time.type} ${time.value}`)
  for (const row of statements) words.set(row.id, writeStatement(ann, row))
  for (const row of statements) {
    const within = row.within && words.get(row.within)
    if (within) ann.extend(words.get(row.id) as string, 'Within', within)
  }
  for (const row of events) writeEvent(ann, row, words.get(row.word.at(-1)?.statement ?? ''))
  return ann.lines()
}

function writeEntity(ann: Standoff, { id, kind, name, mentions }: Entity): void {
  const ids = mentions.map((mention) => ann.text(`${kind[0].toUpperCase()}${kind.slice(1)}`, [mention]))
  ann.note(ids[0], `id=${id} ${name}`)
  if (ids.length > 1) ann.same(ids)
}

function writeStatement(ann: Standoff, row: StatementRow): string {
  const { source, cue, content } = row.spans
  const event = ann.event('Attribution', ann.text('Attribution', cue ? [cue] : content))
  for (const stretches of ann.apart(content)) ann.extend(event, 'Content', ann.text('Content', stretches))
  if (source) ann.extend(event, 'Source', ann.text('Source', [source]))
  if (cue) ann.extend(event, 'Cue', ann.text('Cue', [cue]))
  ann.attribute('Act', event, row.act)
  ann.attribute('Quotation', event, row.quotation)
  if (row.negated) ann.attribute('Negated', event)
  ann.note(event, `id=${row.id} confidence=${row.confidence}${row.speaker ? ` speaker=${row.speaker.name}` : ''}`)
  return event
}

function writeEvent(ann: Standoff, row: EventRow, word: string | undefined): void {
  const event = ann.event(row.type, ann.text(row.type, [row.spans.trigger]))
  for (const { span } of row.actors) if (span) ann.extend(event, 'Actor', ann.text('Participant', [span]))
  for (const { span } of row.recipients) if (span) ann.extend(event, 'Recipient', ann.text('Participant', [span]))
  if (word) ann.extend(event, 'Word', word)
  ann.attribute('Status', event, row.status)
  if (row.mode) ann.attribute('Mode', event, row.mode)
  const contexts = row.contexts.length > 0 ? ` contexts=${row.contexts.join(',')}` : ''
  ann.note(event, `id=${row.id} confidence=${row.confidence}${contexts}`)
}

/** The lines of one .ann file as they come to be. */
interface Standoff {
  text(type: string, spans: readonly Span[]): string
  /** Spans in groups: those that only a line break parts would be read back as one, and do not share an annotation. */
  apart(spans: readonly Span[]): Span[][]
  event(type: string, trigger: string): string
  /** Adds a role to an event: the second of one name is called Name2. */
  extend(event: string, role: string, id: string): void
  attribute(name: string, of: string, value?: string): void
  note(of: string, text: string): void
  same(ids: string[]): void
  lines(): string
}

function openStandoff(text: string): Standoff {
  const points = offsetsOf(text, 'code-points')
  const texts: string[] = []
  const events: { head: string; roles: [string, string][] }[] = []
  const rest: string[] = []
  let attributes = 0
  let notes = 0
  const standoff: Standoff = {
    text(type, spans) {
      const pieces = spans.flatMap((span) => piecesOf(text, span))
      const places = pieces.map(({ start, end }) => `${points.to(start)} ${points.to(end)}`).join(';')
      texts.push(
        `T${texts.length + 1}\t${type} ${places}\t${pieces.map(({ start, end }) => text.slice(start, end)).join(' ')}`,
      )
      return `T${texts.length}`
    },
    apart(spans) {
      const groups: Span[][] = []
      for (const span of spans) {
        const last = groups.at(-1)
        if (last && !isLineBreak(text, last[last.length - 1].end, span.start)) last.push(span)
        else groups.push([span])
      }
      return groups
    },
    event(type, trigger) {
      events.push({ head: `${type}:${trigger}`, roles: [] })
      return `E${events.length}`
    },
    extend(event, role, id) {
      const { roles } = events[Number(event.slice(1)) - 1]
      const count = roles.filter(([name]) => name.replace(/\d+$/, '') === role).length
      roles.push([count === 0 ? role : `${role}${count + 1}`, id])
    },
    attribute(name, of, value) {
      rest.push(`A${++attributes}\t${name} ${of}${value === undefined ? '' : ` ${value}`}`)
    },
    note(of, text) {
      rest.push(`#${++notes}\tAnnotatorNotes ${of}\t${text.replace(/\s+/g, ' ')}`)
    },
    same(ids) {
      rest.push(`*\tEquiv ${ids.join(' ')}`)
    },
    lines() {
      const told = events.map(
        ({ head, roles }, at) => `E${at + 1}\t${[head, ...roles.map((role) => role.join(':'))].join(' ')}`,
      )
      return [...texts, ...told, ...rest, ''].join('\n')
    },
  }
  return standoff
}

/** Whether nothing stands between two offsets but white space with a line break in it. */
export function isLineBreak(text: string, from: number, to: number): boolean {
  return /^[^\S\r\n]*[\r\n]\s*$/.test(text.slice(from, to))
}

/** A span in pieces that hold no line break: brat's annotations do not cross lines. */
function piecesOf(text: string, { start, end }: Span): Span[] {
  const pieces = [...text.slice(start, end).matchAll(/[^\r\n]+/g)]
    .filter(([words]) => words.trim() !== '')
    .map(({ index, 0: words }) => ({ start: start + index, end: start + index + words.length }))
  return pieces.length > 0 ? pieces : [{ start, end }]
}

const KINDS = ['Person', 'Organization', 'Group', 'Place', 'Facility', 'Other', 'Time', 'Participant']

/** brat's description of what the annotations are. */
function annotationConf(): string {
  const codes = (set: Parameters<typeof meaningsOf>[0]) => [...new Set(meaningsOf(set).map(({ code }) => code))]
  const values = (set: Parameters<typeof meaningsOf>[0]) => codes(set).join('|')
  const types = codes('type')
  return [
    ...['[entities]', 'Source', 'Cue', 'Content', ...KINDS, ''],
    ...['[relations]', 'Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive'],
    ...['<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>', ''],
    ...['[events]', 'Attribution\tSource?:Source, Cue?:Cue, Content+:Content, Within?:Attribution'],
    ...types.map((type) => `${type}\tActor*:Participant, Recipient*:Participant, Word?:Attribution`),
    ...['', '[attributes]', `Act\tArg:Attribution, Value:${values('act')}`],
    ...[`Quotation\tArg:Attribution, Value:${values('quotation')}`, 'Negated\tArg:Attribution'],
    ...[`Status\tArg:${types.join('|')}, Value:${values('status')}`],
    ...[`Mode\tArg:${types.join('|')}, Value:${values('mode')}`, ''],
  ].join('\n')
}
