"""The window: rail, top bar, search, and the pages it shows one at a time."""
