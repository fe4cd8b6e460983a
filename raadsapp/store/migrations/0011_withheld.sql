-- What a supplier delivered as too small to tell, such as `<10`: that there is a figure, and never how much.

-- A log: rows are added and never changed. `municipality` and `period` are CBS codes. A row counts when its
-- delivery does.
CREATE TABLE withheld (
  indicator TEXT NOT NULL,
  municipality TEXT NOT NULL,
  period TEXT NOT NULL,
  breakdown TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  PRIMARY KEY (indicator, municipality, period, breakdown, batch)
) STRICT, WITHOUT ROWID;
