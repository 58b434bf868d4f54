/** What a time's words alone say, the calendar that gave its day, and what the time of a statement or an event rests on. */
export const when = `
ALTER TABLE times ADD COLUMN said TEXT;
ALTER TABLE times ADD COLUMN calendar TEXT;
ALTER TABLE statements ADD COLUMN when_basis TEXT;
ALTER TABLE events ADD COLUMN when_basis TEXT;
`
