import { eventOf as event, recordOf, statementOf as statement } from '../../src/record/fixture.ts'
import type { Entity, Event, Span, Statement } from '../../src/record/types.ts'

/** Small records for tests, built by hand. */

export { recordOf }

/** Where words stand in a text. */
export function spanOfWords(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new RangeError(`'${words}' does not stand in the text`)
  return { start, end: start + words.length }
}

export function entityOf(text: string, id: string, name: string): Entity {
  return { id, kind: 'person', name, mentions: [{ ...spanOfWords(text, name), form: 'name' }], titles: [] }
}

export const statementOf = (id: string, content: Span[], more: Partial<Statement> = {}): Statement =>
  statement({ id, content, ...more })

export const eventOf = (id: string, trigger: Span, more: Partial<Event> = {}): Event => event({ id, trigger, ...more })
