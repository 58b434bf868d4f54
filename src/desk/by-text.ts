import type Database from 'better-sqlite3'

/** Finds the report that has a text, by the text's SHA-256 in hexadecimal: the index holds the first bytes of it. */
export function openByText(db: Database.Database): (sha256: string) => { report: number; id: string } | undefined {
  const find = db.prepare<{ sha256: Buffer }, { report: number; id: string }>(
    'SELECT report, id FROM reports WHERE substr(sha256_bytes, 1, 6) = substr(@sha256, 1, 6) AND sha256_bytes = @sha256 LIMIT 1',
  )
  return (sha256) => find.get({ sha256: Buffer.from(sha256, 'hex') })
}
