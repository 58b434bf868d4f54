import type Database from 'better-sqlite3'

/** Makes a reading the one that lists show and that counts, or takes it out of them: it stays either way. */
export interface Showing {
  show(reading: number): void
  outdate(reading: number): void
}

export function openShowing(db: Database.Database): Showing {
  const turn = (newest: 0 | 1): ((reading: number) => void) => {
    const by = newest === 1 ? '+' : '-'
    const run = [
      `UPDATE readings SET newest = ${newest} WHERE reading = @reading`,
      `UPDATE named SET reports = reports ${by} 1, mentions = mentions ${by} (SELECT count(*) FROM mentions m JOIN entities e ON e.reading = m.reading AND e.n = m.entity JOIN named x ON x.named = e.named
         WHERE e.reading = @reading AND coalesce(x.same_as, x.named) = named.named AND m.form <> 'title')
       WHERE named IN (SELECT coalesce(x.same_as, x.named) FROM entities e JOIN named x USING (named) WHERE e.reading = @reading)`,
      `UPDATE named SET statements = statements ${by} (SELECT count(*) FROM statements s WHERE s.reading = @reading AND s.speaker_named = named.named)
       WHERE named IN (SELECT speaker_named FROM statements WHERE reading = @reading)`,
      `UPDATE named SET acts = acts ${by} (SELECT count(*) FROM events v JOIN roles o USING (event) WHERE v.reading = @reading AND o.named = named.named AND o.role = 'actor'),
         receives = receives ${by} (SELECT count(*) FROM events v JOIN roles o USING (event) WHERE v.reading = @reading AND o.named = named.named AND o.role = 'recipient')
       WHERE named IN (SELECT o.named FROM events v JOIN roles o USING (event) WHERE v.reading = @reading)`,
      `UPDATE statements SET newest = ${newest} WHERE reading = @reading`,
      `UPDATE events SET newest = ${newest} WHERE reading = @reading`,
    ].map((sql) => db.prepare(sql))
    return (reading) => {
      for (const statement of run) statement.run({ reading })
    }
  }
  return { show: turn(1), outdate: turn(0) }
}
