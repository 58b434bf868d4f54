/** Names that people say are one's: append-only, and what follows from it of each name. */
export const joinings = `
-- what people said: the newest of a name counts; no same_as: it stands for itself again
CREATE TABLE joinings (
  joining INTEGER PRIMARY KEY,
  named INTEGER NOT NULL REFERENCES named (named),
  same_as INTEGER REFERENCES named (named),
  -- 1 where nobody else was called so: whoever is called so, now or in reports to come, is meant
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  by TEXT NOT NULL, at TEXT NOT NULL, why TEXT
) STRICT;
CREATE INDEX joinings_named ON joinings (named, joining);
CREATE TRIGGER joinings_stay BEFORE UPDATE ON joinings BEGIN SELECT RAISE(ABORT, 'joinings are never changed'); END;
CREATE TRIGGER joinings_are_kept BEFORE DELETE ON joinings BEGIN SELECT RAISE(ABORT, 'joinings are never removed'); END;

-- the name that a name stands for; entities keep their own, and what repeats it for lists (speaker_named and the like, roles.named) has the one that it stands for
ALTER TABLE named ADD COLUMN same_as INTEGER REFERENCES named (named);
ALTER TABLE named ADD COLUMN joined_whole INTEGER NOT NULL DEFAULT 0;
CREATE INDEX named_same_as ON named (same_as) WHERE same_as IS NOT NULL;
DROP TRIGGER roles_stay;
CREATE TRIGGER roles_stay BEFORE UPDATE OF event, role_code, n, start, "end", entity ON roles BEGIN SELECT RAISE(ABORT, 'roles are never changed'); END;
`
