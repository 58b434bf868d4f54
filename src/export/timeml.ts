import type { Record as NewsRecord, Time } from '../record/types.ts'
import { fileNames } from './file-names.ts'
import type { ExportedFile, Selection } from './format.ts'

/** Records as TimeML, a file (`.tml`) for each report: its text with TIMEX3 elements in it. */
export function* filesForTimeml(selections: Iterable<Selection>): Generator<ExportedFile> {
  const nameOf = fileNames()
  for (const { record } of selections) yield { name: `${nameOf(record.report.id)}.tml`, text: timemlOf(record) }
}

/**
 * One record as TimeML. Of times that overlap, the one that begins first is written, the longer of two that begin together. Characters that XML
 * cannot hold become U+FFFD.
 */
export function timemlOf({ report, times }: NewsRecord): string {
  const written = apart(times)
  const ids = new Map(written.map(({ id }, at) => [id, `t${at + 1}`]))
  let text = ''
  let at = 0
  for (const time of written) {
    const { start, end } = time
    text += `${escaped(report.text.slice(at, start))}<TIMEX3${attributes(time, ids)}>${escaped(report.text.slice(start, end))}</TIMEX3>`
    at = end
  }
  text += escaped(report.text.slice(at))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">',
    `<DOCID>${escaped(report.id)}</DOCID>`,
    ...(report.published === undefined ? [] : [`<DCT>${created(report.published)}</DCT>`]),
    ...(report.title === undefined ? [] : [`<TITLE>${escaped(report.title)}</TITLE>`]),
    `<TEXT>${text}</TEXT>`,
    '</TimeML>',
    '',
  ].join('\n')
}

function created(published: string): string {
  const type = published.includes('T') ? 'TIME' : 'DATE'
  const value = escaped(published)
  return `<TIMEX3 tid="t0" type="${type}" value="${value}" temporalFunction="false" functionInDocument="CREATION_TIME">${value}</TIMEX3>`
}

function attributes({ id, type, value, mod, anchor }: Time, ids: ReadonlyMap<string, string>): string {
  const anchored = anchor === 'published' ? 't0' : anchor && ids.get(anchor)
  const pairs: [string, string | undefined][] = [
    ['tid', ids.get(id)],
    ['type', type],
    ['value', value],
    ['mod', mod],
    ['temporalFunction', anchored ? 'true' : 'false'],
    ['functionInDocument', 'NONE'],
    ['anchorTimeID', anchored],
  ]
  return pairs.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`)).join('')
}

function apart(times: readonly Time[]): Time[] {
  const kept: Time[] = []
  for (const time of [...times].sort((a, b) => a.start - b.start || b.end - a.end))
    if (time.start >= (kept.at(-1)?.end ?? 0)) kept.push(time)
  return kept
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A carriage return that is not written so would be read as a line feed, and offsets would move.
  '\r': '&#13;',
}

/** What XML 1.0 has no way to hold: control characters, halves of pairs standing alone, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

function escaped(text: string): string {
  return text.replace(NOT_XML, '\ufffd').replace(/[&<>"\r]/g, (character) => ENTITIES[character])
}
