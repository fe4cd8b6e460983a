-- The first store: the dossier's items, the log of observations, and commitments.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per item of the dossier: `document` holds all its fields, `text` what is searched in it.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE TABLE item_source (
  item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  position INTEGER NOT NULL,
  document TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;

-- `field` of the item names the item with the key `target`.
CREATE TABLE item_link (
  item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  target TEXT NOT NULL REFERENCES item (key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_link_target ON item_link (target);

CREATE VIRTUAL TABLE item_search USING fts5 (
  key, title, text,
  content = 'item', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE indicator_code (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE municipality_code (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE breakdown_code (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE source_code (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;

-- Times are UTC, written as 2026-11-22T09:30:00.000000+00:00, so that they sort as text.
CREATE TABLE batch (
  number INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  layout TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  new INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  withdrawn_at TEXT,
  withdrawn_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX batch_sha256 ON batch (sha256);

-- A log: rows are added and never changed. `period` is year * 1000 + kind * 100 + number, with kind 0 half-year,
-- 1 year, 2 quarter, 3 month: 2019KW01 is 2019201. `status` is 0 voorlopig, 1 herzien, 2 definitief.
CREATE TABLE observation (
  indicator INTEGER NOT NULL REFERENCES indicator_code,
  municipality INTEGER NOT NULL REFERENCES municipality_code,
  breakdown INTEGER NOT NULL REFERENCES breakdown_code,
  period INTEGER NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  value REAL NOT NULL,
  status INTEGER NOT NULL CHECK (status IN (0, 1, 2)),
  source INTEGER NOT NULL REFERENCES source_code,
  PRIMARY KEY (indicator, municipality, breakdown, period, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  recommendation TEXT NOT NULL,
  text TEXT NOT NULL,
  owner TEXT NOT NULL,
  made_on TEXT NOT NULL,
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'afgedaan', 'vervallen'))
) STRICT;

-- What follows is for readers with SQL or Datasette; the program itself does not use it.

CREATE VIEW documents AS
SELECT key, position, title, document ->> 'short' AS short, document ->> 'author' AS author,
       document ->> 'published' AS published, document ->> 'caveat' AS caveat
FROM item WHERE kind = 'document';

CREATE VIEW goals AS
SELECT key, position, title, document ->> 'text' AS text, document ->> 'system' AS system
FROM item WHERE kind = 'goal';

CREATE VIEW effects AS
SELECT key, position, title, document ->> 'text' AS text, document ->> 'system' AS system,
       document ->> 'target' AS target,
       document ->> 'state' AS state
FROM item WHERE kind = 'effect';

CREATE VIEW indicators AS
SELECT key, position, title, document ->> 'definition' AS definition, document ->> 'unit' AS unit,
       document ->> 'polarity' AS polarity, document ->> 'norm' AS norm, document ->> 'sensitive' AS sensitive,
       document ->> 'period' AS period, document ->> 'pitfall' AS pitfall,
       document ->> 'judgement' AS judgement
FROM item WHERE kind = 'indicator';

CREATE VIEW recommendations AS
SELECT key, position, title, document ->> 'text' AS text, document ->> 'owner' AS owner
FROM item WHERE kind = 'recommendation';

CREATE VIEW recommendation_parts AS
SELECT part.value ->> 'key' AS key, item.key AS recommendation, part.key AS position,
       part.value ->> 'text' AS text
FROM item, json_each(item.document, '$.parts') AS part WHERE item.kind = 'recommendation';

CREATE VIEW statements AS
SELECT key, position, document ->> 'kind' AS kind, title, document ->> 'text' AS text,
       document ->> 'system' AS system
FROM item WHERE kind = 'statement';

CREATE VIEW order_parts AS
SELECT key, position, title, document ->> 'text' AS text, document ->> 'phase' AS phase,
       document ->> 'parent' AS parent
FROM item WHERE kind = 'order';

CREATE VIEW questions AS
SELECT key, position, title, document ->> 'text' AS text, document ->> 'answer' AS answer,
       document ->> 'parent' AS parent
FROM item WHERE kind = 'question';

CREATE VIEW comparisons AS
SELECT key, position, title, document ->> 'old' AS old, document ->> 'new' AS new
FROM item WHERE kind = 'comparison';

CREATE VIEW events AS
SELECT key, position, title, document ->> 'text' AS text, document ->> 'when' AS "when",
       document ->> 'begins' AS begins, document ->> 'ends' AS ends
FROM item WHERE kind = 'event';

CREATE VIEW roles AS
SELECT key, position, title, document ->> 'text' AS text FROM item WHERE kind = 'role';

CREATE VIEW facts AS
SELECT key, position, document ->> 'label' AS label, document ->> 'value' AS value,
       document ->> 'unit' AS unit,
       document ->> 'standing' AS standing, document ->> 'municipality' AS municipality,
       document ->> 'period' AS period, document ->> 'indicator' AS indicator,
       document ->> 'breakdown' AS breakdown
FROM item WHERE kind = 'fact';

CREATE VIEW age_counts AS
SELECT item.key, document ->> 'municipality' AS municipality, document ->> 'year' AS year,
       age.key AS age, age.value AS count
FROM item, json_each(item.document, '$.counts') AS age WHERE kind = 'age_count';

CREATE VIEW series AS
SELECT key, position, title, document ->> 'text' AS text, document ->> 'unit' AS unit
FROM item WHERE kind = 'series';

CREATE VIEW levers AS
SELECT key, position, document ->> 'label' AS label, document ->> 'kind' AS kind,
       document ->> 'purpose' AS purpose, document ->> 'unit' AS unit, document ->> 'default' AS "default",
       document ->> 'low' AS low, document ->> 'high' AS high, document ->> 'step' AS step,
       document ->> 'standing' AS standing, document ->> 'chosen_by' AS chosen_by
FROM item WHERE kind = 'lever';

CREATE VIEW presets AS
SELECT key, position, title, document ->> 'text' AS text FROM item WHERE kind = 'preset';

CREATE VIEW municipalities AS
SELECT key AS code, position, document ->> 'name' AS name FROM item WHERE kind = 'municipality';

CREATE VIEW sources AS
SELECT item.key AS item, item_source.document, item_source.place
FROM item_source JOIN item ON item.id = item_source.item;

CREATE VIEW links AS
SELECT item.key AS item, item_link.field, item_link.target
FROM item_link JOIN item ON item.id = item_link.item;

CREATE VIEW observations AS
SELECT i.code AS indicator, m.code AS municipality,
       (o.period / 1000) || substr('HJJJKWMM', o.period / 100 % 10 * 2 + 1, 2) || printf('%02d', o.period % 100)
         AS period,
       b.code AS breakdown, o.value,
       CASE o.status WHEN 0 THEN 'voorlopig' WHEN 1 THEN 'herzien' ELSE 'definitief' END AS status,
       s.code AS source, o.batch, batch.withdrawn_at IS NOT NULL AS withdrawn
FROM observation AS o
JOIN indicator_code AS i ON i.id = o.indicator
JOIN municipality_code AS m ON m.id = o.municipality
JOIN breakdown_code AS b ON b.id = o.breakdown
JOIN source_code AS s ON s.id = o.source
JOIN batch ON batch.number = o.batch;
