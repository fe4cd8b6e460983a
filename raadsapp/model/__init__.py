"""The scenario model: numbers in, numbers out; no state, no files, no randomness but what is asked for."""
