"""Text of a CSV file as rows of cells, whichever separator its maker used."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from raadsapp.errors import UserError

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
_SEPARATORS = (";", "\t", ",")
_NAMED = re.compile(r"\"?sep=([;,|\t])\"?(?:\r\n|\r|\n|$)", re.IGNORECASE)
_SAMPLE_ROWS = 50


def rows_of(text: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `text`, empty ones too, so that their numbers are those a spreadsheet program shows.

    A first line such as `sep=;` names the separator and is no row, as in a spreadsheet program. Raises
    UserError where quotes do not match or the table is larger than a sheet can be.
    """
    named = _NAMED.match(text)
    if named:
        return tuple(_records(text[named.end() :], named[1], name))
    return tuple(_records(text, separator_of(text), name))


def separator_of(text: str) -> str:
    """The separator that cuts the first rows most evenly and into most columns; `;` when none does."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> float:
    """Columns beyond the first of the usual row, times the share of rows that have so many."""
    try:
        sample = list(islice(csv.reader(StringIO(text, newline=""), delimiter=separator), _SAMPLE_ROWS))
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in sample if row)
    width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    return (width - 1) * rows / sum(widths.values())


def _records(text: str, separator: str, name: str) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    count = 0
    try:
        for record in reader:
            count += 1
            if count > MAX_ROWS or len(record) > MAX_COLUMNS:
                raise UserError(
                    f"'{name}' is te groot: meer dan {MAX_ROWS} rijen of {MAX_COLUMNS} kolommen.",
                    "Knip het bestand in delen en lees die na elkaar in.",
                )
            yield tuple(record)
    except csv.Error:
        raise UserError(
            f"'{name}' is geen goede CSV: rond rij {count + 1} kloppen de aanhalingstekens niet"
            " of is een cel veel te lang.",
            "Herstel die rij in het bestand, of sla het blad opnieuw op als CSV.",
        ) from None
