/**
 * Full-text search by the stems of English words, and over who speaks as well as over what is said; the characters that SQLite counts as one and offsets
 * as two, so that words can be cut out by SQL.
 */
export const words = `
DROP TABLE report_words;
CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='report', columnsize=0, tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO report_words (rowid, title, text) SELECT report, coalesce(title, ''), text FROM reports;
DROP TABLE statement_words;
CREATE VIRTUAL TABLE statement_words USING fts5(content, speaker, content='', columnsize=0, tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO statement_words (rowid, content, speaker)
  SELECT s.statement,
    (SELECT group_concat(cut(r.text, c.start, c."end"), ' … ') FROM contents c WHERE c.statement = s.statement AND c.part = 'content'),
    coalesce(n.name, '') || ' ' || coalesce(cut(r.text, s.source_start, s.source_end), '')
  FROM statements s JOIN reports r USING (report) LEFT JOIN named n ON n.named = s.speaker_named;

-- where in a text the characters beyond U+FFFF stand, of which offsets count two and SQLite one
CREATE TABLE wide_characters (
  report INTEGER NOT NULL REFERENCES reports (report), at INTEGER NOT NULL,
  PRIMARY KEY (report, at)
) STRICT, WITHOUT ROWID;
INSERT INTO wide_characters (report, at) SELECT r.report, j.value FROM reports r JOIN json_each(wide_characters_in(r.text)) j;

-- when a reading was put in, and when a decision was taken down, by the clock of the machine
ALTER TABLE readings ADD COLUMN at TEXT;
ALTER TABLE decisions ADD COLUMN taken_at TEXT;
`
