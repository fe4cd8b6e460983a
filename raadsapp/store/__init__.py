"""The store: one SQLite file with the dossier, the log of observations and what the reader adds."""
