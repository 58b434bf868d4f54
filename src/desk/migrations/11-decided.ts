import { parts } from './9-views.ts'
import { viewsOf } from './views-of.ts'

/** A row's reading is one that people's decisions made over the machine's: such readings are made anew with each decision. */
const OVER: { readonly [table: string]: string } = {
  readings: 'OLD.over IS NOT NULL',
  ...Object.fromEntries(
    ['statements', 'events', 'entities', 'mentions', 'times', 'places', 'links', 'notes'].map((table) => [
      table,
      '(SELECT over FROM readings WHERE reading = OLD.reading) IS NOT NULL',
    ]),
  ),
  contents: '(SELECT over FROM statements JOIN readings USING (reading) WHERE statement = OLD.statement) IS NOT NULL',
  roles: '(SELECT over FROM events JOIN readings USING (reading) WHERE event = OLD.event) IS NOT NULL',
}

const mayGo = Object.entries(OVER)
  .map(
    ([table, over]) => `DROP TRIGGER ${table}_are_kept;
CREATE TRIGGER ${table}_are_kept BEFORE DELETE ON ${table} WHEN NOT (${over}) BEGIN SELECT RAISE(ABORT, '${table} are never removed'); END;`,
  )
  .join('\n')

/** What stands of a row after all decisions on it. */
export const standing = '(SELECT d.verdict FROM standing d WHERE d.report = t.report AND d.row = t.id)'

/**
 * Rows that people add, and rows as they mended them, in the tables of all rows: a reading that lies over the machine's, which stays as it is. What stands of
 * a row after all decisions is kept at hand.
 */
export const decided = `
DROP VIEW v_statements; DROP VIEW v_quotes; DROP VIEW v_events; DROP VIEW v_dyads;

CREATE TABLE decisions_anew (
  decision INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (report),
  row TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'mended', 'added', 'open')),
  by TEXT NOT NULL, at TEXT NOT NULL, why TEXT, mend TEXT,
  taken_at TEXT,
  brings TEXT, undoes TEXT, named TEXT
) STRICT;
INSERT INTO decisions_anew (decision, id, key, report, row, verdict, by, at, why, mend, taken_at)
  SELECT decision, id, key, report, row, verdict, by, at, why, mend, taken_at FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_anew RENAME TO decisions;
CREATE INDEX decisions_row ON decisions (report, row, decision);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;

-- what stands of a row after all decisions on it
CREATE TABLE standing (
  report INTEGER NOT NULL REFERENCES reports (report), row TEXT NOT NULL,
  verdict TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, why TEXT,
  -- the decisions that added the row, and whose mend stands
  added INTEGER REFERENCES decisions (decision), mended INTEGER REFERENCES decisions (decision),
  -- 0 where the row is not as it was decided: what is mended no longer fits what a later reader read
  fits INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (report, row)
) STRICT, WITHOUT ROWID;
INSERT INTO standing (report, row, verdict, by, at, why, mended)
  SELECT report, row, verdict, by, at, why, iif(verdict = 'mended', decision, NULL) FROM decisions d
  WHERE verdict <> 'open' AND decision = (SELECT max(decision) FROM decisions x WHERE x.report = d.report AND x.row = d.row);

-- the machine's reading that this one lies over, with what people mended and added
ALTER TABLE readings ADD COLUMN over INTEGER REFERENCES readings (reading);
DROP TRIGGER readings_stay;
CREATE TRIGGER readings_stay BEFORE UPDATE OF report, reader, about, language, dateline ON readings WHEN OLD.over IS NULL BEGIN SELECT RAISE(ABORT, 'readings are never changed'); END;
${mayGo}

${viewsOf({ ...parts, decided: standing })}`
