/** How many characters SQLite counts before an offset of a report's text. */
const before = (offset: string) =>
  `(${offset} - (SELECT count(*) FROM wide_characters x WHERE x.report = r.report AND x.at < ${offset}))`

/** The words of a span of a report's text. */
const words = (start: string, end: string) => `substr(r.text, ${before(start)} + 1, ${before(end)} - ${before(start)})`
const span = (name: string) =>
  `CASE WHEN t.${name}_start IS NOT NULL THEN ${words(`t.${name}_start`, `t.${name}_end`)} END`

/** A statement's stretches, joined. */
export const stretches = (part: string, laid = (text: string) => text) =>
  `(SELECT group_concat(stretch, ' … ') FROM (SELECT ${laid(words('c.start', 'c."end"'))} AS stretch FROM contents c
    WHERE c.statement = t.statement AND c.part = '${part}' ORDER BY c.n))`

const FROM_REPORT = `r.published, substr(r.published, 1, 10) AS published_date, r.outlet, r.title, r.url`
/** What a time says of when: its first and last day, and how exactly. */
export const dates = `CASE WHEN w.value IS NOT NULL AND w."from" IS NULL THEN NULL WHEN t.day_number > -9999999 THEN date(t.day_number * 86400, 'unixepoch') END AS date_start,
  CASE WHEN w.value IS NOT NULL AND w."to" IS NULL AND w."from" IS NOT NULL THEN NULL WHEN w."from" IS NULL AND length(w."to") = 10 THEN date(w."to", '-1 day')
    WHEN t.last_day_number IS NOT NULL THEN date(t.last_day_number * 86400, 'unixepoch') END AS date_end,
  t.date_precision`

const ROWS = `JOIN reports r USING (report)
  LEFT JOIN times w ON w.reading = t.reading AND w.n = t."when"
  LEFT JOIN places p ON p.reading = t.reading AND p.n = t."where"
  LEFT JOIN spots h ON h.spot = p.spot
  LEFT JOIN named l ON l.named = t.place_named`

const who = (name: string, table: string) =>
  `${table}.name AS ${name}, nullif(${table}.kind, '') AS ${name}_kind, nullif(${table}.country, '') AS ${name}_country, nullif(${table}.sectors, '[]') AS ${name}_sectors, nullif(${table}.link, '') AS ${name}_link`
const ROLE = `(SELECT ${words('m.start', 'm."end"')} FROM mentions m WHERE m.reading = t.reading AND m.entity = t.speaker AND m.form = 'title' ORDER BY m.start LIMIT 1) AS speaker_role`

const STATEMENT = `r.id || '#' || t.id AS row_key, ${who('speaker', 'n')}, ${ROLE}`
const SPEAKER = 'LEFT JOIN named n ON n.named = t.speaker_named'

const parties = (role: string) =>
  `(SELECT group_concat(name, ' | ') FROM (SELECT a.name FROM roles o JOIN named a USING (named) WHERE o.event = t.event AND o.role = '${role}' ORDER BY o.n))`

/** Whether two roles are not known to be one entity's. */
const other = (a: string, b: string) => `(${a}.entity IS NULL OR ${b}.entity IS NULL OR ${a}.entity <> ${b}.entity)`

/** In what the views of one version differ from those of another. */
export interface ViewParts {
  /** columns of when, and of where */
  dates: string
  place: string
  /** what people decided of a row */
  decided: string
  /** the words in quotation marks alone, in the table of statements and in that of quotations, and which statements are quotations */
  quoted: string
  quote: string
  isQuotation: string
}

/**
 * Rows with their words and names, for people who look at a desk with SQL: newest readings alone, without what people decided is wrong. Columns are
 * named as those of the exported tables.
 */
export function viewsOf({ dates, place, decided, quoted, quote, isQuotation }: ViewParts): string {
  const right = `t.newest AND coalesce(${decided}, '') <> 'wrong'`
  const said = `${span('sentence')} AS sentence, t.act, t.negated,
  (SELECT group_concat(a.name, ' | ') FROM json_each(t."to") j JOIN entities e ON e.reading = t.reading AND e.n = j.value JOIN named a USING (named)) AS addressees,
  ${dates}, ${place}, t.confidence, ${decided} AS decided, r.id AS report, ${FROM_REPORT}, t.statement`
  const told = `t.type, t.mode AS event_mode, nullif(t.contexts, '[]') AS contexts, t.status, ${words('t.trigger_start', 't.trigger_end')} AS trigger_text, ${span('sentence')} AS sentence,
  ${dates}, ${place}, t.killed, t.injured, t.arrested, t.size AS participants,
  g.name AS word, (SELECT r.id || '#' || s.id FROM statements s WHERE s.reading = t.reading AND s.n = t.word) AS claim_key,
  t.confidence, ${decided} AS decided, r.id AS report, ${FROM_REPORT}, t.event`
  return `
CREATE VIEW v_statements AS SELECT ${STATEMENT}, ${span('source')} AS source, ${span('cue')} AS cue, ${stretches('content')} AS content, t.quotation,
  ${quoted} AS quoted, ${said}
  FROM statements t ${ROWS} ${SPEAKER} WHERE ${right};

CREATE VIEW v_quotes AS SELECT ${STATEMENT}, ${quote} AS quote, ${said}
  FROM statements t ${ROWS} ${SPEAKER} WHERE ${right}${isQuotation};

CREATE VIEW v_events AS SELECT r.id || '#' || t.id AS row_key, ${parties('actor')} AS actors, ${parties('recipient')} AS recipients, ${told}
  FROM events t ${ROWS} LEFT JOIN named g ON g.named = t.word_named WHERE ${right};

CREATE VIEW v_dyads AS SELECT r.id || '#' || t.id AS event_key, ${who('actor', 'a')}, ${who('recipient', 'b')}, ${told}
  FROM events t ${ROWS} LEFT JOIN named g ON g.named = t.word_named
  LEFT JOIN roles x ON x.event = t.event AND x.role = 'actor' LEFT JOIN named a ON a.named = x.named
  LEFT JOIN roles y ON y.event = t.event AND y.role = CASE WHEN EXISTS (SELECT 1 FROM roles o WHERE o.event = t.event AND o.role = 'recipient') THEN 'recipient' ELSE 'actor' END
    AND (x.event IS NULL OR (${other('x', 'y')} AND (x.role_code <> y.role_code OR x.n <> y.n)))
  LEFT JOIN named b ON b.named = y.named WHERE ${right}
    -- who is on both sides is paired with nobody only where there is nobody else
    AND NOT (x.event IS NOT NULL AND y.event IS NULL AND EXISTS (SELECT 1 FROM roles o JOIN roles u USING (event)
      WHERE o.event = t.event AND o.role = 'actor' AND u.role = 'recipient' AND ${other('o', 'u')}));
`
}
