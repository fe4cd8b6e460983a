-- Kept scenarios and the agreements (raadsakkoord) that were made from them.

-- `municipality` is a CBS code or `samen`. `settings` is an object of levers and where they stood, `facts` the
-- inputs of the model as they were, `years` a list, and `came_out` an object of outcomes, each with a value for
-- every year; null there is a waiting time without end.
CREATE TABLE scenario (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  municipality TEXT NOT NULL,
  question TEXT NOT NULL,
  hypothesis TEXT NOT NULL,
  findings TEXT NOT NULL,
  decision TEXT NOT NULL,
  author TEXT NOT NULL,
  made_on TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  model_version INTEGER NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  years TEXT NOT NULL CHECK (json_valid(years)),
  came_out TEXT NOT NULL CHECK (json_valid(came_out))
) STRICT;

-- `scenario` is the number of the scenario it was made from, 0 for none; that one may be gone since.
CREATE TABLE agreement (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  municipality TEXT NOT NULL,
  scenario INTEGER NOT NULL,
  scenario_name TEXT NOT NULL,
  indicator TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('above', 'below')),
  "limit" REAL NOT NULL,
  response TEXT NOT NULL,
  owner TEXT NOT NULL,
  review_on TEXT NOT NULL,
  made_on TEXT NOT NULL
) STRICT;

-- What follows is for readers with SQL or Datasette; the program itself does not use it.

CREATE VIEW scenario_settings AS
SELECT scenario.number AS scenario, scenario.name, setting.key AS lever, setting.value
FROM scenario, json_each(scenario.settings) AS setting;

CREATE VIEW scenario_outcomes AS
SELECT scenario.number AS scenario, scenario.name, path.key AS outcome, year.value AS year,
       json_extract(path.value, '$[' || year.key || ']') AS value
FROM scenario, json_each(scenario.came_out) AS path, json_each(scenario.years) AS year;
