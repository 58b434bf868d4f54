/** A column of words of a closed list: stored as a number, the place in the list; the word is made from it when it is asked for. */
const coded = (column: string, words: readonly string[], must = true) =>
  `${column}_code INTEGER ${must ? 'NOT NULL ' : ''}CHECK (${column}_code BETWEEN 0 AND ${words.length - 1}),
  ${column} TEXT AS (CASE ${column}_code ${words.map((word, at) => `WHEN ${at} THEN '${word}'`).join(' ')} END)`

const whenBasis = coded('when_basis', ['own-clause', 'main-clause', 'sentence-before', 'published'], false)
const STATUSES = ['happened', 'ongoing', 'planned', 'threatened', 'requested', 'supposed', 'denied', 'not-happened']
const DAY = `day_number INTEGER NOT NULL,
  day TEXT AS (CASE WHEN day_number > -9999999 THEN date(day_number * 86400, 'unixepoch') ELSE '' END)`

/** Rows of a table are never removed, and these columns of them, or all, never changed. */
const stays = (table: string, columns?: string) => `
CREATE TRIGGER ${table}_stay BEFORE UPDATE ${columns ? `OF ${columns} ` : ''}ON ${table} BEGIN SELECT RAISE(ABORT, '${table} are never changed'); END;
CREATE TRIGGER ${table}_are_kept BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} are never removed'); END;`

/**
 * The desk's first tables. Plain ones, so that a person can ask them with `sqlite3` or Datasette: rows of the record have the record's
 * names, spans are two columns, and what a row belongs to is an integer. `n` is a row's place in its record; rows of one record point
 * at each other by it. What would take much room is a number, beside which a column that SQLite makes gives the words.
 */
export const first = `
CREATE TABLE reports (
  report INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256_bytes BLOB NOT NULL,
  sha256 TEXT AS (lower(hex(sha256_bytes))),
  published TEXT, title TEXT, outlet TEXT, url TEXT, byline TEXT,
  published_at INTEGER NOT NULL,
  language TEXT NOT NULL,
  words INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('read', 'kept', 'failed')),
  error_code TEXT, error_message TEXT,
  copy_of INTEGER REFERENCES reports (report),
  added TEXT NOT NULL,
  -- last, so that the rest of a row is read without it
  text TEXT NOT NULL
) STRICT;
CREATE INDEX reports_sha256 ON reports (substr(sha256_bytes, 1, 6));
CREATE INDEX reports_published ON reports (published_at);
CREATE INDEX reports_outlet ON reports (outlet);
CREATE INDEX reports_copy ON reports (copy_of) WHERE copy_of IS NOT NULL;

-- each time that a report was taken from somewhere, copies to the byte too
CREATE TABLE takings (
  taking INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (report),
  "from" TEXT NOT NULL, member TEXT,
  at TEXT NOT NULL,
  bytes_sha256 BLOB NOT NULL,
  bytes TEXT AS (lower(hex(bytes_sha256))),
  notes TEXT
) STRICT;
CREATE INDEX takings_report ON takings (report);
CREATE INDEX takings_bytes ON takings (substr(bytes_sha256, 1, 6));

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
  hash INTEGER NOT NULL, report INTEGER NOT NULL,
  PRIMARY KEY (hash, report)
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
  -- what the record says of the report, where it is not what the report's own row says
  about TEXT,
  language TEXT NOT NULL,
  -- the record's dateline, as JSON
  dateline TEXT,
  UNIQUE (report, reader)
) STRICT;

-- an entity over all reports: its name, kind and code, once
CREATE TABLE named (
  named INTEGER PRIMARY KEY,
  -- a hash of the name in small letters: names are looked up by it
  fold INTEGER NOT NULL,
  name TEXT NOT NULL,
  ${coded('kind', ['', 'person', 'organization', 'group', 'place', 'facility', 'other'])},
  country TEXT NOT NULL, sectors TEXT NOT NULL, link TEXT NOT NULL,
  reports INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0,
  statements INTEGER NOT NULL DEFAULT 0, acts INTEGER NOT NULL DEFAULT 0, receives INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX named_fold ON named (fold);

CREATE TABLE entities (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT,
  named INTEGER NOT NULL REFERENCES named (named),
  ${coded('basis', ['registry', 'title', 'nationality', 'context'], false)},
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  reading INTEGER NOT NULL, entity INTEGER NOT NULL,
  start INTEGER NOT NULL, length INTEGER NOT NULL, "end" INTEGER AS (start + length),
  ${coded('form', ['name', 'nominal', 'pronoun', 'title'])},
  PRIMARY KEY (reading, entity, start, length, form_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  ${coded('type', ['DATE', 'TIME', 'DURATION', 'SET'])},
  value TEXT NOT NULL, mod TEXT,
  "from" TEXT, "to" TEXT, anchor INTEGER, said TEXT, calendar TEXT,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

-- where on the earth places lie
CREATE TABLE spots (
  spot INTEGER PRIMARY KEY,
  country TEXT, lat REAL, lon REAL
) STRICT;
CREATE INDEX spots_lat ON spots (lat, lon);

CREATE TABLE places (
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  entity INTEGER,
  spot INTEGER REFERENCES spots (spot),
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

-- speaker, "when", "where" and within are places in the record (n) of the same reading; the columns after confidence repeat what lists are searched by
CREATE TABLE statements (
  statement INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT NOT NULL,
  source_start INTEGER, source_end INTEGER,
  cue_start INTEGER, cue_end INTEGER,
  ${coded('quotation', ['direct', 'indirect', 'mixed'])},
  act TEXT NOT NULL, negated INTEGER NOT NULL,
  "to" TEXT,
  speaker INTEGER, "when" INTEGER, "where" INTEGER, within INTEGER,
  ${whenBasis},
  occasion_start INTEGER, occasion_end INTEGER,
  confidence REAL NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (report),
  newest INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  ${DAY},
  speaker_named INTEGER REFERENCES named (named),
  place_named INTEGER REFERENCES named (named), place_country TEXT,
  UNIQUE (reading, n)
) STRICT;
CREATE INDEX statements_published ON statements (published_at) WHERE newest;
CREATE INDEX statements_act ON statements (act, published_at) WHERE newest;
CREATE INDEX statements_day ON statements (day_number) WHERE newest;
CREATE INDEX statements_speaker ON statements (speaker_named, published_at) WHERE newest;

CREATE TABLE contents (
  statement INTEGER NOT NULL REFERENCES statements (statement), n INTEGER NOT NULL,
  ${coded('part', ['content', 'quoted'])},
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (statement, part_code, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  event INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (reading), n INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL,
  trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  "when" INTEGER, "where" INTEGER,
  ${whenBasis},
  killed INTEGER, injured INTEGER, arrested INTEGER, size INTEGER,
  counts TEXT,
  ${coded('status', STATUSES)},
  word INTEGER,
  why TEXT NOT NULL,
  confidence REAL NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (report),
  newest INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  ${DAY},
  word_named INTEGER REFERENCES named (named),
  place_named INTEGER REFERENCES named (named), place_country TEXT,
  UNIQUE (reading, n)
) STRICT;
CREATE INDEX events_published ON events (published_at) WHERE newest;
CREATE INDEX events_type ON events (type, published_at, report) WHERE newest;
CREATE INDEX events_status ON events (status_code, published_at, report) WHERE newest;
CREATE INDEX events_day ON events (day_number) WHERE newest;

CREATE TABLE roles (
  event INTEGER NOT NULL REFERENCES events (event),
  ${coded('role', ['actor', 'recipient'])},
  n INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  entity INTEGER,
  named INTEGER NOT NULL REFERENCES named (named),
  PRIMARY KEY (event, role_code, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_named ON roles (named, role_code, event);

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

-- what was taken and what the machine read stays as it is; only which reading is the newest changes, and what came of reading
${stays('reports', 'id, sha256_bytes, published, title, outlet, url, byline, published_at, language, words, added, text')}
${stays('readings', 'report, reader, about, language, dateline')}
${stays('statements', 'reading, n, id, source_start, source_end, cue_start, cue_end, quotation_code, act, negated, "to", speaker, "when", "where", within, when_basis_code, occasion_start, occasion_end, confidence, report')}
${stays('events', 'reading, n, id, type, mode, contexts, trigger_start, trigger_end, "when", "where", when_basis_code, killed, injured, arrested, size, counts, status_code, word, why, confidence, report')}
${['takings', 'entities', 'mentions', 'times', 'places', 'spots', 'contents', 'roles', 'links', 'notes'].map((table) => stays(table)).join('\n')}

-- full-text search over texts and contents; a row's number is the report's or the statement's
CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='report', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5(content, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
`
