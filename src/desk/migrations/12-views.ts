import { standing } from './11-decided.ts'
import { dates, stretches, viewsOf } from './views-of.ts'

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

const quoted = `CASE t.quotation WHEN 'direct' THEN ${stretches('content', bare)} WHEN 'mixed' THEN ${stretches('quoted', bare)} END`

export const views = `
DROP VIEW v_statements;
DROP VIEW v_quotes;
DROP VIEW v_events;
DROP VIEW v_dyads;
${viewsOf({
  dates: `${dates}, CASE WHEN w."from" IS NOT NULL OR w."to" IS NOT NULL THEN 'event' WHEN r.published IS NOT NULL THEN 'published' END AS date_basis`,
  place: 'l.name AS place, h.country AS place_country, h.level AS place_level, h.lat AS place_lat, h.lon AS place_lon',
  decided: standing,
  quoted,
  quote: quoted,
  isQuotation: ` AND t.quotation <> 'indirect' AND ${quoted} IS NOT NULL`,
})}`
