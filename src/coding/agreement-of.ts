import type { Event, Statement } from '../record/types.ts'
import { type CodedUnit, type Coefficient, cohenKappa, krippendorffAlpha, percentOf } from './agreement.ts'
import { type Share, shareOf } from './interval.ts'
import { type CodedRow, canonical } from './said.ts'

/** The fields of a row in which coders are compared. */
export const comparedRowFields = {
  statements: ['speaker', 'source', 'cue', 'content', 'quotation', 'act', 'negated', 'to', 'when', 'where'],
  events: ['type', 'mode', 'trigger', 'actors', 'recipients', 'status', 'word', 'when', 'where'],
} as const

/** A row that several people coded, as the machine read it. */
export interface CodedTwice extends CodedRow {
  list: 'statements' | 'events'
  row: Statement | Event
}

/** How far coders agree in one field. */
export interface FieldAgreement {
  /** 'rows' for what is said of any row */
  list: 'rows' | 'statements' | 'events'
  /** 'there': whether the row is one; 'verdict': right, mended or wrong; else a field of the row */
  field: string
  /** rows that two or more people coded in this field */
  rows: number
  /** pairs of coders' words on one row, and how many are alike */
  percent: Share
  /** Krippendorff's, over all coders */
  alpha: Coefficient
  pairs: { a: string; b: string; percent: Share; kappa: Coefficient }[]
}

/** Agreement of people who coded the same rows. */
export interface Agreement {
  /** with how many rows each coded that another coded too */
  coders: { name: string; rows: number }[]
  rows: number
  fields: FieldAgreement[]
}

/** How far people who coded the same rows agree, field by field and pair by pair. Fields are compared where people hold the row to be one. */
export function agreementOf(rows: readonly CodedTwice[]): Agreement {
  const twice = rows.filter(({ said }) => said.size > 1)
  const counts = new Map<string, number>()
  for (const { said } of twice) for (const name of said.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const coders = [...counts].map(([name, count]) => ({ name, rows: count })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const names = coders.map(({ name }) => name)
  const fieldsOf = (list: 'statements' | 'events') =>
    comparedRowFields[list].map((field) =>
      inField(
        list,
        field,
        twice.filter((row) => row.list === list).map((row) => valuesIn(row, field)),
        names,
      ),
    )
  const fields = [
    inField(
      'rows',
      'there',
      twice.map((row) => wordsOf(row, (verdict) => (verdict === 'wrong' ? 'no' : 'yes'))),
      names,
    ),
    inField(
      'rows',
      'verdict',
      twice.map((row) => wordsOf(row, (verdict) => verdict)),
      names,
    ),
    ...fieldsOf('statements'),
    ...fieldsOf('events'),
  ].filter((field) => field.rows > 0)
  return { coders, rows: twice.length, fields }
}

function inField(
  list: FieldAgreement['list'],
  field: string,
  all: readonly CodedUnit[],
  names: readonly string[],
): FieldAgreement {
  const units = all.filter(({ size }) => size > 1)
  const pairs = names
    .flatMap((a, at) =>
      names.slice(at + 1).map((b) => ({ a, b, percent: percentOf(units, a, b), kappa: cohenKappa(units, a, b) })),
    )
    .filter(({ percent }) => percent.of > 0)
  const sum = (of: (share: Share) => number) => pairs.reduce((total, { percent }) => total + of(percent), 0)
  return {
    list,
    field,
    rows: units.length,
    percent: shareOf(
      sum(({ hold }) => hold),
      sum(({ of }) => of),
    ),
    alpha: krippendorffAlpha(units),
    pairs,
  }
}

const wordsOf = ({ said }: CodedTwice, word: (verdict: string) => string): CodedUnit =>
  new Map([...said].map(([name, { verdict }]) => [name, word(verdict)]))

/** What each coder has in a field: the machine's value where they did not mend it. */
function valuesIn({ said, row }: CodedTwice, field: string): CodedUnit {
  const read = (row as unknown as { [field: string]: unknown })[field]
  return new Map(
    [...said].flatMap(([name, { verdict, mend }]): [string, string][] =>
      verdict === 'wrong' ? [] : [[name, canonical(mend && field in mend ? mend[field] : read)]],
    ),
  )
}
