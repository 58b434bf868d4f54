import { dates, stretches, type ViewParts, viewsOf } from './views-of.ts'

const MARKS = `' "“”„«»‘‚‹›'`
/** Words without the marks around them, nor the comma before the closing one. */
const bare = (text: string) => `trim(rtrim(trim(${text}, ${MARKS}), ','), ${MARKS})`

export const parts: ViewParts = {
  dates,
  place: 'l.name AS place, t.place_country, h.level AS place_level, h.lat AS place_lat, h.lon AS place_lon',
  decided: `(SELECT nullif(d.verdict, 'open') FROM decisions d WHERE d.report = t.report AND d.row = t.id ORDER BY d.decision DESC LIMIT 1)`,
  quoted: `CASE t.quotation WHEN 'direct' THEN ${stretches('content', bare)} WHEN 'mixed' THEN ${stretches('quoted', bare)} END`,
  quote: `CASE t.quotation WHEN 'direct' THEN ${stretches('content', bare)} ELSE ${stretches('quoted', bare)} END`,
  isQuotation: `
    AND (t.quotation = 'direct' OR (t.quotation = 'mixed' AND EXISTS (SELECT 1 FROM contents c WHERE c.statement = t.statement AND c.part = 'quoted')))`,
}

export const views = viewsOf(parts)
