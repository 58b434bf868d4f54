import type { Namesakes } from '../rows/decision.ts'
import type { Filter, Query } from '../rows/filter.ts'
import { isKey, nameFields } from '../rows/name-fields.ts'
import type { Bearer } from '../rows/rows.ts'
import { bearersOf } from './bearers.ts'
import type { OpenedDesk } from './open.ts'

/**
 * Names of a filter that several share, as far as their reports tell them apart: which of them is meant must be asked.
 *
 * @example namesakesOf(desk, { filter: { speaker: ['Ilse Marek'] } })[0]?.bearers.map(({ key }) => key) // ['e12', 'e40']
 */
export function namesakesOf({ db }: Pick<OpenedDesk, 'db'>, { filter = {} }: { filter?: Filter }): Namesakes[] {
  return nameFields.flatMap((field) =>
    (filter[field] ?? [])
      .filter((name) => !isKey(name))
      .map((name) => ({
        field,
        name,
        bearers: bearersOf(db)
          .of(name)
          .map(({ numbers: _, ...bearer }) => bearer),
      }))
      .filter(({ bearers }) => bearers.length > 1),
  )
}

/** Codes and titles of one of those who share a name. @example bearerWords(bearer) // 'person, KES, GOV, "foreign minister"' */
export function bearerWords({ kind, countries, sectors, titles }: Omit<Bearer, 'key'>): string {
  const title = titles.length > 0 ? [`"${titles[0]}"`] : []
  return [kind, countries.join('/'), sectors.join(' '), ...title].filter((part) => part !== '').join(', ')
}

/**
 * The question which of several is meant, a line each.
 *
 * @example sayNamesakes(namesakes)
 * // 2 are called Ilse Marek; which is meant says --speaker with its key:
 * //   e12  person, KES, GOV, "foreign minister": 14 statements, 3 events, in 9 reports such as r3
 */
export function sayNamesakes({ field, name, bearers }: Namesakes, before = ''): string {
  const lines = bearers.map((bearer) => {
    const { key, statements, acts, receives, reports, report } = bearer
    const counts = [some(statements, 'statement'), some(acts + receives, 'event')].join(', ')
    const where = report === undefined ? '' : ` in ${some(reports, 'report')} such as ${report}`
    return `  ${key}  ${bearerWords(bearer)}: ${counts}${where}`
  })
  return `${bearers.length} are called ${name}; which is meant says ${before}${field} with its key:\n${lines.join('\n')}`
}

const some = (count: number, of: string) => `${count} ${of}${count === 1 ? '' : 's'}`

/** A query with names beside its keys, to be said in words. @example named(desk, query).filter?.speaker // ['Ilse Marek (e12)'] */
export function namedQuery<Q extends Pick<Query, 'list'> & { filter?: Filter }>(
  { db }: Pick<OpenedDesk, 'db'>,
  query: Q,
): Q {
  const nameOf = db.prepare<[number], string>('SELECT name FROM named WHERE named = ?').pluck()
  const said = (filter: Filter | undefined): Filter | undefined => {
    if (!filter || !nameFields.some((field) => filter[field]?.some(isKey))) return filter
    const words = { ...filter }
    for (const field of nameFields)
      words[field] = filter[field]?.map((value) => {
        const name = isKey(value) ? nameOf.get(Number(value.slice(1))) : undefined
        return name === undefined ? value : `${name} (${value})`
      })
    return words
  }
  const filter = said(query.filter)
  return filter ? { ...query, filter: { ...filter, ...(filter.not && { not: said(filter.not) }) } } : query
}
