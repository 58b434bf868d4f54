/**
 * The desk's first tables. Plain ones, so that a person can ask them with `sqlite3` or Datasette: rows of the record have the record's
 * names, spans are two columns, and what a row belongs to is an integer. `n` is a row's place in its record.
 */
export const first = `
CREATE TABLE reports (
  report INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  published TEXT, title TEXT, outlet TEXT, url TEXT, byline TEXT,
  language TEXT NOT NULL,
  words INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('read', 'kept', 'failed')),
  error_code TEXT, error_message TEXT,
  copy_of INTEGER REFERENCES reports (report),
  added TEXT NOT NULL,
  -- last, so that the rest of a row is read without it
  text TEXT NOT NULL
) STRICT;
CREATE INDEX reports_sha256 ON reports (sha256);
CREATE INDEX reports_published ON reports (coalesce(published, ''), report);
CREATE INDEX reports_outlet ON reports (outlet);
CREATE INDEX reports_copy ON reports (copy_of) WHERE copy_of IS NOT NULL;

-- each time that a report was taken from somewhere, copies to the byte too
CREATE TABLE takings (
  taking INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (report),
  "from" TEXT NOT NULL, member TEXT,
  at TEXT NOT NULL,
  bytes TEXT NOT NULL,
  notes TEXT
) STRICT;
CREATE INDEX takings_report ON takings (report);
CREATE INDEX takings_bytes ON takings (bytes);

-- what could not be taken at all
CREATE TABLE refusals (
  refusal INTEGER PRIMARY KEY,
  "from" TEXT NOT NULL, member TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  code TEXT NOT NULL, message TEXT NOT NULL,
  UNIQUE ("from", member, code)
) STRICT;

-- near copies: a report's MinHash signature, and the hashes of its bands
CREATE TABLE signatures (
  report INTEGER PRIMARY KEY REFERENCES reports (report),
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE bands (
  band INTEGER NOT NULL, hash INTEGER NOT NULL, report INTEGER NOT NULL,
  PRIMARY KEY (band, hash, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE readers (
  reader INTEGER PRIMARY KEY,
  version TEXT NOT NULL, models TEXT NOT NULL, codebook TEXT NOT NULL,
  UNIQUE (version, models, codebook)
) STRICT;

-- a report as one reader read it; the newest of a report is what lists show
CREATE TABLE readings (
  reading INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (report),
  reader INTEGER NOT NULL REFERENCES readers (reader),
  newest INTEGER NOT NULL,
  published TEXT, title TEXT, outlet TEXT, url TEXT, byline TEXT,
  language TEXT NOT NULL,
  UNIQUE (report, reader)
) STRICT;

-- an entity over all reports: its name, kind and code, once
CREATE TABLE named (
  named INTEGER PRIMARY KEY,
  name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, sectors TEXT NOT NULL, link TEXT NOT NULL,
  reports INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0,
  statements INTEGER NOT NULL DEFAULT 0, acts INTEGER NOT NULL DEFAULT 0, receives INTEGER NOT NULL DEFAULT 0,
  UNIQUE (name, kind, country, sectors, link)
) STRICT;
CREATE INDEX named_folded ON named (name COLLATE NOCASE);

CREATE TABLE entities (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT NOT NULL,
  named INTEGER NOT NULL REFERENCES named (named),
  basis TEXT,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_named ON entities (named);

CREATE TABLE mentions (
  reading INTEGER NOT NULL, entity INTEGER NOT NULL, n INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('name', 'nominal', 'pronoun', 'title')),
  PRIMARY KEY (reading, entity, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  type TEXT NOT NULL, value TEXT NOT NULL, mod TEXT,
  "from" TEXT, "to" TEXT, anchor TEXT,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  entity TEXT, country TEXT, lat REAL, lon REAL,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

-- speaker, "when", "where" and within are ids of the same reading; the columns after confidence repeat what lists are searched by
CREATE TABLE statements (
  statement INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT NOT NULL,
  source_start INTEGER, source_end INTEGER,
  cue_start INTEGER, cue_end INTEGER,
  quotation TEXT NOT NULL, act TEXT NOT NULL, negated INTEGER NOT NULL,
  "to" TEXT,
  speaker TEXT, "when" TEXT, "where" TEXT, within TEXT,
  occasion_start INTEGER, occasion_end INTEGER,
  confidence REAL NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (report),
  newest INTEGER NOT NULL,
  published TEXT NOT NULL,
  day TEXT NOT NULL,
  speaker_named INTEGER REFERENCES named (named),
  place_named INTEGER REFERENCES named (named), place_country TEXT,
  UNIQUE (reading, n)
) STRICT;
CREATE INDEX statements_report ON statements (report, id);
CREATE INDEX statements_published ON statements (published, statement) WHERE newest;
CREATE INDEX statements_act ON statements (act, published, statement) WHERE newest;
CREATE INDEX statements_day ON statements (day, statement) WHERE newest;
CREATE INDEX statements_speaker ON statements (speaker_named, published, statement) WHERE newest;

CREATE TABLE contents (
  statement INTEGER NOT NULL REFERENCES statements (statement), n INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('content', 'quoted')),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (statement, part, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  event INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL,
  trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  "when" TEXT, "where" TEXT,
  killed INTEGER, injured INTEGER, arrested INTEGER, size INTEGER,
  counts TEXT,
  status TEXT NOT NULL,
  word TEXT,
  why TEXT NOT NULL,
  confidence REAL NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (report),
  newest INTEGER NOT NULL,
  published TEXT NOT NULL,
  day TEXT NOT NULL,
  word_named INTEGER REFERENCES named (named),
  place_named INTEGER REFERENCES named (named), place_country TEXT,
  UNIQUE (reading, n)
) STRICT;
CREATE INDEX events_report ON events (report, id);
CREATE INDEX events_published ON events (published, event) WHERE newest;
CREATE INDEX events_type ON events (type, published, event, report) WHERE newest;
CREATE INDEX events_status ON events (status, published, event, report) WHERE newest;
CREATE INDEX events_day ON events (day, event) WHERE newest;

CREATE TABLE roles (
  event INTEGER NOT NULL REFERENCES events (event),
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')), n INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  entity TEXT,
  named INTEGER NOT NULL REFERENCES named (named),
  PRIMARY KEY (event, role, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_named ON roles (named, role, event);

CREATE TABLE links (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  code TEXT NOT NULL, message TEXT NOT NULL, start INTEGER, "end" INTEGER,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

-- append-only; the row of the newest decision on a key is what counts
CREATE TABLE decisions (
  decision INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (report),
  row TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'mended', 'open')),
  by TEXT NOT NULL, at TEXT NOT NULL, why TEXT, mend TEXT
) STRICT;
CREATE INDEX decisions_row ON decisions (report, row, decision);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;

-- full-text search over texts and contents; a row's number is the report's or the statement's
CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='report', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5(content, content='', tokenize='unicode61 remove_diacritics 2');
`
