-- What the council decided about how indicators are judged. Both are logs: rows are added and never changed.

-- An empty municipality means all of them, an empty breakdown the series as a whole. `value` is in the unit of
-- the series; `polarity` is up, down, neutral, or null where the council did not decide it. The last row of a
-- series counts; one that does not stand withdraws what was decided before.
CREATE TABLE norm (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator TEXT NOT NULL,
  municipality TEXT NOT NULL,
  breakdown TEXT NOT NULL,
  value REAL NOT NULL,
  polarity TEXT,
  decision TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  stands INTEGER NOT NULL CHECK (stands IN (0, 1))
) STRICT;

CREATE INDEX norm_series ON norm (indicator, municipality, breakdown);

-- Limits drawn anew from a period on (as in `observation`), with the reason; further as `norm`.
CREATE TABLE baseline (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator TEXT NOT NULL,
  municipality TEXT NOT NULL,
  breakdown TEXT NOT NULL,
  since INTEGER NOT NULL,
  reason TEXT NOT NULL,
  decision TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  stands INTEGER NOT NULL CHECK (stands IN (0, 1))
) STRICT;

CREATE INDEX baseline_series ON baseline (indicator, municipality, breakdown);
