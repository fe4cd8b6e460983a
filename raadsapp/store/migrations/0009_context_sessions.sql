-- Context sessions: groups that talk about example cases, and what each small group chose and why.

-- `cases` is a list of keys of cases. Title and texts are kept as they are typed, so they may be empty.
CREATE TABLE context_session (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL,
  cases TEXT NOT NULL CHECK (json_valid(cases)),
  size INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  taken_along TEXT NOT NULL
) STRICT;

-- `choice` is empty as long as a group did not choose; `words` is the choice as it was written then.
CREATE TABLE context_answer (
  session INTEGER NOT NULL REFERENCES context_session (number) ON DELETE CASCADE,
  "case" TEXT NOT NULL,
  step TEXT NOT NULL,
  small_group INTEGER NOT NULL,
  choice TEXT NOT NULL,
  words TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (session, "case", step, small_group)
) STRICT, WITHOUT ROWID;
