/** Coding by several people: the rows that were drawn by lot, who was given which rows, which decisions settle, and which reports were marked whole. */
export const coding = `
-- rows of the random share, whoever decided them: what estimates are made from
CREATE TABLE sampled (
  report INTEGER NOT NULL REFERENCES reports (report), row TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (report, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
  assignment INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (report), row TEXT NOT NULL,
  person TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('random', 'unsure', 'frequent')),
  -- 1 where a second person is to code the row too
  twice INTEGER NOT NULL CHECK (twice IN (0, 1)),
  at TEXT NOT NULL,
  back_at TEXT
) STRICT;
CREATE UNIQUE INDEX assignments_row ON assignments (report, row, person);
CREATE INDEX assignments_person ON assignments (person, back_at);

-- decisions, by their ids, that settle what coders disagreed on
CREATE TABLE settlings (decision TEXT PRIMARY KEY ) STRICT, WITHOUT ROWID;

-- reports of which somebody says that every row was decided and every missed one added; the newest of a report counts
CREATE TABLE wholes (
  whole INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (report),
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  by TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX wholes_report ON wholes (report, whole);
`
