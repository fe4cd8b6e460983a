"""Cells whose formula failed, and what is hidden: the library that reads workbooks is silent about both."""

from collections import defaultdict
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Marks:
    """Of one sheet: the error a cell shows, by row and column (from 0), and whether rows or columns hide."""

    errors: defaultdict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    hidden_rows: bool = False


def in_dutch(error: bytes) -> str:
    """The error as a Dutch spreadsheet program shows it."""
    text = error.decode("utf-8", "replace") or "#FOUT!"
    return _DUTCH.get(text, text)
