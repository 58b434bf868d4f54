/** Which report is a later text of which: the same address, id or feed item, taken again with other words. */
export const corrections = `
CREATE TABLE corrections (
  report INTEGER PRIMARY KEY REFERENCES reports (report),
  corrects INTEGER NOT NULL REFERENCES reports (report)
) STRICT;
CREATE INDEX corrections_corrects ON corrections (corrects);
CREATE INDEX reports_url ON reports (url) WHERE url IS NOT NULL;
CREATE INDEX takings_member ON takings (member) WHERE member IS NOT NULL;
`
