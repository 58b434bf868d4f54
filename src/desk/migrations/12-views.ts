/** How many characters SQLite counts before an offset of a report's text. */
const before = (offset: string) =>
  `(${offset} - (SELECT count(*) FROM wide_characters x WHERE x.report = r.report AND x.at < ${offset}))`

/** The words of a span of a report's text. */
const words = (start: string, end: string) => `substr(r.text, ${before(start)} + 1, ${before(end)} - ${before(start)})`
const span = (name: string) =>
  `CASE WHEN t.${name}_start IS NOT NULL THEN ${words(`t.${name}_start`, `t.${name}_end`)} END`

/** A statement's stretches, joined. */
const stretches = (part: string, laid = (text: string) => text) =>
  `(SELECT group_concat(stretch, ' … ') FROM (SELECT ${laid(words('c.start', 'c."end"'))} AS stretch FROM contents c
    WHERE c.statement = t.statement AND c.part = '${part}' ORDER BY c.n))`

const SPACES =
  'char(9, 10, 11, 12, 13, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288, 65279)'
const DOUBLE = `'"“”„«»'`
const OPENS = `substr(s, 1, 1) IN ('‘', '‚', '‹', '\`')`
const CLOSES = `(length(s) > 1 AND substr(s, -1) IN ('''', '’', '‘', '›'))`

/** One step of `bare`, from the one before: what is left between marks, one pair in another, and without the comma before the closing one. */
const step = (n: number) => `a${n} AS (SELECT trim(s, ${SPACES} || ${DOUBLE}) AS s, whole FROM c${n - 1} LIMIT 1),
  b${n} AS (SELECT CASE WHEN ${OPENS} OR (substr(s, 1, 1) = '''' AND ${CLOSES}) THEN substr(s, 2, length(s) - 1 - ${CLOSES}) ELSE s END AS s, whole FROM a${n} LIMIT 1),
  d${n} AS (SELECT trim(s, ${SPACES}) AS s, whole FROM b${n} LIMIT 1),
  c${n} AS (SELECT CASE WHEN substr(s, -1) = ',' AND s <> whole THEN substr(s, 1, length(s) - 1) ELSE s END AS s, whole FROM d${n} LIMIT 1)`

/**
 * Words without the marks around them, as `quotedWords` has them: an apostrophe that is part of the words stays. Steps stand side by side: SQLite as others build it
 * refuses what nests too deep, and with it the whole file. LIMIT keeps each step from being worked out again by the next.
 */
const bare = (text: string) =>
  `(WITH w0 AS (SELECT ${text} AS whole LIMIT 1), c0 AS (SELECT whole AS s, whole FROM w0 LIMIT 1), ${[1, 2, 3].map(step).join(', ')} SELECT nullif(s, '') FROM c3)`

const FROM_REPORT = `r.published, substr(r.published, 1, 10) AS published_date, r.outlet, r.title, r.url`
const DATES = `CASE WHEN w.value IS NOT NULL AND w."from" IS NULL THEN NULL WHEN t.day_number > -9999999 THEN date(t.day_number * 86400, 'unixepoch') END AS date_start,
  CASE WHEN w.value IS NOT NULL AND w."to" IS NULL AND w."from" IS NOT NULL THEN NULL WHEN w."from" IS NULL AND length(w."to") = 10 THEN date(w."to", '-1 day')
    WHEN t.last_day_number IS NOT NULL THEN date(t.last_day_number * 86400, 'unixepoch') END AS date_end,
  t.date_precision, CASE WHEN w."from" IS NOT NULL OR w."to" IS NOT NULL THEN 'event' WHEN r.published IS NOT NULL THEN 'published' END AS date_basis`
const PLACE =
  'l.name AS place, h.country AS place_country, h.level AS place_level, h.lat AS place_lat, h.lon AS place_lon'
const DECIDED = '(SELECT d.verdict FROM standing d WHERE d.report = t.report AND d.row = t.id)'
const RIGHT = `t.newest AND coalesce(${DECIDED}, '') <> 'wrong'`
const ROWS = `JOIN reports r USING (report)
  LEFT JOIN times w ON w.reading = t.reading AND w.n = t."when"
  LEFT JOIN places p ON p.reading = t.reading AND p.n = t."where"
  LEFT JOIN spots h ON h.spot = p.spot
  LEFT JOIN named l ON l.named = t.place_named`

const who = (name: string, table: string) =>
  `${table}.name AS ${name}, nullif(${table}.kind, '') AS ${name}_kind, nullif(${table}.country, '') AS ${name}_country, nullif(${table}.sectors, '[]') AS ${name}_sectors, nullif(${table}.link, '') AS ${name}_link`
const ROLE = `(SELECT ${words('m.start', 'm."end"')} FROM mentions m WHERE m.reading = t.reading AND m.entity = t.speaker AND m.form = 'title' ORDER BY m.start LIMIT 1) AS speaker_role`

const STATEMENT = `r.id || '#' || t.id AS row_key, ${who('speaker', 'n')}, ${ROLE}`
const SAID = `${span('sentence')} AS sentence, t.act, t.negated,
  (SELECT group_concat(a.name, ' | ') FROM json_each(t."to") j JOIN entities e ON e.reading = t.reading AND e.n = j.value JOIN named a USING (named)) AS addressees,
  ${DATES}, ${PLACE}, t.confidence, ${DECIDED} AS decided, r.id AS report, ${FROM_REPORT}, t.statement`
const SPEAKER = 'LEFT JOIN named n ON n.named = t.speaker_named'

const parties = (role: string) =>
  `(SELECT group_concat(name, ' | ') FROM (SELECT a.name FROM roles o JOIN named a USING (named) WHERE o.event = t.event AND o.role = '${role}' ORDER BY o.n))`
const TOLD = `t.type, t.mode AS event_mode, nullif(t.contexts, '[]') AS contexts, t.status, ${words('t.trigger_start', 't.trigger_end')} AS trigger_text, ${span('sentence')} AS sentence,
  ${DATES}, ${PLACE}, t.killed, t.injured, t.arrested, t.size AS participants,
  g.name AS word, (SELECT r.id || '#' || s.id FROM statements s WHERE s.reading = t.reading AND s.n = t.word) AS claim_key,
  t.confidence, ${DECIDED} AS decided, r.id AS report, ${FROM_REPORT}, t.event`

const QUOTED = `CASE t.quotation WHEN 'direct' THEN ${stretches('content', bare)} WHEN 'mixed' THEN ${stretches('quoted', bare)} END`

/** Whether two roles are not known to be one entity's. */
const other = (a: string, b: string) => `(${a}.entity IS NULL OR ${b}.entity IS NULL OR ${a}.entity <> ${b}.entity)`

/**
 * Rows with their words and names, for people who look at a desk with SQL: newest readings alone, without what people decided is wrong. Columns are
 * named as those of the exported tables.
 */
export const views = `
DROP VIEW v_statements;
DROP VIEW v_quotes;
DROP VIEW v_events;
DROP VIEW v_dyads;

CREATE VIEW v_statements AS SELECT ${STATEMENT}, ${span('source')} AS source, ${span('cue')} AS cue, ${stretches('content')} AS content, t.quotation,
  ${QUOTED} AS quoted, ${SAID}
  FROM statements t ${ROWS} ${SPEAKER} WHERE ${RIGHT};

CREATE VIEW v_quotes AS SELECT ${STATEMENT}, ${QUOTED} AS quote, ${SAID}
  FROM statements t ${ROWS} ${SPEAKER} WHERE ${RIGHT} AND t.quotation <> 'indirect' AND ${QUOTED} IS NOT NULL;

CREATE VIEW v_events AS SELECT r.id || '#' || t.id AS row_key, ${parties('actor')} AS actors, ${parties('recipient')} AS recipients, ${TOLD}
  FROM events t ${ROWS} LEFT JOIN named g ON g.named = t.word_named WHERE ${RIGHT};

CREATE VIEW v_dyads AS SELECT r.id || '#' || t.id AS event_key, ${who('actor', 'a')}, ${who('recipient', 'b')}, ${TOLD}
  FROM events t ${ROWS} LEFT JOIN named g ON g.named = t.word_named
  LEFT JOIN roles x ON x.event = t.event AND x.role = 'actor' LEFT JOIN named a ON a.named = x.named
  LEFT JOIN roles y ON y.event = t.event AND y.role = CASE WHEN EXISTS (SELECT 1 FROM roles o WHERE o.event = t.event AND o.role = 'recipient') THEN 'recipient' ELSE 'actor' END
    AND (x.event IS NULL OR (${other('x', 'y')} AND (x.role_code <> y.role_code OR x.n <> y.n)))
  LEFT JOIN named b ON b.named = y.named WHERE ${RIGHT}
    -- who is on both sides is paired with nobody only where there is nobody else
    AND NOT (x.event IS NOT NULL AND y.event IS NULL AND EXISTS (SELECT 1 FROM roles o JOIN roles u USING (event)
      WHERE o.event = t.event AND o.role = 'actor' AND u.role = 'recipient' AND ${other('o', 'u')}));
`
