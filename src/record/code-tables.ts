import * as codes from './codes.ts'

const TABLES: { [name: string]: { readonly [code: string]: string } } = {
  noteCodes: codes.noteCodes,
  problemCodes: codes.problemCodes,
  errorCodes: codes.errorCodes,
}

/** A page with its tables of codes written anew: each stands under a line '<!-- codes: NAME -->'. */
export function withCodeTables(page: string): string {
  return page.replace(/(<!-- codes: (\w+) -->\n)(?:\|.*\n)*/g, (_all, mark: string, name: string) => mark + table(name))
}

function table(name: string): string {
  const rows = Object.entries(TABLES[name]).map(([code, meaning]) => `| \`${code}\` | ${meaning} |\n`)
  return `| code | what it means |\n|---|---|\n${rows.join('')}`
}
