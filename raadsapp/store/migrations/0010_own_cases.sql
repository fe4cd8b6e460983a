-- Example cases that somebody wrote here, each in the form of a file in data/cases. One with the key of a case
-- of the dossier stands in its place. A row that is removed is gone: somebody may have recognised themselves.
CREATE TABLE own_case (
  key TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
