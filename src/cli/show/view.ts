import type { Record as NewsRecord, Span, Statement } from '../../record/types.ts'
import { type LookUp, lookUpIn } from '../../rows/look-up.ts'
import { shown } from './layout.ts'

/** A record to be looked up in, with words as a terminal can show them. */
export type TerminalView = LookUp
export const terminalView = (record: NewsRecord): TerminalView => lookUpIn(record, shown)

/** The words of a span and, where they are not its name, the entity: 'He (Dario Venn)'. */
export function wordsAndName(view: TerminalView, span: Span | null, entityId: string | undefined): string {
  const entity = view.entity(entityId)
  if (!span) return entity ? shown(entity.name) : '(nobody named)'
  const words = view.words(span)
  return entity && !words.includes(shown(entity.name)) ? `${words} (${shown(entity.name)})` : words
}

/** A time's value, its words where there is no value to speak of, and where it stands, unless that is in the row's own clause. */
export function dated(
  view: TerminalView,
  { when, whenBasis }: Pick<Statement, 'when' | 'whenBasis'>,
): string | undefined {
  const time = view.time(when)
  if (!time) return undefined
  const value = /^\d{4}/.test(time.value) ? time.value : `${view.words(time)} (${time.value})`
  return whenBasis === undefined || whenBasis === 'own-clause' ? value : `${value} (${basisWords[whenBasis]})`
}

const basisWords = {
  'main-clause': 'from the main clause',
  'sentence-before': 'from the sentence before',
  published: 'the day of publication',
} as const

/** A place's words. */
export function placed(view: TerminalView, id: string | undefined): string | undefined {
  const place = view.place(id)
  return place && view.words(place)
}
