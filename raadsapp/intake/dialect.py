"""A CSV file as rows of cells, whichever separator its maker used; read anew each time, never kept whole."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from raadsapp.errors import UserError
from raadsapp.intake.sheets import AT_ONCE, Row, Rows

if TYPE_CHECKING:
    from raadsapp.intake.decoding import Text

MAX_ROWS = 5_000_000
MAX_COLUMNS = 16_384
SEPARATORS = (";", "\t", ",", "|")
_NAMED = re.compile(r"\"?sep=([;,|\t])\"?(?:\r\n|\r|\n|$)", re.IGNORECASE)
_SAMPLE = 1 << 18
_SAMPLE_ROWS = 50
_BUFFER = 1 << 17


class CsvRows(Rows):
    """The rows of a CSV file, empty ones too, so that their numbers are those a spreadsheet program shows.

    A first line such as `sep=;` names the separator and is no row, as in a spreadsheet program. Going through
    them raises UserError where quotes do not match, where the table is larger than the app reads, and at the
    end when the file is another one than `text` tells of.
    """

    def __init__(self, path: Path, text: "Text") -> None:
        self._path = path
        self._text = text
        with path.open(encoding=text.encoding, newline="") as file:
            sample = file.read(_SAMPLE)
        named = _NAMED.match(sample)
        self._named = named is not None
        self.ended = text.ended
        self._separator = named[1] if named else separator_of(sample)
        rows = max(sample.count("\n"), sample.count("\r"), 1)
        self.expected = rows * max(1, text.size // max(1, len(sample.encode(text.encoding, "replace"))))

    def blocks(self) -> Iterator[list[Row]]:
        """The rows, some at a time, read from the file as it is now."""
        try:
            yield from self._read()
        except OSError:
            raise UserError(
                f"'{self._path.name}' is niet meer te lezen.",
                "Controleer of het bestand nog bestaat en kies het opnieuw.",
            ) from None

    def _read(self) -> Iterator[list[Row]]:
        hashed = _Hashed(self._path)
        with io.TextIOWrapper(hashed, encoding=self._text.encoding, newline="") as file:
            if self._named:
                file.readline()
            yield from self._records(csv.reader(file, delimiter=self._separator, strict=True))
            if hashed.hexdigest() != self._text.sha256:
                raise UserError(
                    f"'{self._path.name}' is veranderd terwijl de app het las.", "Kies het bestand opnieuw."
                )

    def _records(self, reader: "Iterator[list[str]]") -> Iterator[list[Row]]:
        count = 0
        while True:
            records: list[list[str]] = []
            try:
                records.extend(islice(reader, AT_ONCE))
            except (csv.Error, UnicodeDecodeError):
                raise UserError(
                    f"'{self._path.name}' is geen goede CSV: rond rij {count + len(records) + 1} kloppen de"
                    " aanhalingstekens niet of is een cel veel te lang.",
                    "Herstel die rij in het bestand, of sla het blad opnieuw op als CSV.",
                ) from None
            if not records:
                return
            count += len(records)
            if count > MAX_ROWS or max(map(len, records)) > MAX_COLUMNS:
                raise UserError(
                    f"'{self._path.name}' is te groot: meer dan {MAX_ROWS} rijen of {MAX_COLUMNS} kolommen.",
                    "Knip het bestand in delen en lees die na elkaar in.",
                )
            yield list(map(tuple, records))


class _Hashed(io.BufferedReader):
    """A file whose bytes are hashed while they are read, many at a time."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path), _BUFFER)
        self._hash = hashlib.sha256()

    def read1(self, _size: int = -1, /) -> bytes:
        """The next bytes, however few are asked for."""
        block = super().read1(_BUFFER)
        self._hash.update(block)
        return block

    def hexdigest(self) -> str:
        """The SHA-256 of what was read."""
        return self._hash.hexdigest()


def separator_of(text: str) -> str:
    """The separator that cuts the first rows most evenly and into most columns; `;` when none does."""
    return max(SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> float:
    """Columns beyond the first of the usual row, times the share of rows that have so many."""
    try:
        sample = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _SAMPLE_ROWS))
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in sample if row)
    width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 1))
    return (width - 1) * rows / (sum(widths.values()) or 1)
