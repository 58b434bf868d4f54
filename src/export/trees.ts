import { writeConllu } from '../language/conllu.ts'
import { firstWordAfter } from '../language/sentence-around.ts'
import type { Language } from '../language/types.ts'
import type { Span } from '../record/types.ts'
import type { Selection, Tools } from './format.ts'

/**
 * Records as CoNLL-U: the words and trees that `onrecord parse` gives, and in MISC which rows each word belongs to, such as
 * `Statement=s1:content,s1:source|Event=v1:trigger|Entity=e1|Time=t1`.
 */
export function* writeTrees(selections: Iterable<Selection>, { parse }: Tools): Generator<string> {
  for (const selection of selections) {
    const { report } = selection.record
    const language = parse(report.text)
    yield withRows(writeConllu(report.id, language), rowsOfWords(language, selection))
  }
}

/** Adds to each word's line what rows it belongs to. */
function withRows(conllu: string, rows: readonly string[]): string {
  let word = 0
  return conllu
    .split('\n')
    .map((line) => (line === '' || line.startsWith('# ') ? line : line + rows[word++]))
    .join('\n')
}

/** For every word, what MISC gets: '|Statement=...' or nothing. */
function rowsOfWords(language: Language, { record, statements, events, whole }: Selection): string[] {
  const kinds = ['Statement', 'Event', 'Entity', 'Time'] as const
  const found = kinds.map(() => new Map<number, string[]>())
  const put = (kind: (typeof kinds)[number], span: Span | null | undefined, what: string) => {
    if (!span) return
    const words = found[kinds.indexOf(kind)]
    for (let w = firstWordAfter(language, span.start); w < language.size && language.start[w] < span.end; w++)
      words.set(w, [...(words.get(w) ?? []), what])
  }
  for (const { id, spans } of statements) {
    put('Statement', spans.source, `${id}:source`)
    put('Statement', spans.cue, `${id}:cue`)
    for (const span of spans.content) put('Statement', span, `${id}:content`)
  }
  for (const { id, spans, actors, recipients } of events) {
    put('Event', spans.trigger, `${id}:trigger`)
    for (const { span } of actors) put('Event', span, `${id}:actor`)
    for (const { span } of recipients) put('Event', span, `${id}:recipient`)
  }
  if (whole) for (const { id, mentions } of record.entities) for (const mention of mentions) put('Entity', mention, id)
  if (whole) for (const time of record.times) put('Time', time, time.id)
  return Array.from({ length: language.size }, (_, w) =>
    kinds.map((kind, k) => (found[k].has(w) ? `|${kind}=${found[k].get(w)?.join(',')}` : '')).join(''),
  )
}
