-- Figures that a clerk entered for a municipality of which the dossier prints none.

-- A log: rows are added and never changed. `fact` is the key of the printed figure of which this one takes the
-- place, such as kosten-ambulant-2016. The last row of a municipality and fact counts; a null value there says
-- that nothing is entered any more.
CREATE TABLE entered_figure (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  municipality TEXT NOT NULL,
  fact TEXT NOT NULL,
  value REAL,
  source TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL
) STRICT;

CREATE INDEX entered_figure_fact ON entered_figure (municipality, fact);

-- What counts now, for readers with SQL or Datasette and for the program.
CREATE VIEW entered_figures AS
SELECT number, municipality, fact, value, source, entered_by, entered_at
FROM (SELECT *, max(number) FROM entered_figure GROUP BY municipality, fact)
WHERE value IS NOT NULL;
