"""A table of words: rows of texts, the first columns to the left, the figures to the right.

Where its columns do not fit beside each other, its rows stand below each other.
"""

from collections.abc import Sequence
from operator import itemgetter

from PySide6.QtWidgets import QWidget

from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.stacking_table import StackingTable
from raadsapp.ui.widgets.table_rows import Column

Cells = tuple[str, ...]
_MANY, _NARROW, _LETTERS = 4, (200, 165), 16
"""With more columns than these the names of rows and each figure take less room, and names of columns break:
four scenarios fit in a small window."""


def word_table(
    says: str, columns: Sequence[str], rows: Sequence[Cells], left: int = 1, parent: QWidget | None = None
) -> StackingTable:
    """A table with these column names; the first `left` columns hold words, the others figures."""
    (names, figures), letters = (_NARROW, _LETTERS) if len(columns) > _MANY else ((0, 0), 0)
    described: list[Column[Cells]] = [
        Column(
            title,
            itemgetter(place),
            right=place >= left,
            widest=figures if place else names,
            letters=letters if place else 0,
        )
        for place, title in enumerate(columns)
    ]
    table = DataTable(says, whole=True)
    table.show_items(described, list(rows))
    table.clearSelection()
    return StackingTable(table, parent)
