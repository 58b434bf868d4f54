import type { OpenedDesk } from './open.ts'

/** What a desk holds, how it was read, and what is left to do. */
export interface DeskStatus {
  file: string
  /** bytes of the file, and of the texts in it */
  size: number
  texts: number
  reports: { state: string; count: number }[]
  copies: number
  languages: { value: string; count: number }[]
  rows: { statements: number; events: number; entities: number; decisions: number }
  readers: { version: string; models: string; codebook: string; reports: number; newest: number }[]
  failed: { report: string; code: string; message: string }[]
  refused: { from: string; member: string; code: string; message: string; at: string }[]
  /** keys of decided rows that the newest reading no longer has, or whose mend no longer fits it */
  lost: string[]
}

/** Most failures and refusals that are listed. */
const MOST = 100

export function statusOf({ db, file }: OpenedDesk): DeskStatus {
  const all = <T>(sql: string) => db.prepare(sql).all() as T[]
  const one = (sql: string) => db.prepare(sql).pluck().get() as number
  return {
    file,
    size: one('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
    texts: one('SELECT coalesce(sum(octet_length(text)), 0) FROM reports'),
    reports: all('SELECT state, count(*) AS count FROM reports GROUP BY state ORDER BY count DESC'),
    copies: one('SELECT count(*) FROM reports WHERE copy_of IS NOT NULL'),
    languages: all('SELECT language AS value, count(*) AS count FROM reports GROUP BY 1 ORDER BY count DESC, 1'),
    rows: {
      statements: one('SELECT count(*) FROM statements WHERE newest'),
      events: one('SELECT count(*) FROM events WHERE newest'),
      entities: one("SELECT count(*) FROM named WHERE reports > 0 AND kind <> ''"),
      decisions: one('SELECT count(*) FROM decisions'),
    },
    readers: all(
      `SELECT version, models, codebook, count(*) AS reports, sum(newest OR EXISTS (SELECT 1 FROM readings o WHERE o.over = g.reading AND o.newest)) AS newest
       FROM readings g JOIN readers USING (reader) WHERE over IS NULL GROUP BY reader ORDER BY reader`,
    ),
    failed: all(
      `SELECT id AS report, error_code AS code, error_message AS message FROM reports WHERE state = 'failed' ORDER BY report LIMIT ${MOST}`,
    ),
    refused: all(`SELECT "from", member, code, message, at FROM refusals ORDER BY refusal DESC LIMIT ${MOST}`),
    lost: (
      all(
        `SELECT r.id || '#' || d.row AS key FROM standing d JOIN reports r USING (report) WHERE NOT d.fits OR (
         NOT EXISTS (SELECT 1 FROM readings g JOIN statements s USING (reading) WHERE g.report = d.report AND g.newest AND s.id = d.row)
         AND NOT EXISTS (SELECT 1 FROM readings g JOIN events v USING (reading) WHERE g.report = d.report AND g.newest AND v.id = d.row)) ORDER BY key`,
      ) as { key: string }[]
    ).map(({ key }) => key),
  }
}
