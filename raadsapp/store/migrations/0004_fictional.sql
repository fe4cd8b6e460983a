-- Whether a delivery holds invented values, to practise with.
ALTER TABLE batch ADD COLUMN fictional INTEGER NOT NULL DEFAULT 0;
