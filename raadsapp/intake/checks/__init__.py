"""Checks on the values that were read of a file.

To add one: write a function `(Entries, Against) -> Iterator[Found | Noted]` in a module of its own and add
its name to `CHECKS` in `registered`. It looks at columns (`np.asarray(entries.values)`; of keys
`subject_of`, `series_of` and so on, see `intake.keys`), ends at once when the file holds nothing for it, and
gives the places of values it has something to say about. Of `Found` each value gets a message of its own,
made by `fault(place)`: a `Fault` with a severity, a code and a Dutch sentence that says what to do, for which
`checks.words` has a function each. A blocking one keeps the value out. Of `Noted` all
of a sheet get one message.
"""
