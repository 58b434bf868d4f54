import type Database from 'better-sqlite3'
import type { TakenReport } from '../intake/taken.ts'
import { likeness } from './near.ts'

/** From this share of common runs of words on, two texts of one address are one report; under it, only where their titles are the same too. */
const ALIKE = 0.2

/** A member that is only counted, a line or a row: what stands there tomorrow is something else. */
const COUNTED = /(?:^|, )(?:row )?\d+$/

interface Earlier {
  report: number
  title: string | null
  signature: Buffer | null
}

/**
 * Finds the report that another one corrects: the newest of the same address, id or feed item, of other bytes, whose title is the same or
 * whose text is alike. Broken feeds give one address to stories that have nothing in common: those correct nothing.
 */
export function openCorrected(
  db: Database.Database,
): (taken: TakenReport, signature: Uint8Array) => number | undefined {
  const earlier = db.prepare<{ [name: string]: string | Buffer | null }, Earlier>(
    `SELECT r.report, r.title, s.signature FROM (
       SELECT report FROM reports WHERE url = @url UNION SELECT report FROM reports WHERE id = @id OR id GLOB @later
       UNION SELECT report FROM takings WHERE member = @member AND "from" = @from
     ) found JOIN reports r USING (report) LEFT JOIN signatures s USING (report)
     WHERE NOT EXISTS (SELECT 1 FROM takings t WHERE t.report = r.report AND t.bytes_sha256 = @bytes)
     ORDER BY r.report DESC LIMIT 20`,
  )
  return ({ id, url = null, member = null, from, bytes, title }, signature) => {
    const item = member !== null && COUNTED.test(member) ? null : member
    const of = { id, later: `${literal(id)}~*`, url, member: item, from, bytes: Buffer.from(bytes, 'hex') }
    return earlier
      .all(of)
      .find(
        (other) =>
          (title !== undefined && other.title === title) ||
          (other.signature !== null && likeness(other.signature, signature) >= ALIKE),
      )?.report
  }
}

/** A text as a pattern of GLOB that stands for itself. */
const literal = (text: string) => text.replace(/[*?[]/g, '[$&]')
