-- What was shown to members and what was kept from them, so that a later publication undoes neither.

-- Each state of the figures that members could see: `batches` is a list of the deliveries that counted.
CREATE TABLE publication (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  batches TEXT NOT NULL UNIQUE CHECK (json_valid(batches)),
  threshold INTEGER NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- A log: rows are added and never changed. `municipality` is a CBS code or `samen`, `period` a CBS code. A share
-- stands here as the count that it is of. `shown` is 1 for a count that members saw, 0 for one that was too small
-- or that would have given another away. Invented counts say nothing about real ones.
CREATE TABLE disclosure (
  indicator TEXT NOT NULL,
  municipality TEXT NOT NULL,
  period TEXT NOT NULL,
  breakdown TEXT NOT NULL,
  value REAL NOT NULL,
  fictional INTEGER NOT NULL CHECK (fictional IN (0, 1)),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  publication INTEGER NOT NULL REFERENCES publication,
  PRIMARY KEY (indicator, municipality, period, breakdown, value, fictional, shown)
) STRICT, WITHOUT ROWID;
