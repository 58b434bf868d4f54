import * as codes from './codes.ts'
import { type FieldKind, type fields, fieldsIn } from './fields.ts'

const TABLES: { [name: string]: { readonly [code: string]: string } } = {
  noteCodes: codes.noteCodes,
  problemCodes: codes.problemCodes,
  errorCodes: codes.errorCodes,
}

/** A page with its tables of codes and fields written anew: each stands under a line '<!-- codes: NAME -->' or '<!-- fields: NAME -->'. */
export function withCodeTables(page: string): string {
  return page.replace(
    /(<!-- (codes|fields): (\w+) -->\n)(?:\|.*\n)*/g,
    (_all, mark: string, kind: string, name: string) =>
      mark + (kind === 'codes' ? codeTable(name) : fieldTable(name as keyof typeof fields)),
  )
}

const kindWords: { [kind in FieldKind]: string } = {
  text: 'text',
  closed: 'text',
  number: 'number',
  flag: 'true or false',
  texts: 'texts',
  span: 'span',
  spans: 'spans',
  stretches: 'spans',
  entity: "an entity's id",
  entities: "entities' ids",
  time: "a time's id",
  place: "a place's id",
  statement: "a statement's id",
  roles: 'spans, with `entity` where it is one of the record’s',
  count: 'span with `value`, and `mod`: `at-least`, `at-most`, `about`',
  word: 'object',
}

function fieldTable(list: keyof typeof fields): string {
  const rows = fieldsIn(list).map(([name, { kind, meaning }]) => `| \`${name}\` | ${kindWords[kind]} | ${meaning} |\n`)
  return `| field | holds | what it is |\n|---|---|---|\n${rows.join('')}`
}

function codeTable(name: string): string {
  const rows = Object.entries(TABLES[name]).map(([code, meaning]) => `| \`${code}\` | ${meaning} |\n`)
  return `| code | what it means |\n|---|---|\n${rows.join('')}`
}
