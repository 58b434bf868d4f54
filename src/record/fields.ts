/**
 * What a field holds, by which the desk stores it, rows and tables show it and checks look at it:
 * `text`; `closed`, a text of a closed list; `number`; `flag`; `texts`; `span`, words of the report; `spans`, several of them, in a table of their own, and `stretches`, several that stand with the row; the id or ids
 * of an `entity`, `entities`, a `time`, a `place` or a `statement`; `roles`, spans with entities; `count`, a span with a number; `word`, on
 * whose word an event stands.
 */
export type FieldKind =
  | 'text'
  | 'closed'
  | 'number'
  | 'flag'
  | 'texts'
  | 'span'
  | 'spans'
  | 'stretches'
  | 'entity'
  | 'entities'
  | 'time'
  | 'place'
  | 'statement'
  | 'roles'
  | 'count'
  | 'word'

/** A field of a statement or an event: what it holds, and what that means. */
export interface Field {
  readonly kind: FieldKind
  /** for people: in the schema, docs/record.md and the tables' columns */
  readonly meaning: string
  /** null, and not left out, where a row has none */
  readonly nullable?: true
}

type Fields = { readonly [name: string]: Field }

const whenBasis = {
  kind: 'closed',
  meaning:
    "where the words that say when stand: `own-clause`, `main-clause` (one above it) or `sentence-before`; `published` where none do, and the report's date is what is left",
} as const

/**
 * The fields of a statement, in the order in which a record has them. Everything that goes field by field follows from here: the schema's
 * descriptions and docs/record.md, the desk's columns and the record that is rebuilt from them, rows, and the columns of the tables.
 */
export const statementFields = {
  id: { kind: 'text', meaning: "the statement's id in its record" },
  speaker: { kind: 'entity', meaning: 'who answers for it; inferred where `source` is null' },
  source: { kind: 'span', meaning: 'the words that name the source; null where none do', nullable: true },
  cue: {
    kind: 'span',
    meaning: 'the words that say it is attributed ("said", "according to"); null for a quotation that stands alone',
    nullable: true,
  },
  content: { kind: 'spans', meaning: 'what is attributed: its stretches, in text order' },
  quotation: { kind: 'closed', meaning: 'how it is quoted: `direct` (all of it), `indirect` (none of it) or `mixed`' },
  quoted: { kind: 'spans', meaning: 'of mixed content: the stretches in quotation marks' },
  sentence: { kind: 'span', meaning: 'the sentence, or run of sentences, that source, cue and content stand in' },
  act: { kind: 'text', meaning: 'what is done by saying it: state, deny, ask, promise, ...' },
  negated: { kind: 'flag', meaning: 'true where the report says that it was not said' },
  to: { kind: 'entities', meaning: 'who was told' },
  occasion: {
    kind: 'span',
    meaning:
      'the words that name the occasion or the medium ("in a speech", "on Telegram"), where they stand with the cue',
  },
  when: { kind: 'time', meaning: 'when it was said' },
  whenBasis,
  where: { kind: 'place', meaning: 'where it was said' },
  within: { kind: 'statement', meaning: 'the statement that this one is part of' },
  confidence: { kind: 'number', meaning: 'how sure the reader is, 0 to 1' },
} as const satisfies Fields

/** The fields of an event, in the order in which a record has them; see `statementFields`. */
export const eventFields = {
  id: { kind: 'text', meaning: "the event's id in its record" },
  type: { kind: 'text', meaning: 'PLOVER event type' },
  mode: { kind: 'text', meaning: 'PLOVER mode of that type' },
  contexts: { kind: 'texts', meaning: 'PLOVER contexts' },
  trigger: { kind: 'span', meaning: 'the words that tell of it' },
  also: { kind: 'stretches', meaning: 'other words of the report that tell of the same happening' },
  sentence: { kind: 'span', meaning: 'the sentence that the trigger stands in' },
  actors: { kind: 'roles', meaning: 'who did it' },
  recipients: { kind: 'roles', meaning: 'to whom it was done' },
  when: { kind: 'time', meaning: 'when it happened' },
  whenBasis,
  where: { kind: 'place', meaning: 'where it happened' },
  killed: { kind: 'count', meaning: 'how many people were killed' },
  injured: { kind: 'count', meaning: 'how many people were injured' },
  arrested: { kind: 'count', meaning: 'how many people were arrested' },
  size: { kind: 'count', meaning: 'how many people took part' },
  status: {
    kind: 'closed',
    meaning:
      'whether it is told as a fact: `happened`, `ongoing`, `planned`, `threatened`, `requested`, `supposed`, `denied` or `not-happened`',
  },
  word: { kind: 'word', meaning: 'on whose word it stands: `{ "statement": id }`; `{}`: the report\'s own' },
  why: { kind: 'text', meaning: 'the rule or the evidence behind type and status' },
  confidence: { kind: 'number', meaning: 'how sure the reader is, 0 to 1' },
} as const satisfies Fields

/** Both tables, by the record's list. */
export const fields = { statements: statementFields, events: eventFields } as const

/** The fields of one list as entries, in their order. */
export function fieldsIn(list: keyof typeof fields): readonly [name: string, field: Field][] {
  return Object.entries(fields[list])
}

const orders = { statements: Object.keys(statementFields), events: Object.keys(eventFields) }

/** The same row with its fields in the record's order, those without a value left out: two equal rows are then the same JSON. */
export function inFieldOrder<Row extends object>(list: keyof typeof fields, row: Row): Row {
  const ordered: { [field: string]: unknown } = {}
  for (const name of orders[list]) {
    const value = (row as { [field: string]: unknown })[name]
    if (value !== undefined) ordered[name] = value
  }
  return ordered as Row
}

/**
 * The name of a field as tables have it.
 *
 * @example columnOf('whenBasis') // 'when_basis'
 */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
