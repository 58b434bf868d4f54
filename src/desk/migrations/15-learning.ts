/** What a desk learned from its decisions, as far as a person said so: rows of tables that are laid over the codebook, and curves for confidences. */
export const learning = `
-- what people said of suggested rows; the newest of a file and a line counts
CREATE TABLE learned (
  learned INTEGER PRIMARY KEY,
  file TEXT NOT NULL, line TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'declined', 'open')),
  says TEXT NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX learned_line ON learned (file, line, learned);
CREATE TRIGGER learned_stay BEFORE UPDATE ON learned BEGIN SELECT RAISE(ABORT, 'what was learned is never changed'); END;
CREATE TRIGGER learned_are_kept BEFORE DELETE ON learned BEGIN SELECT RAISE(ABORT, 'what was learned is never removed'); END;

-- curves that confidences are shown under; the newest of a list counts; no slope: the reader's own again
CREATE TABLE curves (
  curve INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('statements', 'events')),
  slope REAL CHECK (slope > 0), shift REAL,
  rows INTEGER NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TRIGGER curves_stay BEFORE UPDATE ON curves BEGIN SELECT RAISE(ABORT, 'curves are never changed'); END;
CREATE TRIGGER curves_are_kept BEFORE DELETE ON curves BEGIN SELECT RAISE(ABORT, 'curves are never removed'); END;
`
