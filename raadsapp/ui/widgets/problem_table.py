"""What was found in a delivered file: how bad, where, and what to do about it."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from raadsapp.domain.problem import Problem, Severity
from raadsapp.ui.theme.icons import Ink, icon
from raadsapp.ui.widgets.data_table import DataTable
from raadsapp.ui.widgets.table_rows import Column

WORDS = {
    Severity.BLOCKING: "Niet ingelezen",
    Severity.WARNING: "Controleer",
    Severity.NOTE: "Ter informatie",
}
_ICONS = {
    Severity.BLOCKING: ("error", Ink.CONCERN),
    Severity.WARNING: ("alert", Ink.CONCERN),
    Severity.NOTE: ("info", Ink.MUTED),
}
_SEVERITIES = tuple(Severity)
_CELL = re.compile(r"([A-Z]+)(\d+)")


def place(problem: Problem) -> tuple[str, int, int, str]:
    """What puts problems in the order of the sheet: sheet, row, column."""
    found = _CELL.fullmatch(problem.cell)
    return (problem.sheet, int(found[2]), len(found[1]), found[1]) if found else (problem.sheet, 0, 0, "")


class ProblemTable(DataTable):
    """Problems in words and with icons; F8 on the page goes from one to the next."""

    def __init__(
        self, problems: Sequence[Problem], parent: QWidget | None = None, *, with_sheet: bool = False
    ) -> None:
        super().__init__("Meldingen", parent)
        sheet: Column[Problem] = Column("Blad", lambda problem: problem.sheet, place)
        columns: tuple[Column[Problem], ...] = (
            Column("Gevolg", _word, lambda problem: _SEVERITIES.index(problem.severity), icon=_icon),
            *((sheet,) if with_sheet else ()),
            Column("Cel", lambda problem: problem.cell or "hele blad", place),
            Column("Melding", lambda problem: problem.message),
        )
        self.show_items(columns, problems, stretched=len(columns) - 1)

    def go_next(self) -> None:
        """Go to the next problem, after the last one to the first."""
        self.go_to_row(self.currentIndex().row() + 1)

    def go_previous(self) -> None:
        """Go to the problem before, before the first one to the last."""
        self.go_to_row(self.currentIndex().row() - 1)


def _word(problem: Problem) -> str:
    return WORDS[problem.severity]


def _icon(problem: Problem) -> QIcon:
    return icon(*_ICONS[problem.severity])
