import type Database from 'better-sqlite3'
import type { Overlay } from '../../lay-over.ts'
import { parseTable } from '../../resources.ts'

/** A row of a table that is laid over the codebook, and what a person said of it. */
export interface Learned {
  file: string
  line: string
  verdict: 'accepted' | 'declined'
  /** why it was suggested */
  says: string
  by: string
  at: string
}

/** What people said of suggestions, the newest of each. */
export function learnedIn(db: Database.Database): Learned[] {
  return db
    .prepare<[], Learned>(
      `SELECT file, line, verdict, says, by, at FROM learned l
       WHERE learned = (SELECT max(learned) FROM learned WHERE file = l.file AND line = l.line) AND verdict <> 'open' ORDER BY file, line`,
    )
    .all()
}

/** The tables that people accepted on a desk, as a folder that `--codebook` takes has them; empty where they accepted nothing. */
export function learnedTables(db: Database.Database): Overlay {
  const tables: { [file: string]: string } = {}
  for (const { file, line } of learnedIn(db).filter(({ verdict }) => verdict === 'accepted'))
    tables[file] = `${tables[file] ?? ''}${line}\n`
  return tables
}

/**
 * The tables that are laid over the codebook when a desk's reports are read: those that were given, and the rows that people accepted on this desk. Where both speak of
 * one thing the given row stands.
 */
export function withLearned({ db }: { db: Database.Database }, given?: Overlay): Overlay | undefined {
  const learned = Object.entries(learnedTables(db))
  if (learned.length === 0) return given
  const tables: { [file: string]: string } = { ...given }
  for (const [file, text] of learned) {
    const own = tables[file] ?? ''
    const taken = new Set(parseTable(own.replace(/^!/gm, '')).map((fields) => subjectOf(file, fields)))
    const lines = text.split('\n').filter((line) => line !== '' && !taken.has(subjectOf(file, line.split('\t'))))
    if (lines.length > 0) tables[file] = `${own}${own === '' || own.endsWith('\n') ? '' : '\n'}${lines.join('\n')}\n`
  }
  return tables
}

/** What a row is of: a cue and its part of speech, or the first of somebody's names. */
const subjectOf = (file: string, fields: readonly string[]): string =>
  file === CUES ? fields.slice(0, 2).join('\t') : (fields.at(-1) ?? '').split('|')[0]

export const CUES = 'statement/cues.tsv'
