import type Database from 'better-sqlite3'
import { nearest } from '../codebook/nearest.ts'
import { type CodeSet, codebookTable, meaningsOf } from '../codes/meanings.ts'
import { noLands } from '../codes/no-lands.ts'
import { Failure } from '../record/failure.ts'
import type { Filter } from '../rows/filter.ts'

type Field = 'act' | 'type' | 'mode' | 'context' | 'kind' | 'sector' | 'country' | 'source'

/** The codebook's codes of each field, made when they are first asked for. */
const codesOf: { readonly [field in Field]: () => readonly string[] } = {
  act: once(() => codes('act')),
  type: once(() => codes('type')),
  mode: once(() => codes('mode')),
  context: once(() => codes('context')),
  kind: once(() => codes('kind')),
  sector: once(() => codes('sector')),
  country: once(countries),
  source: once(() => [...codes('sector'), ...countries()]),
}

/** Whether rows of a desk have a code: what was read by a codebook of its own has codes that the package's has not. */
const HELD: { readonly [field in Field]: string } = {
  act: 'SELECT EXISTS (SELECT 1 FROM statements WHERE act = @code)',
  type: 'SELECT EXISTS (SELECT 1 FROM events WHERE type = @code)',
  mode: 'SELECT EXISTS (SELECT 1 FROM events WHERE mode = @code)',
  context:
    "SELECT EXISTS (SELECT 1 FROM events e, json_each(e.contexts) c WHERE e.contexts <> '[]' AND c.value = @code)",
  kind: 'SELECT EXISTS (SELECT 1 FROM named WHERE kind = @code)',
  sector: "SELECT EXISTS (SELECT 1 FROM named n, json_each(n.sectors) c WHERE n.sectors <> '[]' AND c.value = @code)",
  country:
    'SELECT EXISTS (SELECT 1 FROM named WHERE country = @code) OR EXISTS (SELECT 1 FROM spots WHERE country = @code)',
  source:
    "SELECT EXISTS (SELECT 1 FROM named WHERE country = @code) OR EXISTS (SELECT 1 FROM named n, json_each(n.sectors) c WHERE n.sectors <> '[]' AND c.value = @code)",
}

/**
 * Refuses a filter with a code that neither the codebook nor the desk has: nothing would be found by it, and who asks would take that for an answer.
 *
 * @throws Failure `bad-argument` that names the field, the nearest code and, where they are few, all of them
 */
export function checkCodes(db: Database.Database, filter: Filter): void {
  for (const of of [filter, filter.not ?? {}])
    for (const field of Object.keys(HELD) as Field[])
      for (const code of of[field] ?? []) {
        if (codesOf[field]().includes(code) || db.prepare(HELD[field]).pluck().get({ code }) === 1) continue
        throw new Failure('bad-argument', `${field}: ${unknownCode(field, code)}`)
      }
}

/** More codes than this are not listed in a message. */
const LISTED = 60

/** That there is no such code, which one is most like it, and which there are. */
function unknownCode(field: Field, code: string): string {
  const known = codesOf[field]()
  const like = byName(field, code) ?? nearest(code, known)
  const listed = known.length <= LISTED ? `; there are ${known.join(', ')}` : ''
  return `there is no ${field} '${code}'${like === undefined ? '' : `; did you mean ${like}?`}${listed}`
}

/** The code of a country that is named, not coded. */
function byName(field: Field, given: string): string | undefined {
  if (field !== 'country' && field !== 'source') return undefined
  const name = given.toLowerCase()
  const found = codebookTable('entity/countries.tsv').find(([, ...names]) =>
    names.some((cell) => cell.toLowerCase().split('|').includes(name)),
  )
  return found?.[0]
}

function codes(set: CodeSet): string[] {
  return [...new Set(meaningsOf(set).map(({ code }) => code))]
}

/** PLOVER's countries, and what it has in their place for those that are of none. */
function countries(): string[] {
  return [...codebookTable('entity/countries.tsv').map(([code]) => code), ...noLands]
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
