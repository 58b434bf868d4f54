/**
 * Stories: which report is of which, the terms that it is compared by, and the words by which it is found. A story that was merged into another keeps
 * its row, so that its address leads on.
 */
export const stories = `
CREATE TABLE stories (
  story INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  merged_into INTEGER REFERENCES stories (story)
) STRICT;

CREATE TABLE story_reports (
  report INTEGER PRIMARY KEY REFERENCES reports (report),
  story INTEGER NOT NULL REFERENCES stories (story),
  -- days since 1970 of publication, where it is known
  day INTEGER,
  -- none for near copies, which go where the report goes that they copy
  terms BLOB
) STRICT;
CREATE INDEX story_reports_story ON story_reports (story, report);

CREATE TABLE story_words (
  word INTEGER NOT NULL, report INTEGER NOT NULL,
  PRIMARY KEY (word, report)
) STRICT, WITHOUT ROWID;

-- in how many reports each term stands, up to one report; made again from the terms of later ones
CREATE TABLE story_counts (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  upto INTEGER NOT NULL, reports INTEGER NOT NULL, grouped INTEGER NOT NULL,
  terms BLOB NOT NULL
) STRICT;
`
