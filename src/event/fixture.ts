import type { EntityReading } from '../entity/types.ts'
import { languageOf } from '../language/fixture.ts'
import { buildTree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Entity, Event, Place, Statement, Time } from '../record/types.ts'
import type { Resources } from '../resources.ts'
import type { TimeDetail } from '../time/types.ts'
import { openEvent } from './index.ts'
import type { EventInput } from './types.ts'

/** What earlier stages found, by the words that name it. */
export interface Given {
  /** entities: [words, kind] */
  entities?: [string, Entity['kind']][]
  places?: string[]
  times?: string[]
  /** contents of statements, outermost first */
  statements?: string[]
}

/**
 * A document from sentences written a word a line-part: 'form:lemma/UPOS.XPOS/head/relation', the lemma left out where it
 * is the form in lower case, XPOS where it does not matter. Sentences stand in an array; '¶' opens a paragraph.
 */
export function given(sentences: string[], found: Given = {}): EventInput {
  const language = languageOf(sentences)
  const { text, start, end, size } = language
  const at = (words: string, from = 0) => {
    const i = text.indexOf(words, from)
    if (i < 0) throw new RangeError(`'${words}' does not stand in '${text}'`)
    return { start: i, end: i + words.length }
  }
  const headOf = (span: { start: number; end: number }) => {
    const inside = [...Array(size).keys()].filter((w) => start[w] >= span.start && end[w] <= span.end)
    return inside.find((w) => !inside.includes(language.head[w])) ?? inside[0]
  }
  const entityAt = new Int32Array(size).fill(-1)
  const entities: Entity[] = (found.entities ?? []).map(([words, kind], i) => {
    entityAt[headOf(at(words))] = i
    return { id: `e-${words}`, kind, name: words, mentions: [{ ...at(words), form: 'name' }], titles: [] }
  })
  const times: Time[] = (found.times ?? []).map((words) => ({
    ...at(words),
    id: `t-${words}`,
    type: 'DATE',
    value: '2031-05-06',
  }))
  const details: TimeDetail[] = times.map((time) => {
    const words = [...Array(size).keys()].filter((w) => start[w] < time.end && end[w] > time.start)
    return { from: words[0], to: words[words.length - 1] + 1, said: '', certain: true, basis: 'words', rule: 'test' }
  })
  const places: Place[] = (found.places ?? []).map((words) => ({ ...at(words), id: `p-${words}` }))
  const statements: Statement[] = (found.statements ?? []).map((words, i) => ({
    id: `s${i}`,
    source: null,
    cue: null,
    content: [at(words)],
    quotation: 'indirect',
    act: 'state',
    negated: false,
    to: [],
    confidence: 1,
  }))
  const reading: EntityReading = { entities, places, notes: [], entityAt }
  return {
    language,
    tree: buildTree(language),
    times: { times, details, notes: [] },
    entities: reading,
    statements: { statements, details: [], innermost: innermostOf(language, statements), notes: [] },
  }
}

function innermostOf({ size, start }: Language, statements: readonly Statement[]): Int32Array {
  const innermost = new Int32Array(size).fill(-1)
  for (let w = 0; w < size; w++) {
    statements.forEach(({ content }, i) => {
      if (content.some((span) => span.start <= start[w] && start[w] < span.end)) innermost[w] = i
    })
  }
  return innermost
}

/** Opens the event stage on sentences written by hand. */
export function openLines(resources: Resources): (sentences: string[], found?: Given) => string[] {
  const event = openEvent(resources)
  return (sentences, found) => {
    const input = given(sentences, found)
    return event(input).events.map((one) => line(input, one))
  }
}

/** One event as a line: 'TYPE/mode actors > trigger > recipients, status'. */
export function line(input: EventInput, { type, mode, actors, trigger, recipients, status }: Event): string {
  const words = ({ start, end }: { start: number; end: number }) => input.language.text.slice(start, end)
  const list = (roles: Event['actors']) => roles.map(words).join(' & ') || '-'
  return `${type}${mode ? `/${mode}` : ''} ${list(actors)} > ${words(trigger)} > ${list(recipients)}, ${status}`
}
