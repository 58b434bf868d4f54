/** What is known of places besides their point: what they are, and how it was settled which is meant. */
export const places = `
ALTER TABLE spots ADD COLUMN level TEXT;
ALTER TABLE spots ADD COLUMN geonames INTEGER;
ALTER TABLE places ADD COLUMN basis TEXT;
ALTER TABLE places ADD COLUMN candidates INTEGER;
`
