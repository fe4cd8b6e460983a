"""Cells whose formula failed or that were merged, and what is hidden: the library says nothing of them."""

from collections import defaultdict
from dataclasses import dataclass, field

from raadsapp.intake.sheets import Merged

# As Dutch Excel shows them.
_DUTCH = {
    "#DIV/0!": "#DEEL/0!",
    "#N/A": "#N/B",
    "#NAME?": "#NAAM?",
    "#NULL!": "#LEEG!",
    "#NUM!": "#GETAL!",
    "#REF!": "#VERW!",
    "#VALUE!": "#WAARDE!",
}


MOST_MERGED = 50_000
"""So many merged cells of a sheet are looked at."""


@dataclass(slots=True)
class Marks:
    """Of one sheet: errors that cells show, by row and column (from 0), what hides, and merged cells."""

    errors: defaultdict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    hidden_rows: bool = False
    merged: list[Merged] = field(default_factory=list)


def in_dutch(error: bytes) -> str:
    """The error as a Dutch spreadsheet program shows it."""
    text = error.decode("utf-8", "replace") or "#FOUT!"
    return _DUTCH.get(text, text)
