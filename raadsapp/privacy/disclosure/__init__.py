"""Which cells of a table of counts must stay hidden, so that no small count can be found by subtracting."""
