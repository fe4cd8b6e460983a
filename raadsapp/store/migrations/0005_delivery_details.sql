-- Who supplied and approved a delivery, and each time it was withdrawn or brought back. Both are logs: rows are
-- added and never changed, so that who knew what on which day can be told of every moment.

-- The last row of a delivery counts; a delivery without one has no supplier, approver or note.
CREATE TABLE batch_detail (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL REFERENCES batch,
  supplier TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  note TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;

CREATE INDEX batch_detail_batch ON batch_detail (batch);

-- `counts` is 0 for a withdrawal and 1 for a return. The flag in `batch` says how it ended, for quick reading.
CREATE TABLE batch_standing (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL REFERENCES batch,
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL
) STRICT;

CREATE INDEX batch_standing_batch ON batch_standing (batch);

INSERT INTO batch_standing (batch, counts, decided_by, decided_at)
SELECT number, 0, withdrawn_by, withdrawn_at FROM batch WHERE withdrawn_at IS NOT NULL ORDER BY withdrawn_at;

-- Each delivery as it stands now, for readers with SQL or Datasette and for the program.
CREATE VIEW deliveries AS
SELECT b.number, b.file, b.sha256, b.layout, b.imported_at, b.imported_by, b.new, b.changed, b.unchanged,
       b.withdrawn_at, b.withdrawn_by, b.fictional, coalesce(d.supplier, '') AS supplier,
       coalesce(d.approved_by, '') AS approved_by, coalesce(d.note, '') AS note
FROM batch AS b
LEFT JOIN batch_detail AS d
  ON d.number = (SELECT max(latest.number) FROM batch_detail AS latest WHERE latest.batch = b.number);
