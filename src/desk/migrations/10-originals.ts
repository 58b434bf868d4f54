/** The bytes that reports were taken from, packed, each once; a taking names them by their SHA-256. */
export const originals = `
CREATE TABLE originals (
  bytes_sha256 BLOB PRIMARY KEY,
  sha256 TEXT AS (lower(hex(bytes_sha256))),
  size INTEGER NOT NULL,
  packing TEXT NOT NULL CHECK (packing IN ('none', 'br')),
  data BLOB NOT NULL
) STRICT;
CREATE TRIGGER originals_stay BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;
`
