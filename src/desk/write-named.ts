import type Database from 'better-sqlite3'
import { folded, foldOf } from './fold.ts'
import { numberOf } from './lists.ts'

/** What is counted of a name. */
interface Counts {
  reports?: number
  mentions?: number
  statements?: number
  acts?: number
  receives?: number
}

interface Code {
  country?: string
  sectors: string[]
}

/** Numbers of names over all reports, and what is counted of them. */
export interface NamedRows {
  /** the number of a name with its kind ('' where nothing but words is known), codes and link */
  numberOf(name: string, kind: string, code?: Code, link?: string): number
  /** the name that a name stands for: itself, or whom people joined it with */
  standsFor(number: number): number
  count(number: number, counts: Counts): void
}

export function openNamed(db: Database.Database): NamedRows {
  const find = db
    .prepare(
      'SELECT named FROM named WHERE fold = ? AND name = ? AND kind_code = ? AND country = ? AND sectors = ? AND link = ?',
    )
    .pluck()
  const insert = db.prepare(
    'INSERT INTO named (fold, name, kind_code, country, sectors, link) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const standsFor = db.prepare<[number], number>('SELECT coalesce(same_as, named) FROM named WHERE named = ?').pluck()
  // whoever is called as one who was joined whole is meant
  const join = db.prepare(
    `UPDATE named SET joined_whole = 1, same_as = (SELECT m.same_as FROM named m WHERE m.fold = named.fold AND folded(m.name) = folded(named.name) AND m.joined_whole = 1)
     WHERE named = ? AND EXISTS (SELECT 1 FROM named m WHERE m.fold = named.fold AND folded(m.name) = folded(named.name) AND m.joined_whole = 1)`,
  )
  const add = db.prepare(
    'UPDATE named SET reports = reports + ?, mentions = mentions + ?, statements = statements + ?, acts = acts + ?, receives = receives + ? WHERE named = ?',
  )
  return {
    numberOf(name, kind, code, link = '') {
      const sectors = JSON.stringify(code?.sectors ?? [])
      const values = [foldOf(folded(name)), name, numberOf('kind', kind), code?.country ?? '', sectors, link]
      const known = find.get(values) as number | undefined
      if (known !== undefined) return known
      const made = Number(insert.run(values).lastInsertRowid)
      join.run(made)
      return made
    },
    standsFor: (number) => standsFor.get(number) ?? number,
    count(number, { reports = 0, mentions = 0, statements = 0, acts = 0, receives = 0 }) {
      add.run(reports, mentions, statements, acts, receives, number)
    },
  }
}
