-- When a row of an entered figure was written: putting back what was removed repeats the moment of entering,
-- and only the moment of writing says what counted on which day. Null in rows from before this step.
ALTER TABLE entered_figure ADD COLUMN written_at TEXT;
